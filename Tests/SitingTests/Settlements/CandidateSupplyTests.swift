import Coverage
import Geometry
import Radio
import Siting
import Territory
import TestSupport
import Testing

/// Plans among candidates that a planner brings.
@Suite struct CandidateSupplyTests {
  private func east(_ metres: Double, north: Double = 0) -> Coordinate {
    Coordinate(
      longitude: PlaneWorld.origin.longitude + metres / 95_000,
      latitude: PlaneWorld.origin.latitude + north / 111_000)
  }

  @Test func anUpgradeIsTakenBeforeANewMast() throws {
    let world = try PlanWorld(side: 300)
    let plan = world.plan(
      by: try world.planner(candidates: [(east(60), .ownSite, .free)], only: false))
    #expect(plan.sites.map(\.candidate) == ["c0"])
    #expect(plan.packages.map(\.newSites) == [0])
    // Equipment 100,000, installation 40,000, core 70,000, upgrade 35,000; no fibre, no power.
    #expect(plan.packages.map(\.costYuan) == [245_000])
  }

  @Test func aSharedMastCostsItsLeaseAndANewMastItsTower() throws {
    let world = try PlanWorld(side: 300)
    let shared = world.plan(
      by: try world.planner(candidates: [(east(0), .sharedMast(tenants: 1), .free)], only: true))
    let proof = try #require(shared.proof)
    // The lease is counted in the choice and is no investment.
    #expect(shared.packages.map(\.newSites) == [0])
    #expect(proof.costYuan > Double(shared.packages[0].costYuan))
    let new = world.plan(
      by: try world.planner(candidates: [(east(0), .newMast, .free)], only: true))
    #expect(new.packages.map(\.newSites) == [1])
    #expect(new.packages[0].costYuan > shared.packages[0].costYuan + 200_000)
  }

  @Test func aRequiredSiteIsBuiltThoughItIsNotNeeded() throws {
    let world = try PlanWorld(side: 300)
    let plan = world.plan(
      by: try world.planner(
        candidates: [(east(0), .ownSite, .free), (east(50), .newMast, .required)], only: true))
    #expect(plan.sites.map(\.candidate) == ["c1"])
    let two = world.plan(
      by: try world.planner(
        candidates: [
          (east(0), .newMast, .required), (east(50), .newMast, .required),
          (east(80), .newMast, .forbidden),
        ], only: true))
    #expect(Set(two.sites.compactMap(\.candidate)) == ["c0", "c1"])
  }

  @Test func nothingIsBuiltInAForbiddenArea() throws {
    let world = try PlanWorld(side: 1500)
    let half = [
      east(0, north: -5000), east(9000, north: -5000), east(9000, north: 5000),
      east(0, north: 5000),
    ]
    let ring = (half + [half[0]]).map { "[\($0.x),\($0.y)]" }.joined(separator: ",")
    let areas = try ForbiddenAreas(
      name: "areas.geojson",
      bytes: Array(
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
        "geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}]}
        """.utf8))
    let free = world.plan()
    #expect(free.sites.contains { $0.site.position.x > half[0].x })
    let plan = world.plan(by: try world.planner(candidates: [], only: false, forbidden: areas))
    #expect(plan.sites.allSatisfy { $0.site.position.x <= half[0].x })
    #expect(plan.after.status < .deep)
    #expect(plan.unmet?.criterion == "indoor-share")
  }

  @Test func standingStationsAreRefused() throws {
    let world = try PlanWorld(side: 300)
    #expect(throws: UserError.self) {
      try world.planner(candidates: [(east(0), .ownSite, .existing)], only: true)
    }
  }

  /// A site takes at most one of its choices, and the one that reaches farther where it pays.
  @Test func anAlternativeIsTakenWhereItPays() throws {
    let world = try PlanWorld(side: 2500, indoorMetres: 300, secondIndoorMetres: 700)
    let setup = try #require(world.planner.setups[.urban])
    let second = try #require(setup.secondConfiguration)
    let plain = world.plan()
    let planner = SettlementPlanner(
      engine: world.engine, group: .mobile,
      setups: [
        .urban: SettlementPlanner.GroupSetup(
          configuration: setup.configuration, secondConfiguration: nil, heightMetres: 25,
          candidateSpacingMetres: 400,
          alternatives: [
            StationChoice([second], heightMetres: 25),
            StationChoice([setup.configuration, second], heightMetres: 25),
          ])
      ], pricing: world.planner.pricing)
    let plan = world.plan(by: planner)
    #expect(plan.after.status == .deep)
    #expect(world.audit(plan.sites.map(\.site)) == plan.after)
    let proof = try #require(plan.proof)
    #expect(proof.costYuan < (plain.proof?.costYuan ?? 0) / 2)
    #expect(plan.sites.allSatisfy { $0.site.configurations == ["second"] })
    #expect(Set(plan.sites.map(\.site.position)).count == plan.sites.count)
  }
}
