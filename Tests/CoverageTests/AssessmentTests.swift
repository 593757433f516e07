import Coverage
import Radio
import Territory
import TestSupport
import Testing

/// The status ladder, on states whose served shares are set by hand.
@Suite struct AssessmentTests {
  private let place: AssessedPlace

  init() throws {
    place = AssessedPlace(try PlaneWorld.square(sideMetres: 1000), cellMetres: 50)
  }

  /// What each rung asks for: presence, the whole square outdoors, the whole square indoors.
  @Test(
    arguments: [
      (0, false, false, CoverageStatus.none, "reach"),
      (1, false, false, .reached, "outdoor-share"), (1, true, false, .continuous, "indoor-share"),
      (1, true, true, .deep, nil),
      // A lower rung that fails holds back every higher one.
      (0, true, true, .none, "reach"), (1, false, true, .reached, "outdoor-share"),
    ] as [(Int, Bool, Bool, CoverageStatus, String?)]) func statusIsTheHighestRungWithAllBelow(
      serving: Int, outdoor: Bool, indoor: Bool, status: CoverageStatus, failing: String?
    )
  {
    let assessment = Assessment(AuditWorld.standard(density: nil), kind: .city)
    var state = CoverageState(place, layers: assessment.layers)
    state.servingStations = serving
    serve(&state, radiiMetres: [outdoor ? 5000 : 0, indoor ? 5000 : 0])
    let audit = assessment.audit(state, group: .mobile, stationShare: 0.5)
    #expect(audit.status == status)
    #expect(audit.failing?.criterion == failing)
    #expect(audit.outdoorShare == (outdoor ? 1 : 0))
    #expect(audit.indoorShare == (indoor ? 1 : 0))
    #expect(audit.gridPoints == place.grid.cellCount)
  }

  @Test func theFailingCriterionSaysByHowMuch() throws {
    let assessment = Assessment(AuditWorld.standard(density: nil), kind: .city)
    var state = CoverageState(place, layers: assessment.layers)
    state.servingStations = 1
    serve(&state, radiiMetres: [300, 0])
    let audit = assessment.audit(state, group: .unicom, stationShare: 0.5)
    let failing = try #require(audit.failing)
    #expect(failing.threshold == 0.95)
    #expect(failing.value == audit.outdoorShare)
    #expect(failing.margin == audit.outdoorShare - 0.95)
    #expect(abs(failing.value - Double.pi * 0.3 * 0.3) < 0.01)
    #expect(audit.group == .unicom)
  }

  @Test func stationsAreNeededUntilTheCountIsReached() {
    // 100 000 residents, 12 per 10 000 of all operators, half of it ours: 60 stations.
    let assessment = Assessment(AuditWorld.standard(density: 12), kind: .city)
    var state = CoverageState(place, layers: assessment.layers)
    #expect(assessment.needsStations(state, for: .reached, 0.5))
    state.servingStations = 1
    state.stations = 59
    #expect(!assessment.needsStations(state, for: .reached, 0.5))
    #expect(!assessment.needsStations(state, for: .continuous, 0.5))
    #expect(assessment.needsStations(state, for: .deep, 0.5))
    state.stations = 60
    #expect(!assessment.needsStations(state, for: .deep, 0.5))
    #expect(assessment.needsStations(state, for: .deep, 1))
  }

  @Test func coverageAloneNeverAsksForStations() {
    let assessment = Assessment(AuditWorld.standard(density: nil), kind: .city)
    var state = CoverageState(place, layers: assessment.layers)
    state.servingStations = 1
    #expect(!assessment.needsStations(state, for: .deep, 0.5))
  }

  @Test func criteriaShareLayersAndTheStrictestIsReported() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let taiyuan = try StandardBook.read(path: geodata.path("books/standards/taiyuan-2018.yaml"))
    let city = Assessment(taiyuan, kind: .city)
    #expect(city.layers.map(\.thresholdDBm) == [-95, -90])
    #expect(city.criteria.map(\.layer) == [nil, 0, 1])
    #expect(city.statuses == [.reached, .continuous, .deep])
    var state = CoverageState(place, layers: city.layers)
    serve(&state, radiiMetres: [5000, 300])
    let audit = city.audit(state, group: .mobile, stationShare: 0.5)
    #expect(audit.outdoorShare == state.share(of: city.layers[1]))
    #expect(audit.outdoorShare < 0.3)
    #expect(audit.indoorShare == 0)
    // Ordinary towns aim at continuous coverage in this standard.
    #expect(Assessment(taiyuan, kind: .townSeat).target == .continuous)
  }

  private func serve(_ state: inout CoverageState, radiiMetres: [Double]) {
    let reach = StationReach(
      pattern: .element, contours: radiiMetres.map { ServiceContour(radiusMetres: $0) })
    state.add(
      reach.facing(.omnidirectional),
      at: SitePlacement(position: place.center, frame: place.frame), isOwn: true)
  }
}
