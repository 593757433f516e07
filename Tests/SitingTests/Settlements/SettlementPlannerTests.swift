import Coverage
import Geometry
import Radio
import Siting
import Territory
import TestSupport
import Testing

/// Plans on plane worlds, judged again by a fresh audit of what they build.
@Suite struct SettlementPlannerTests {
  @Test(arguments: [600.0, 1500, 3500]) func whatIsBuiltGivesThePlannedStatus(side: Double) throws {
    let world = try PlanWorld(side: side)
    let plan = world.plan()
    #expect(plan.before.status == .none)
    #expect(plan.after.status == .deep)
    #expect(plan.unmet == nil)
    #expect(world.audit(plan.sites.map(\.site)) == plan.after)
    #expect(plan.packages.reduce(0) { $0 + $1.stations } == plan.sites.count)
    #expect(world.plan().sites.map(\.site) == plan.sites.map(\.site))
  }

  @Test func packagesFollowEachOther() throws {
    let plan = try PlanWorld(side: 3500).plan()
    #expect(plan.packages.count >= 2)
    for (one, next) in zip(plan.packages, plan.packages.dropFirst()) {
      #expect(next.prerequisite == one.id)
      #expect(next.from == one.to)
      #expect(one.to < next.to)
    }
    #expect(plan.packages.first?.prerequisite == nil)
    #expect(plan.packages.allSatisfy { $0.stations > 0 && $0.costYuan > 0 })
  }

  @Test(arguments: [nil, 80] as [Double?]) func everyPackageGivesItsStatusWithThoseBefore(
    density: Double?
  ) throws {
    let world = try PlanWorld(side: 3500, density: density)
    let plan = world.plan()
    var built: [Site] = []
    for package in plan.packages {
      built += plan.sites.filter { $0.package == package.id }.map(\.site)
      #expect(world.audit(built).status == package.to)
    }
    #expect(built.count == plan.sites.count)
    #expect(plan.packages.last?.to == plan.after.status)
  }

  /// Positions at the ends of the country turn and stretch the raster most.
  @Test(arguments: [(75.9, 39.4), (87.6, 43.8), (110.3, 20.0), (121.5, 31.2), (132.9, 47.3)])
  func alsoInAWideCity(longitude: Double, latitude: Double) throws {
    let world = try PlanWorld(
      side: 16_000, at: Coordinate(longitude: longitude, latitude: latitude))
    let plan = world.plan()
    #expect(plan.after.status == .deep)
    #expect(world.audit(plan.sites.map(\.site)) == plan.after)
  }

  @Test func afterIsNeverBelowBefore() throws {
    let world = try PlanWorld(side: 3500)
    let sites = world.plan().sites.map(\.site)
    for count in [0, 1, sites.count / 2] {
      let plan = world.plan(existing: Array(sites.prefix(count)))
      #expect(plan.after.status >= plan.before.status)
      #expect(plan.after.outdoorShare >= plan.before.outdoorShare)
      #expect(plan.after.indoorShare >= plan.before.indoorShare)
    }
  }

  @Test func aSmallPlaceRisesInOnePackage() throws {
    let plan = try PlanWorld(side: 300).plan()
    #expect(plan.packages.map(\.to) == [.deep])
    #expect(plan.sites.count == 1)
  }

  @Test func whatStandsIsNotBuiltAgain() throws {
    let world = try PlanWorld(side: 3500)
    let plan = world.plan()
    let again = world.plan(existing: plan.sites.map(\.site))
    #expect(again.packages.isEmpty)
    #expect(again.before.status == .deep)
  }

  @Test func densityAddsSecondCarriersToMastsThatArePlanned() throws {
    let world = try PlanWorld(side: 3500, density: 80)
    let plan = world.plan()
    #expect(plan.after.status == .deep)
    let masts = Set(plan.sites.map(\.site.position))
    #expect(plan.sites.count > masts.count)
    #expect(Set(plan.sites.map(\.site.id)).count == plan.sites.count)
    #expect(plan.sites.contains { $0.site.configurations == ["second"] })
  }

  @Test func candidatesThatCannotReachTheStandardAreSaid() throws {
    let plan = try PlanWorld(side: 3500, indoorMetres: 60).plan()
    #expect(plan.after.status < .deep)
    #expect(plan.unmet?.criterion == "indoor-share")
    #expect(plan.packages.allSatisfy { $0.to < .deep })
    #expect(plan.packages.last?.to == plan.after.status)
  }

  @Test func afterCountsNothingThatNoPackageBuilds() throws {
    let world = try PlanWorld(side: 3500, indoorMetres: 60)
    let plan = world.plan()
    #expect(plan.after.stations == plan.packages.reduce(0) { $0 + $1.stations })
    #expect(world.audit(plan.sites.map(\.site)) == plan.after)
  }
}
