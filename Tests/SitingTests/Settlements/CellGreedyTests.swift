import Radio
import Coverage
import Geometry
import Siting
import Territory
import TestSupport
import Testing

/// The greedy choice over lists of cells, by what a plan says of it, against the choice on contours.
@Suite struct CellGreedyTests {
  @Test(arguments: [900.0, 1700, 2600], [250.0, 300, 380])
  func costsWhatTheChoiceOnContoursCosts(side: Double, indoorMetres: Double) throws {
    let world = try PlanWorld(side: side, indoorMetres: indoorMetres)
    let setup = try #require(world.planner.setups[.urban])
    let assessment = world.engine.assessment(for: .city)
    let reach = try #require(
      world.engine.reach.reach("main", .urban, heightMetres: 25, layers: assessment.layers)
    ).facing(.threeSectors)
    let candidates = world.place.latticePoints(spacingMetres: setup.candidateSpacingMetres).map {
      SitePlacement(at: Albers.china.unproject($0))
    }
    var state = world.engine.state(of: world.place, network: SiteIndex([]))
    var used: Set<Int> = []
    var count = 0
    for status in [CoverageStatus.continuous, .deep] {
      let goals = assessment.criteria.compactMap { item -> CoverageGoal? in
        guard item.status <= status, let layer = item.layer else { return nil }
        return CoverageGoal(layer: layer, cells: world.place.grid.cells(forShare: item.threshold))
      }
      let outcome = GreedySelection().select(
        goals, from: candidates, reach: reach, used: &used, in: &state)
      #expect(outcome.isMet)
      count += outcome.chosen.count
    }
    let proof = try #require(world.plan().proof)
    let price = world.planner.pricing.yuan(site: [setup.configuration])
    #expect(abs(proof.greedyYuan - Double(count) * price) < 1)
  }
}
