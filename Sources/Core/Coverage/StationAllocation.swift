import Radio
public import Territory

/// Spreads published station counts over settlements. The outcome is `modelled`.
///
/// Within a region a settlement's share follows its residents times a weight of its kind (city first);
/// where no regional counts are published, the country is one region. Rounding is by largest
/// remainder, ties by id, so that the counts sum exactly.
public struct StationAllocation: Sendable {
  /// Weight of a resident by kind of settlement.
  public let weights: [SettlementKind: Double]
  /// Share of all stations by region; empty for one region.
  public let regionShares: [String: Double]

  /// Weights and shares from 0 up; only their proportions count.
  public init(weights: [SettlementKind: Double], regionShares: [String: Double]) {
    self.weights = weights
    self.regionShares = regionShares
  }

  /// Stations by settlement, in the records' order.
  ///
  /// - Parameter region: region of a province's adcode.
  public func counts(
    total: Int, over records: [SettlementRecord], region: [String: String]
  ) -> [Int] {
    var members: [String: [Int]] = [:]
    for (index, record) in records.enumerated() {
      let name = regionShares.isEmpty ? "" : region[record.provinceAdcode] ?? ""
      members[name, default: []].append(index)
    }
    let names = members.keys.sorted()
    let regionTotals = Self.apportion(
      total, weights: names.map { regionShares.isEmpty ? 1 : regionShares[$0] ?? 0 })
    var counts = [Int](repeating: 0, count: records.count)
    for (name, regionTotal) in zip(names, regionTotals) {
      let indices = members[name] ?? []
      let shares = Self.apportion(
        regionTotal,
        weights: indices.map {
          Double(records[$0].population) * (weights[records[$0].kind] ?? 0)
        })
      for (index, share) in zip(indices, shares) { counts[index] = share }
    }
    return counts
  }

  /// Splits a whole number by weights, largest remainder first, earlier index first on ties.
  public static func apportion(_ total: Int, weights: [Double]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0, total > 0 else { return weights.map { _ in 0 } }
    let exact = weights.map { Double(total) * $0 / sum }
    var parts = exact.map { Int($0.rounded(.down)) }
    let missing = total - parts.reduce(0, +)
    let order = exact.indices.sorted { one, other in
      let left = exact[one] - Double(parts[one])
      let right = exact[other] - Double(parts[other])
      return left != right ? left > right : one < other
    }
    for index in order.prefix(max(missing, 0)) { parts[index] += 1 }
    return parts
  }
}
