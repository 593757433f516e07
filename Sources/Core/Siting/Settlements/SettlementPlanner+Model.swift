public import Coverage
public import Geometry
import Radio
import Territory

extension SettlementPlanner {
  /// The covering problem that a plan solved for a settlement, in yuan and with the stations that the
  /// standard counts, for other solvers. Its optimum lies between the bound and the cost that the plan
  /// says (`SitingProof`), to what rounding leaves; stations for SS-SINR and the lead ratio, and the link to
  /// the settlement, are not in it.
  ///
  /// - Parameters:
  ///   - status: that the plan reaches: its proof's.
  ///   - keyPoints: what the plan has to serve besides; nil for none.
  /// - Returns: nil where the group builds nothing there, or there are no candidates.
  /// - Throws: DR-565 for a status that the candidates do not reach.
  public func model(
    for status: CoverageStatus, _ place: AssessedPlace, network: SiteIndex,
    keyPoints: KeyPointDemand? = nil
  ) throws(UserError) -> CoveringModel? {
    let start = engine.state(of: place, network: network)
    let before = engine.audit(start, group: group)
    guard let setup = setups[place.settlement.morphology],
      before.status < status || keyPoints != nil
    else {
      return nil
    }
    return try SettlementWork(
      self, setup: setup, state: start, before: before,
      // The problem is the same whether the place can be built now or not.
      readiness: Readiness(feasible: true, priority: 0, reasons: []),
      keyPoints: keyPoints
    ).model(for: status)
  }
}
