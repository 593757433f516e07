import Coverage
import Geometry
import Radio
import Reporting
import Siting
import TestSupport
import Territory

/// An audit of one or two settlements whose every figure is given, written to a folder.
struct AuditWorld {
  struct Place {
    var id = "330182"
    var kind = SettlementKind.countySeat
    var group = NetworkGroup.mobile
    /// Of reach, outdoor and indoor share.
    var values = [1.0, 0.96, 0.5]
    var population = 200
    var squareMetres = 1e6
    var stations = 10
  }

  var places = [Place()]
  var thresholds = [1.0, 0.95, 0.9]
  /// Hashes stand for files.
  var inputs = [
    "geodata/books/standards/deep-coverage.yaml": "a", "sites.csv": "a",
    "geodata/books/bands.yaml": "a", "geodata/units/towns.csv": "a",
    "geodata/books/costs.yaml": "a",
  ]
  var project: JSONObject = ["standard": "deep-coverage", "sites": "sites.csv", "grid": 50]
  var toolVersion = "0.1.0"

  static let statuses: [(CoverageStatus, CriterionKind)] = [
    (.reached, .reach), (.continuous, .outdoorShare), (.deep, .indoorShare),
  ]

  func status(_ place: Place) -> CoverageStatus {
    var status = CoverageStatus.none
    for (index, item) in Self.statuses.enumerated() {
      guard place.values[index] >= thresholds[index] else { break }
      status = item.0
    }
    return status
  }

  private func outcome(_ place: Place) throws -> SettlementOutcome {
    let audit = SettlementAudit(
      settlement: place.id, group: place.group, status: status(place),
      results: Self.statuses.enumerated().map { index, item in
        CriterionResult(
          criterion: item.1.rawValue, status: item.0, value: place.values[index],
          threshold: thresholds[index], unit: "1")
      }, stations: place.stations, outdoorShare: place.values[1], indoorShare: place.values[2],
      gridPoints: 100)
    return SettlementOutcome(
      settlement: try TinyPlan.settlement(
        place.id, place.kind, people: place.population, squareMetres: place.squareMetres),
      readiness: Readiness(feasible: true, priority: 0.5, reasons: []),
      groups: [
        GroupOutcome(before: audit, plannedStatus: audit.status, quarter: nil, unmet: nil)
      ])
  }

  /// Writes the audit and reads it again.
  func run(_ scratch: Scratch, _ name: String) throws -> AuditedRun {
    let result = PlanResult(
      standard: "deep-coverage", groups: [.mobile], gazetteer: try TinyPlan.gazetteer(),
      regions: ["330000"], networkKind: .measured, settlements: try places.map(outcome),
      packages: [], schedule: nil, existingSites: [], plannedSites: [], publishedStations: [])
    let manifest = Manifest(
      toolVersion: toolVersion, verb: "audit", arguments: ["audit"], project: project, seed: 1,
      inputs: inputs.map { FileDigest(path: $0.key, bytes: Array($0.value.utf8)) },
      counts: StatusCount.counts(
        of: result.settlements.flatMap { $0.groups.map(\.before) },
        settlements: result.settlements.map(\.settlement), schedule: nil), schedule: nil)
    let timer = StageTimer()
    try RunFiles(result: result, language: .english).writeAudit(
      to: RunFolder(scratch.path(name)), manifest: manifest, timer: timer,
      timings: { Timings(arguments: [], threads: 1, stages: timer.stages) })
    return try AuditedRun(reading: scratch.path(name))
  }

  /// A standard of these thresholds.
  func standard(rsrpDBm: Double = -105) throws -> Standard {
    func figure(_ value: Double) -> Figure {
      Figure(value: value, unit: "1", kind: .judgement, source: "test")
    }
    let rules = Self.statuses.enumerated().map { index, item in
      StatusRule(
        status: item.0,
        criteria: [
          Criterion(
            criterion: item.1, threshold: figure(thresholds[index]),
            rsrpDBm: index == 0 ? nil : figure(rsrpDBm),
            pointProbability: index == 0 ? nil : figure(0.9))
        ])
    }
    return Standard(
      name: "deep-coverage", titleChinese: "", titleEnglish: "", description: "", source: "",
      city: rules, countySeat: rules, townSeat: rules)
  }

  static func site(_ id: String, east: Double = 0, heightMetres: Double = 25) -> Site {
    Site(
      id: id,
      position: Coordinate(x: PlaneWorld.origin.x + east, y: PlaneWorld.origin.y), group: .mobile,
      configurations: ["n41-64T64R"], heightMetres: heightMetres, status: .existing,
      kind: .measured, settlement: nil)
  }
}
