import Coverage
import Geometry
import Radio
import Siting
import Territory
import TestSupport
import Testing

/// Plans that build for key points, held against enumeration and the audit. A station serves 300 m indoors.
@Suite struct KeyPointPlanTests {
  private static let layer = CoverageLayer(
    place: .indoor, thresholdDBm: -110, pointProbability: 0.75)

  private func offset(_ east: Double, _ north: Double) -> Coordinate {
    Coordinate(
      longitude: PlaneWorld.origin.longitude + east / 92_500,
      latitude: PlaneWorld.origin.latitude + north / 110_900)
  }

  private func served(
    _ points: [Coordinate], by sites: [Site], _ world: PlanWorld
  ) throws -> [Bool] {
    try KeyPlaceAudit(
      PointRule(
        place: .indoor, threshold: PlanWorld.figure(1), rsrpDBm: PlanWorld.figure(-110),
        pointProbability: PlanWorld.figure(0.75)), engine: world.engine, places: [world.place],
      cellMetres: 50
    ).audit(
      [KeyPlace(id: "k", name: "", kind: .school, points: points)], network: SiteIndex(sites),
      threads: 1)[0].served
  }

  private func plan(
    _ world: PlanWorld, by planner: SettlementPlanner, existing: [Site] = [],
    points: [Coordinate]
  ) -> SettlementPlan {
    planner.plan(
      world.place, network: SiteIndex(existing),
      readiness: Readiness(feasible: true, priority: 0.5, reasons: []),
      keyPoints: KeyPointDemand(points, layer: Self.layer, cellMetres: 50))
  }

  private func site(_ name: String, _ position: Coordinate, _ world: PlanWorld) -> Site {
    Site(
      id: name, position: position, group: .mobile, configurations: ["main"], heightMetres: 25,
      status: .existing, kind: .measured, settlement: world.place.settlement.id)
  }

  /// A deep settlement whose corner is not served: one station beside it, in a package of its own.
  @Test func whatStandsGetsAPackageOfItsOwn() throws {
    let world = try PlanWorld(side: 600, indoorMetres: 330)
    let existing = [site("a", PlaneWorld.origin, world)]
    #expect(world.audit(existing).status == .deep)
    let corner = offset(280, 280)
    #expect(try served([corner], by: existing, world) == [false])
    let plan = plan(world, by: world.planner, existing: existing, points: [corner, corner])
    #expect(plan.before.status == .deep && plan.unmet == nil)
    #expect(plan.packages.count == 1 && plan.sites.count == 1)
    let package = try #require(plan.packages.first)
    #expect(package.id == "410000/mobile/key-places" && package.purpose == .keyPlaces)
    #expect(package.from == .none && package.to == .none && package.closes == ["key-places"])
    #expect(try served([corner], by: existing + plan.sites.map(\.site), world) == [true])
    let proof = try #require(plan.proof)
    #expect(proof.status == .deep && proof.stop == .optimal && proof.gap == 0)
    #expect(abs(Double(package.costYuan) - proof.costYuan) <= 1)
    // Without the point there is nothing to do.
    #expect(self.plan(world, by: world.planner, existing: existing, points: []).packages.isEmpty)
  }

  /// What the status leaves out comes after it, and the settlement's last package is the one it waits for.
  @Test func aPackageForKeyPlacesWaitsForTheStatus() throws {
    let world = try PlanWorld(side: 900)
    let plain = world.plan()
    let built = plain.sites.map(\.site)
    let corners = [offset(425, 425), offset(-425, 425), offset(425, -425), offset(-425, -425)]
    let open = try zip(corners, served(corners, by: built, world)).filter { !$0.1 }.map { $0.0 }
    try #require(!open.isEmpty)
    let plan = plan(world, by: world.planner, points: corners)
    #expect(plan.after.status == .deep)
    #expect(try served(corners, by: plan.sites.map(\.site), world).allSatisfy { $0 })
    let (cost, bound) = (try #require(plan.proof).costYuan, try #require(plan.proof).boundYuan)
    #expect(cost >= plain.proof?.boundYuan ?? 0 && bound <= cost)
    #expect(plan.packages.dropLast().allSatisfy { $0.purpose == .settlement })
    if let last = plan.packages.last, last.purpose == .keyPlaces {
      #expect(last.prerequisite == plan.packages.dropLast().last?.id)
    }
    #expect(Set(plan.packages.map(\.id)).count == plan.packages.count)
    #expect(plan.sites.allSatisfy { site in plan.packages.contains { $0.id == site.package } })
  }

  /// All choices of eight candidates of three prices tried: the cheapest that has the status and every point that
  /// the candidates serve is what the plan costs, and the bound is not above it.
  @Test(arguments: 0..<40) func tinyPlansAreTheCheapestOfAll(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let side = Double.random(in: 400...900, using: &random)
    let world = try PlanWorld(side: side)
    func position() -> Coordinate {
      offset(
        Double.random(in: -side / 2...side / 2, using: &random),
        Double.random(in: -side / 2...side / 2, using: &random))
    }
    let kinds: [StationCandidate.Kind] = [.ownSite, .newMast, .rooftop]
    let candidates = (0..<8).map { _ in
      (
        position: position(), kind: kinds[Int.random(in: 0..<3, using: &random)],
        status: CandidateSite.Status.free
      )
    }
    let existing =
      Bool.random(using: &random) ? [site("old", position(), world)] : []
    let points = (0..<5).map { _ in position() }
    let usual = try world.planner(candidates: candidates, only: true)
    let planner = SettlementPlanner(
      engine: world.engine, group: .mobile, setups: usual.setups, pricing: usual.pricing,
      effort: SitingEffort(gap: 0), supply: usual.supply)
    let open = try zip(points, served(points, by: existing, world)).filter { !$0.1 }.map { $0.0 }
    let servable = planner.servable(open, layer: Self.layer, at: world.place)
    let sites = candidates.enumerated().map { site("n\($0)", $1.position, world) }
    #expect(try servable == served(open, by: sites, world))
    let asked = zip(open, servable).filter { $0.1 }.map { $0.0 }
    let plan = plan(world, by: planner, existing: existing, points: asked)
    #expect(
      try served(asked, by: existing + plan.sites.map(\.site), world).allSatisfy { $0 })

    let pricing = CandidatePricing(
      costs: planner.pricing.costs, nodes: FibreNodes([]), routeDetour: 1.5)
    let prices = candidates.enumerated().map { index, item in
      pricing.price(
        StationCandidate(
          id: "c\(index)", position: item.position, kind: item.kind, fibreMetres: 0,
          powerMetres: 0), [PlanWorld.configuration("main")]
      ).presentYuan.rounded()
    }
    let target = world.audit(existing + sites).status
    // Of each choice whether it serves the points: by those of its sites.
    let byCandidate = try sites.map { try served(asked, by: [$0], world) }
    var least = Double.infinity
    for choice in 0..<(1 << sites.count) {
      let own = sites.indices.filter { choice >> $0 & 1 == 1 }
      let yuan = own.reduce(0.0) { $0 + prices[$1] }
      guard yuan < least,
        asked.indices.allSatisfy({ point in own.contains { byCandidate[$0][point] } }),
        world.audit(existing + own.map { sites[$0] }).status >= target
      else { continue }
      least = yuan
    }
    #expect(plan.after.status >= target)
    guard let proof = plan.proof else {
      #expect(least == 0)
      return
    }
    #expect(proof.costYuan == least)
    #expect(proof.boundYuan <= least)
    #expect(proof.stop == .optimal)
  }
}
