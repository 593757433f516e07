import Geometry
public import Territory

/// A part of a limit that is kept for some provinces: all others together get no more than the rest.
///
/// It binds nobody to use what is kept. A plan for none of the provinces, or for none but them, has nothing to share.
public struct MinimumShare: Codable, Hashable, Sendable {
  /// Unique among the limits of its book.
  public let name: String
  /// The limit that is shared: ``RolloutScheduler/budgetName``, or a limit of the book for the nation or one group.
  public let limit: String
  /// Codes of the provinces that it is kept for.
  public let provinces: [String]
  /// How much is kept, 0 to 1.
  public let share: Figure

  func check(path: String, limits: [LimitRule]) throws(UserError) {
    guard (0...1).contains(share.value) else {
      throw UserError(
        "DR-641", .badData, at: "\(path): \(name)", "the share is \(share.value)",
        remedy: "give 0 to 1")
    }
    let isShared = limits.contains { rule in
      rule.name == limit && LimitScope(rule.of)?.spansProvinces ?? false
    }
    guard limit == RolloutScheduler.budgetName || isShared else {
      throw UserError(
        "DR-642", .badData, at: "\(path): \(name)", "it shares '\(limit)'",
        remedy: "give budget, or the name of a limit of the nation or of one group")
    }
    guard !provinces.isEmpty, provinces.allSatisfy({ LimitScope.isProvince($0) }) else {
      throw UserError(
        "DR-642", .badData, at: "\(path): \(name)", "its provinces are \(provinces)",
        remedy: "give codes of provinces, six figures each")
    }
  }
}

extension LimitExpansion {
  /// What the others may take of each limit that has a part kept for some provinces.
  func reserved(_ shares: [MinimumShare], of limits: [Limit]) -> [Limit] {
    shares.flatMap { rule -> [Limit] in
      let named = Set(rule.provinces)
      let own = self.shares.provinces.keys
      guard own.contains(where: named.contains), !own.allSatisfy(named.contains) else { return [] }
      return limits.filter { $0.ruleName == rule.limit }.map { limit in
        Limit(limit, name: rule.name, kept: rule.share.value, except: named)
      }
    }
  }
}
