public import Radio

/// A candidate that plans of several settlements of one group have taken, each as if it were alone: its
/// site is counted in every one of them.
public struct SharedCandidate: Hashable, Sendable {
  /// Id in the planner's file.
  public let id: String
  /// Whose plans.
  public let group: NetworkGroup
  /// Ids of the settlements, in the order of the plans; at least two.
  public let settlements: [String]
  /// What the site counts once: structure, fibre, power and lease, without stations.
  public let siteYuan: Double

  /// What the site counts beyond the first time.
  public var repeatedYuan: Double { siteYuan * Double(settlements.count - 1) }

  /// The candidates that several of some plans have taken, in the order in which the second takes them.
  ///
  /// - Parameters:
  ///   - plans: of one group.
  ///   - supply: that they were made with.
  public static func among(
    _ plans: [SettlementPlan], group: NetworkGroup, supply: CandidateSupply?
  ) -> [SharedCandidate] {
    var takers: [String: [String]] = [:]
    var shared: [String] = []
    for plan in plans {
      for planned in plan.sites {
        guard let id = planned.candidate, let settlement = planned.site.settlement,
          takers[id]?.last != settlement
        else { continue }
        takers[id, default: []].append(settlement)
        if takers[id]?.count == 2 { shared.append(id) }
      }
    }
    return shared.map { id in
      SharedCandidate(
        id: id, group: group, settlements: takers[id] ?? [],
        siteYuan: supply?.siteYuan(of: id) ?? 0)
    }
  }
}
