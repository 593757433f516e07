import Coverage
import Geometry
import Radio
import Siting
import TestSupport
import Territory
import Testing

/// A second carrier goes up at the height of the candidate that it is put on, not at the book's.
@Suite struct SecondCarrierHeightTests {
  /// One mast in the middle that reaches most of a square of 900 m indoors, and all of it by a second
  /// carrier at 60 m.
  private func plan(heightMetres: Double?) throws -> (SettlementPlan, AuditEngine, AssessedPlace) {
    let standard = PlanWorld.standard(2)
    let layers = Assessment(standard, kind: .city).layers
    var reaches: [ReachBook.Key: StationReach] = [:]
    for (name, height, indoors) in [
      ("main", nil, 520.0), ("main", 60, 520), ("second", nil, 300), ("second", 60, 700),
    ] as [(String, Int?, Double)] {
      reaches[ReachBook.Key(configuration: name, morphology: .urban, heightMetres: height)] =
        StationReach(
          pattern: .element,
          contours: layers.map {
            ServiceContour(radiusMetres: $0.place == .outdoor ? 800 : indoors)
          })
    }
    let engine = AuditEngine(
      standard: standard, reach: ReachBook(layers: layers, reaches: reaches), stationShare: 0.5)
    let world = try PlanWorld(side: 900)
    let planner = SettlementPlanner(
      engine: engine, group: .mobile, setups: world.planner.setups,
      pricing: world.planner.pricing,
      supply: try CandidateSupply(
        [
          StationCandidate(
            id: "tower", position: PlaneWorld.origin, kind: .ownSite, heightMetres: heightMetres,
            fibreMetres: 0, powerMetres: 0)
        ], forbidden: nil,
        pricing: CandidatePricing(
          costs: world.planner.pricing.costs, nodes: FibreNodes([]), routeDetour: 1.5),
        usesLattice: false))
    return (world.plan(by: planner), engine, world.place)
  }

  @Test(arguments: [nil, 60] as [Double?]) func itReachesAsFarAsAtItsOwnHeight(
    heightMetres: Double?
  ) throws {
    let (plan, engine, place) = try plan(heightMetres: heightMetres)
    #expect(plan.after.status == .deep)
    #expect(plan.sites.map(\.site.configurations) == [["main"], ["second"]])
    #expect(plan.sites.allSatisfy { $0.site.heightMetres == heightMetres ?? 25 })
    #expect((plan.after.indoorShare == 1) == (heightMetres == 60))
    let again = engine.audit(
      engine.state(of: place, network: SiteIndex(plan.sites.map(\.site))), group: .mobile)
    #expect(again == plan.after)
  }
}
