import Siting
import Radio
import Territory

/// The limits of a book as resources of a problem: one a rule and unit that it is for.
struct LimitExpansion {
  /// One resource and what takes from it.
  struct Limit {
    let resource: LimitedResource
    let kind: LimitedKind
    /// Nil for all.
    let province: String?
    /// Nil for all.
    let group: NetworkGroup?
    /// Provinces that take nothing from it.
    let except: Set<String>
    /// The rule that it comes from.
    let ruleName: String

    /// What there is in a quarter, in the mean of the horizon.
    let meanQuarter: Double
    /// What there is in the quarter with least, of those with any.
    let leanestQuarter: Double

    init(
      resource: LimitedResource, kind: LimitedKind, province: String?, group: NetworkGroup?,
      except: Set<String> = [], ruleName: String
    ) {
      self.resource = resource
      self.kind = kind
      self.province = province
      self.group = group
      self.except = except
      self.ruleName = ruleName
      let periods = resource.accountOfPeriod.count
      meanQuarter = Double(resource.capacity.reduce(0, +)) / Double(max(1, periods))
      var quarters = [Double](repeating: 0, count: resource.capacity.count)
      for account in resource.accountOfPeriod { quarters[account] += 1 }
      leanestQuarter =
        zip(resource.capacity, quarters).filter { $0.0 > 0 && $0.1 > 0 }
        .map { Double($0.0) / $0.1 }.min() ?? 0
    }

    /// What of another limit is left for all provinces but some, for which a share is kept.
    init(_ limit: Limit, name: String, kept: Double, except: Set<String>) {
      let whole = limit.resource
      self.init(
        resource: LimitedResource(
          name: name, accountOfPeriod: whole.accountOfPeriod,
          capacity: whole.capacity.map { $0 - Int((Double($0) * kept).rounded()) },
          carryOverCap: whole.carryOverCap == .max
            ? .max : whole.carryOverCap - Int((Double(whole.carryOverCap) * kept).rounded()),
          isPersistent: whole.isPersistent),
        kind: limit.kind, province: limit.province, group: limit.group, except: except,
        ruleName: name)
    }

    func covers(province adcode: String, group own: NetworkGroup) -> Bool {
      (province ?? adcode) == adcode && (group ?? own) == own && !except.contains(adcode)
    }
  }

  let from: Quarter
  let periods: Int
  let shares: ResidentShares

  /// Small amounts are counted in millionths: a package's parts by quarter are whole units, and the bound
  /// gives way by up to a unit for each.
  static func unit(_ kind: LimitedKind) -> Double {
    switch kind {
    case .capex, .opex, .energy: 1
    case .crewDays, .equipment, .stations, .permits: 1_000_000
    }
  }

  func limits(_ rules: [LimitRule]) -> [Limit] {
    rules.flatMap { rule -> [Limit] in
      guard let kind = LimitedKind(rule.resource), let scope = LimitScope(rule.of) else {
        return []
      }
      let groups = shares.groups.values.reduce(0, +)
      switch scope {
      case .nation:
        return [limit(rule, kind, share: shares.nation * groups, province: nil, group: nil)]
      case .eachGroup:
        return NetworkGroup.allCases.compactMap { group in
          shares.groups[group.rawValue].map {
            limit(rule, kind, share: shares.nation * $0, province: nil, group: group)
          }
        }
      case .eachProvince:
        return shares.provinces.keys.sorted().map { province in
          limit(
            rule, kind, share: (shares.provinces[province] ?? 0) * groups, province: province,
            group: nil)
        }
      case .group(let group):
        return [limit(rule, kind, share: 1, province: nil, group: group)]
      case .province(let province):
        return [limit(rule, kind, share: 1, province: province, group: nil)]
      }
    }
  }

  private func limit(
    _ rule: LimitRule, _ kind: LimitedKind, share: Double, province: String?, group: NetworkGroup?
  ) -> Limit {
    let isYearly = rule.per == "year" || kind.isPersistent
    let quarters = (0..<periods).map { from.advanced(by: $0) }
    let accounts = isYearly ? quarters.map { $0.year - from.year } : Array(0..<periods)
    let unit = Self.unit(kind)
    var capacity = [Double](repeating: 0, count: (accounts.last ?? 0) + 1)
    for (quarter, account) in zip(quarters, accounts) {
      // A year that the horizon cuts has its part of the amount.
      let part = isYearly ? 0.25 : rule.per == "month" ? 3.0 : 1.0
      capacity[account] += rule.value(at: quarter) * part * season(rule, quarter, province)
    }
    let scale = share * unit
    let cap = rule.carryOverShare ?? 0
    return Limit(
      resource: LimitedResource(
        name: [rule.name, group?.rawValue, province].compactMap { $0 }.joined(separator: "/"),
        accountOfPeriod: accounts, capacity: capacity.map { Self.whole($0 * scale) },
        carryOverCap: cap.isInfinite ? .max : Self.whole(cap * scale),
        isPersistent: kind.isPersistent),
      kind: kind, province: province, group: group, ruleName: rule.name)
  }

  private static func whole(_ amount: Double) -> Int { Int(min(amount, 4e15).rounded()) }

  private func season(_ rule: LimitRule, _ quarter: Quarter, _ province: String?) -> Double {
    let own = (rule.seasons ?? []).first { season in
      season.provinces.map { codes in province.map(codes.contains) ?? false } ?? true
    }
    return own?.shares[quarter.quarter - 1] ?? 1
  }
}
