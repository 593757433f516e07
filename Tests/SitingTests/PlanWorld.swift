import Coverage
import Geometry
import Radio
import Siting
import Territory
import TestSupport

/// A square city where one configuration serves 800 m outdoors.
struct PlanWorld {
  let place: AssessedPlace
  let engine: AuditEngine
  let planner: SettlementPlanner

  init(
    side: Double, at position: Coordinate = PlaneWorld.origin, indoorMetres: Double = 300,
    secondIndoorMetres: Double? = nil, density: Double? = nil
  ) throws {
    place = AssessedPlace(
      try PlaneWorld.square(sideMetres: side, at: position, population: 20_000), cellMetres: 50)
    let standard = Self.standard(density)
    let reach = ReachBook(
      configurations: ["main", "second"], layers: Assessment(standard, kind: .city).layers
    ) { name, _, layer in
      let indoors = name == "second" ? secondIndoorMetres ?? indoorMetres : indoorMetres
      return layer.place == .outdoor ? 800 : indoors
    }
    engine = AuditEngine(standard: standard, reach: reach, stationShare: 0.5)
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let costs = try CostBook.read(path: geodata.path("books/costs.yaml"))
    planner = SettlementPlanner(
      engine: engine, group: .mobile,
      setups: [
        .urban: SettlementPlanner.GroupSetup(
          configuration: Self.configuration("main"),
          secondConfiguration: Self.configuration("second"), heightMetres: 25,
          candidateSpacingMetres: 200)
      ], pricing: PackagePricing(costs: costs))
  }

  func plan(existing: [Site] = []) -> SettlementPlan { plan(by: planner, existing: existing) }

  func plan(by planner: SettlementPlanner, existing: [Site] = []) -> SettlementPlan {
    let readiness = ReadinessRule(Self.readiness).assess(
      ReadinessFacts(
        kind: .city, population: 20_000, backhaul: nil, isReachable: true, existingStations: 0))
    return planner.plan(place, network: SiteIndex(existing), readiness: readiness)
  }

  func audit(_ sites: [Site]) -> SettlementAudit {
    engine.audit(engine.state(of: place, network: SiteIndex(sites)), group: .mobile)
  }

  static func figure(_ value: Double) -> Figure {
    Figure(value: value, unit: "1", kind: .judgement, source: "test")
  }

  static var readiness: ReadinessBook { readiness() }

  /// A book whose weights sum to 1, with gates as said.
  static func readiness(power: Double = 1, commitment: Double = 0, scale: Double = 1)
    -> ReadinessBook
  {
    func weight(_ value: Double) -> Figure { figure(value * scale) }
    return ReadinessBook(
      gates: .init(
        backhaulKilometres: figure(30), powerAvailable: figure(power),
        localCommitment: figure(commitment)), routeDetour: figure(1.5),
      weights: ReadinessWeights(
        seatPopulation: weight(0.2), traffic: weight(0.2), shareableSitesAndFibre: weight(0.2),
        industry: weight(0.1), transport: weight(0.05), scenic: weight(0.05),
        localSupport: weight(0.1), equity: weight(0.1)),
      fullScores: FullScores(
        seatPopulation: figure(50_000), trafficGigabytes: figure(20),
        industryEmployees: figure(40_000), transportHubs: figure(4), scenicAreas: figure(2)))
  }

  static func configuration(_ name: String) -> AntennaConfiguration {
    AntennaConfiguration(
      name: name, band: "n41", conductedPowerWatts: figure(200), ssbGainDBi: figure(18),
      feederLossDB: figure(0), receiveGainDBi: figure(25), receiveNoiseFigureDB: figure(3.5),
      spatialMultiplexing: figure(4.5), horizontalBeamwidthDegrees: figure(65),
      verticalBeamwidthDegrees: figure(65), frontToBackDB: figure(30),
      downtiltDegrees: figure(6), idlePowerKilowatts: figure(2), fullPowerKilowatts: figure(4),
      equipmentYuan: figure(100_000))
  }

  static func standard(_ density: Double?) -> Standard {
    func share(_ kind: CriterionKind, _ threshold: Double, _ level: Double) -> Criterion {
      Criterion(
        criterion: kind, threshold: figure(threshold), rsrpDBm: figure(level),
        pointProbability: figure(0.75))
    }
    func count(_ kind: CriterionKind, _ threshold: Double) -> Criterion {
      Criterion(
        criterion: kind, threshold: figure(threshold), rsrpDBm: nil, pointProbability: nil)
    }
    let deep =
      [share(.indoorShare, 0.9, -110)] + (density.map { [count(.stationsPer10k, $0)] } ?? [])
    let rules = [
      StatusRule(status: .reached, criteria: [count(.reach, 1)]),
      StatusRule(status: .continuous, criteria: [share(.outdoorShare, 0.95, -105)]),
      StatusRule(status: .deep, criteria: deep),
    ]
    return Standard(
      name: "test", titleChinese: "", titleEnglish: "", description: "", source: "", city: rules,
      countySeat: rules, townSeat: rules)
  }
}
