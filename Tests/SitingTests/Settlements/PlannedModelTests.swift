import Coverage
import Geometry
import Radio
import Siting
import TestSupport
import Territory
import Testing

/// The exported problem of a plan, solved by trying every choice: its optimum lies between what the plan
/// says is proven and what it costs.
@Suite struct PlannedModelTests {
  /// A row of candidates through a square town; kinds in turn where prices are to differ.
  private func planner(
    _ world: PlanWorld, side: Double, isMixed: Bool, requires: Int? = nil
  ) throws -> SettlementPlanner {
    let kinds: [StationCandidate.Kind] = [.newMast, .ownSite, .sharedMast(tenants: 2), .rooftop]
    return try world.planner(
      candidates: (0..<8).map { index in
        let east = (Double(index % 4) - 1.5) * side / 4
        let north = (Double(index / 4) - 0.5) * side / 2
        let position = Coordinate(
          longitude: PlaneWorld.origin.longitude + east / 95_000,
          latitude: PlaneWorld.origin.latitude + north / 111_000)
        return (
          position, isMixed ? kinds[index % 4] : .ownSite, index == requires ? .required : .free
        )
      }, only: true)
  }

  private func compare(
    _ world: PlanWorld, _ planner: SettlementPlanner
  ) throws -> (proof: SitingProof, optimum: Double)? {
    let plan = world.plan(by: planner)
    guard let proof = plan.proof else { return nil }
    let model = try #require(
      try planner.model(for: proof.status, world.place, network: SiteIndex([])))
    let optimum = try #require(try CoveringModelTests.Model(model.mps()).optimum())
    #expect(proof.boundYuan <= optimum * (1 + 1e-9))
    #expect(optimum <= proof.costYuan * (1 + 1e-9))
    return (proof, optimum)
  }

  @Test(arguments: [700.0, 900, 1100], [false, true])
  func theOptimumLiesBetweenBoundAndCost(side: Double, isMixed: Bool) throws {
    let world = try PlanWorld(side: side, indoorMetres: 420)
    let (proof, optimum) = try #require(
      try compare(world, planner(world, side: side, isMixed: isMixed)))
    #expect(proof.status == .deep)
    // A small place is solved to the end.
    #expect(abs(proof.costYuan - optimum) < 1)
  }

  /// Counted stations: second carriers, at most one a mast, or further sites.
  @Test(arguments: [4.0, 9, 14], [false, true])
  func countedStationsAreInIt(density: Double, isMixed: Bool) throws {
    let world = try PlanWorld(side: 800, indoorMetres: 420, density: density)
    let planner = try planner(world, side: 800, isMixed: isMixed)
    let (_, optimum) = try #require(try compare(world, planner))
    let coverageAlone = try #require(
      try compare(
        try PlanWorld(side: 800, indoorMetres: 420),
        try self.planner(try PlanWorld(side: 800, indoorMetres: 420), side: 800, isMixed: isMixed)))
    #expect(optimum > coverageAlone.optimum)
  }

  @Test func whatIsRequiredIsInIt() throws {
    let world = try PlanWorld(side: 700, indoorMetres: 600)
    let free = try #require(
      try compare(world, planner(world, side: 700, isMixed: true)))
    let bound = try #require(
      try compare(world, planner(world, side: 700, isMixed: true, requires: 4)))
    #expect(bound.optimum > free.optimum)
  }

  @Test func thereIsNoneWhereNothingIsBuilt() throws {
    let world = try PlanWorld(side: 700)
    let built = world.plan().sites.map(\.site)
    #expect(
      try world.planner.model(for: .deep, world.place, network: SiteIndex(built)) == nil)
  }

  /// Columns say settlement, candidate and choice, in letters that every reader takes.
  @Test func columnsAreNamed() throws {
    let world = try PlanWorld(side: 700)
    let supply = try CandidateSupply(
      [
        StationCandidate(
          id: "塔 7,\"b\"", position: PlaneWorld.origin, kind: .ownSite, fibreMetres: 0)
      ], forbidden: nil,
      pricing: CandidatePricing(
        costs: world.planner.pricing.costs, nodes: FibreNodes([]), routeDetour: 1.5),
      usesLattice: true)
    let planner = SettlementPlanner(
      engine: world.engine, group: .mobile, setups: world.planner.setups,
      pricing: world.planner.pricing, supply: supply)
    let model = try #require(
      try planner.model(for: .deep, world.place, network: SiteIndex([])))
    let read = try CoveringModelTests.Model(model.mps())
    let sites = read.order.filter { read.integral.contains($0) && $0 != "further" }
    #expect(Set(sites).count == sites.count && sites.count > 2)
    #expect(sites.contains { $0.hasPrefix("x410000.__7__b_.p") && $0.hasSuffix(".0") })
    #expect(
      sites.filter { $0.wholeMatch(of: /x410000\.p[0-9]+\.0/) != nil }.count == sites.count - 1)
  }
}
