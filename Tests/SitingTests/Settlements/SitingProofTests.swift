import Coverage
import Geometry
import Radio
import Siting
import Territory
import TestSupport
import Testing

/// What a plan says of its distance to the cheapest, held against exact answers.
@Suite struct SitingProofTests {
  @Test(arguments: [600.0, 1500, 2500, 3500], [250.0, 300, 420])
  func costLiesBetweenBoundAndGreedy(side: Double, indoorMetres: Double) throws {
    let plan = try PlanWorld(side: side, indoorMetres: indoorMetres).plan()
    let proof = try #require(plan.proof)
    #expect(proof.boundYuan > 0)
    #expect(proof.boundYuan <= proof.costYuan)
    #expect(proof.costYuan <= proof.greedyYuan)
    #expect((0..<1).contains(proof.gap))
    let paid = plan.packages.reduce(0) { $0 + $1.costYuan }
    #expect(abs(Double(paid) - proof.costYuan) <= Double(plan.packages.count))
    #expect(proof.status == plan.after.status)
  }

  /// Every choice of the candidates tried: the least number of sites that meets the standard.
  @Test(arguments: [700.0, 900, 1100, 1300], [300.0, 380])
  func smallPlacesAreSolvedExactly(side: Double, indoorMetres: Double) throws {
    let world = try PlanWorld(side: side, indoorMetres: indoorMetres)
    let step = side / 3
    let places = (0..<9).map { (index: Int) -> Coordinate in
      let east = Double(index % 3 - 1) * step
      let north = Double(index / 3 - 1) * step
      return Coordinate(
        longitude: PlaneWorld.origin.longitude + east / 95_000,
        latitude: PlaneWorld.origin.latitude + north / 111_000)
    }
    let planner = try world.planner(candidates: places.map { ($0, .ownSite, .free) }, only: true)
    let plan = world.plan(by: planner)
    let sites = places.map {
      Site(
        id: "\($0)", position: $0, group: .mobile, configurations: ["main"], heightMetres: 25,
        status: .planned, kind: .modelled, settlement: world.place.settlement.id)
    }
    var least = Int.max
    for choice in 0..<(1 << places.count) where choice.nonzeroBitCount < least {
      let own = places.indices.filter { choice >> $0 & 1 == 1 }.map { sites[$0] }
      if world.audit(own).status == .deep { least = choice.nonzeroBitCount }
    }
    if least == .max {
      #expect(plan.after.status < .deep)
      #expect(plan.unmet != nil)
    } else {
      #expect(plan.sites.count == least)
      let proof = try #require(plan.proof)
      #expect(proof.stop == .optimal)
      #expect(proof.gap == 0)
    }
  }

  @Test func moreWorkNeverMakesAPlanDearerOrItsBoundWeaker() throws {
    let world = try PlanWorld(side: 3500)
    var last: SitingProof?
    for visits in [50.0, 400, 3000] {
      let proof = try #require(
        world.plan(by: world.planner(effort: SitingEffort(gap: 0, visits: visits))).proof)
      if let last {
        #expect(proof.costYuan <= last.costYuan)
        #expect(proof.boundYuan >= last.boundYuan * (1 - 1e-9))
      }
      last = proof
    }
  }

  @Test func thePastDeadlineIsSaidAndStillProvesSomething() throws {
    let world = try PlanWorld(side: 3500)
    let late = SitingEffort(gap: 0, visits: 1e6, deadline: .now - .seconds(1))
    let plan = world.plan(by: world.planner(effort: late))
    let proof = try #require(plan.proof)
    #expect(proof.stop == .time)
    #expect(plan.after.status == .deep)
    #expect(proof.boundYuan > 0)
    #expect(proof.costYuan <= proof.greedyYuan)
  }

  /// A count that asks for more than coverage: masts at their least, second carriers for the rest.
  @Test(arguments: [20.0, 80, 120]) func countsAreMetAtTheLeastCost(density: Double) throws {
    let world = try PlanWorld(side: 1500, density: density)
    let plan = world.plan()
    let proof = try #require(plan.proof)
    #expect(plan.after.status == .deep)
    #expect(proof.costYuan >= proof.boundYuan)
    #expect(proof.gap < 0.2)
    // 20,000 residents, half of the published density for one group.
    #expect(plan.after.stations >= Int(density))
  }

  @Test func nothingToBuildProvesNothing() throws {
    let world = try PlanWorld(side: 900)
    let built = world.plan().sites.map(\.site)
    #expect(world.plan(existing: built).proof == nil)
  }
}
