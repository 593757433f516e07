import Coverage
import Geometry
import Radio
import Siting
import TestSupport
import Territory
import Testing

/// Problems over the people of several settlements, counted again by audits of what is chosen.
@Suite struct RegionCoveringTests {
  /// Two square towns of one planner, so far apart or so near as asked.
  private struct World {
    let first: PlanWorld
    let places: [AssessedPlace]

    init(apartMetres: Double, sides: [Double] = [900, 700], people: [Int] = [20_000, 7_001]) throws
    {
      first = try PlanWorld(side: sides[0])
      places = try sides.indices.map { index in
        AssessedPlace(
          try PlaneWorld.square(
            sideMetres: sides[index], at: Self.east(Double(index) * apartMetres),
            id: "41000\(index)", population: people[index]), cellMetres: 50)
      }
    }

    static func east(_ metres: Double, north: Double = 0) -> Coordinate {
      Coordinate(
        longitude: PlaneWorld.origin.longitude + metres / 95_000,
        latitude: PlaneWorld.origin.latitude + north / 111_000)
    }

    func covering(
      _ planner: SettlementPlanner, existing: [Site] = [], in kind: CoverageLayer.Place? = nil
    ) throws -> RegionCovering {
      try RegionCovering(
        places.compactMap { planner.demand($0, network: SiteIndex(existing), in: kind) })
    }

    /// People served by sites, by an audit of the state that they make.
    func people(_ sites: [Site], outdoors: Bool = false) -> Double {
      places.reduce(0) { sum, place in
        let audit = first.engine.audit(
          first.engine.state(of: place, network: SiteIndex(sites)), group: .mobile)
        return sum + Double(place.settlement.population)
          * (outdoors ? audit.outdoorShare : audit.indoorShare)
      }
    }

    func sites(_ covering: RegionCovering, _ chosen: [Int]) -> [Site] {
      chosen.map { index in
        let station = covering.stations[index]
        return Site(
          id: station.name, position: station.position, group: .mobile,
          configurations: station.carriers.map(\.name), heightMetres: station.heightMetres,
          status: .planned, kind: .modelled, settlement: nil)
      }
    }
  }

  @Test(arguments: [1, 2, 3, 5]) func anAuditCountsTheSamePeople(sites: Int) throws {
    let world = try World(apartMetres: 20_000)
    let covering = try world.covering(world.first.planner)
    #expect(covering.people == 27_001)
    #expect(covering.servedPeople == 0)
    let result = CoveringSolver().solve(try covering.problem(.mostWeight(sites: sites)))
    let services = covering.services(of: result.chosen)
    let after = services.reduce(0) { $0 + $1.servedAfter }
    #expect(abs(after - world.people(world.sites(covering, result.chosen))) < 1e-6)
    #expect(abs(after - result.objective) < 1e-6)
    #expect(services.reduce(0) { $0 + $1.masts } == result.chosen.count)
    #expect(abs(services.reduce(0) { $0 + $1.costYuan } - result.cost) < 1e-6)
  }

  @Test(arguments: [CoverageLayer.Place.indoor, .outdoor])
  func whatStandsIsNoDemandAndCounts(kind: CoverageLayer.Place) throws {
    let world = try World(apartMetres: 20_000, sides: [1800, 900])
    let standing = Site(
      id: "s", position: World.east(-700), group: .mobile, configurations: ["main"],
      heightMetres: 25, status: .existing, kind: .measured, settlement: nil)
    let covering = try world.covering(world.first.planner, existing: [standing], in: kind)
    let before = world.people([standing], outdoors: kind == .outdoor)
    #expect(before > 0)
    #expect(abs(covering.servedPeople - before) < 1e-6)
    let share = 0.8
    let result = CoveringSolver(effort: 200).solve(try covering.problem(.shares([share])))
    let all = world.people(
      [standing] + world.sites(covering, result.chosen), outdoors: kind == .outdoor)
    #expect(all >= share * 27_001 - 1e-6)
    #expect(abs(all - covering.servedPeople - result.coveredWeights[0]) < 1e-6)
    #expect(result.bound <= result.objective)
    // What is there already asks for nothing.
    let none = CoveringSolver().solve(
      try covering.problem(.shares([before / 27_001 * (1 - 1e-9)])))
    #expect(none.chosen.isEmpty && none.objective == 0)
  }

  /// Every choice of the user's candidates tried, its people counted by audits.
  @Test(arguments: [300_000.0, 600_000, 900_000, 1_500_000])
  func aBudgetIsSpentAsWellAsCanBe(budget: Double) throws {
    let world = try World(apartMetres: 1_000)
    let kinds: [StationCandidate.Kind] = [.newMast, .ownSite, .sharedMast(tenants: 1), .rooftop]
    let planner = try world.first.planner(
      candidates: (0..<8).map { index in
        (
          World.east(Double(index) * 190 - 250, north: index % 2 == 0 ? 150 : -200),
          kinds[index % 4], .free
        )
      }, only: true)
    let covering = try world.covering(planner)
    #expect(covering.stations.count == 8)
    let result = CoveringSolver().solve(
      try covering.problem(.mostWeightFor(budget: budget)))
    var best = 0.0
    for choice in 0..<(1 << 8) {
      let chosen = (0..<8).filter { choice >> $0 & 1 == 1 }
      guard chosen.reduce(0, { $0 + covering.stations[$1].costYuan }) <= budget else { continue }
      best = max(best, world.people(world.sites(covering, chosen)))
    }
    #expect(result.stop == .optimal)
    #expect(abs(result.objective - best) < 1e-4)
    #expect(result.cost <= budget)
  }

  /// A plan pays for a mast that serves two settlements twice; here it is one candidate.
  @Test func aMastBetweenTwoTownsIsOneCandidate() throws {
    let world = try World(apartMetres: 700, sides: [400, 400])
    let planner = try world.first.planner(
      candidates: [(World.east(350), .newMast, .required)], only: true)
    let covering = try world.covering(planner)
    #expect(covering.stations.count == 1)
    let result = CoveringSolver().solve(try covering.problem(.mostWeight(sites: 1)))
    #expect(result.chosen == [0])
    let services = covering.services(of: [0])
    #expect(services.allSatisfy { $0.servedAfter > 0 })
    #expect(services.map(\.masts) == [1, 0])
    #expect(abs(covering.stations[0].reachedPeople - result.objective) < 1e-6)
    // Plans of the two, each as if it were alone.
    let plans = world.places.map {
      planner.plan(
        $0, network: SiteIndex([]),
        readiness: Readiness(feasible: true, priority: 0, reasons: []))
    }
    let shared = SharedCandidate.among(plans, group: .mobile, supply: planner.supply)
    #expect(shared.map(\.id) == ["c0"])
    #expect(shared.first?.settlements == ["410000", "410001"])
    // A new mast with nothing to lay: what a station adds to it is no part of the site.
    #expect(shared.first?.siteYuan == world.first.planner.pricing.costs.newTowerYuan.value)
    #expect(shared.first?.repeatedYuan == shared.first?.siteYuan)
    #expect(
      SharedCandidate.among([plans[0]], group: .mobile, supply: planner.supply).isEmpty)
  }

  /// With the standard's indoor share alone to be met, the region of one settlement asks what its plan
  /// asks, and costs as much.
  @Test(arguments: [900.0, 1100, 1300]) func oneSettlementCostsWhatItsPlanCosts(side: Double) throws
  {
    let world = try PlanWorld(side: side, indoorMetres: 420)
    let proof = try #require(
      world.plan(by: world.planner(effort: SitingEffort(gap: 0, visits: 1e5))).proof)
    let demand = try #require(
      world.planner.demand(world.place, network: SiteIndex([]), in: nil))
    #expect(demand.layer.place == .indoor)
    let covering = try RegionCovering([demand])
    let result = CoveringSolver(effort: 2000).solve(try covering.problem(.shares([0.9])))
    #expect(proof.stop == .optimal && result.stop == .optimal)
    #expect(abs(result.objective - proof.costYuan) < 1)
    #expect(covering.services(of: result.chosen)[0].servedAfter >= 0.9 * 20_000 - 1e-6)
  }

  @Test func whatCannotBeIsSaid() throws {
    let world = try World(apartMetres: 20_000)
    let covering = try world.covering(
      world.first.planner(candidates: [(World.east(0), .newMast, .free)], only: true))
    #expect(userError { try covering.problem(.shares([0.99])) }?.code == "DR-597")
    #expect(userError { try covering.problem(.everyDemand) }?.code == "DR-597")
    #expect(userError { try covering.problem(.shares([1.5])) }?.code == "DR-563")
    #expect(userError { try covering.problem(.mostWeight(sites: -1)) }?.code == "DR-563")
    let planner = try world.first.planner(
      candidates: [(World.east(9_000), .newMast, .free)], only: true)
    #expect(userError { try world.covering(planner) }?.code == "DR-596")
    let built = world.first.planner.plan(
      world.places[0], network: SiteIndex([]),
      readiness: Readiness(feasible: true, priority: 0, reasons: [])
    ).sites.map(\.site)
    #expect(!built.isEmpty)
  }

  /// The highest status decides, then indoors, then level and probability.
  @Test func theLayerIsTheHardestOfTheHighestStatus() throws {
    let world = try PlanWorld(side: 300)
    let assessment = world.engine.assessment(for: .city)
    let layer = try #require(assessment.peopleLayer(nil))
    #expect(assessment.layers[layer].place == .indoor)
    let outdoors = try #require(assessment.peopleLayer(.outdoor))
    #expect(assessment.layers[outdoors].place == .outdoor)
    let none = AuditEngine(
      standard: Standard(
        name: "", titleChinese: "", titleEnglish: "", description: "", source: "", city: [],
        countySeat: [], townSeat: []), reach: world.engine.reach, stationShare: 0.5)
    #expect(none.assessment(for: .city).peopleLayer(nil) == nil)
  }
}
