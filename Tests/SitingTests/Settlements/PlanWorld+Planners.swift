import Radio
import Coverage
import Geometry
import Siting
import Territory
import TestSupport

extension PlanWorld {
  /// The world's planner with another effort.
  func planner(effort: SitingEffort) -> SettlementPlanner {
    SettlementPlanner(
      engine: engine, group: .mobile, setups: planner.setups, pricing: planner.pricing,
      effort: effort)
  }

  /// The world's planner among candidates `c0`, `c1`, ...; fibre is where they are.
  func planner(
    candidates: [(position: Coordinate, kind: StationCandidate.Kind, status: CandidateSite.Status)],
    only: Bool, forbidden: ForbiddenAreas? = nil
  ) throws -> SettlementPlanner {
    let brought = candidates.enumerated().map { index, item in
      StationCandidate(
        id: "c\(index)", position: item.position, status: item.status, kind: item.kind,
        fibreMetres: 0, powerMetres: 0)
    }
    return SettlementPlanner(
      engine: engine, group: .mobile, setups: planner.setups, pricing: planner.pricing,
      supply: try CandidateSupply(
        brought, forbidden: forbidden,
        pricing: CandidatePricing(
          costs: planner.pricing.costs, nodes: FibreNodes([]), routeDetour: 1.5),
        usesLattice: !only))
  }
}
