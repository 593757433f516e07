import Coverage
import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import TestSupport
import Territory

/// A plan small enough to be checked by hand: one city, one county seat, one town seat, two groups.
///
///     330000 province
///       330100 prefecture    1,000 people; its city has 500, 4 km2
///         330102 district      600: town 330102001, part of the city
///         330182 county        400: its seat has 200, 1 km2, in town 330182100 (250)
///                                   and a town seat of 100, 0.25 km2: town 330182200 (150)
///
/// 100 yuan a quarter, 2021Q1 to 2023Q4:
///
///     package                      yuan stations
///     330100/mobile/deep            300        3   from continuous
///     330100/unicom/deep            500        5   from reached
///     330182/mobile/reached          50        1
///     330182/mobile/deep            120        2   after it
///     330182/unicom/deep           2000        9   no money for it
///     330182200/unicom/continuous    10        1
///     330182200/mobile/reached       40        1   not feasible
///     330182200/mobile/deep          60        2   after it
struct TinyPlan {
  var regions = ["330000"]
  var packages = TinyPlan.packages
  var hasSchedule = true
  var budgetYuan = 100
  /// Name of the scenario in the manifest; nil for none.
  var scenario: String?

  static let packages = [
    package("330100", .city, .mobile, .continuous, .deep, yuan: 300, stations: 3),
    package("330100", .city, .unicom, .reached, .deep, yuan: 500, stations: 5),
    package("330182", .countySeat, .mobile, .none, .reached, yuan: 50, stations: 1),
    package(
      "330182", .countySeat, .mobile, .reached, .deep, yuan: 120, stations: 2,
      after: "330182/mobile/reached"),
    package("330182", .countySeat, .unicom, .reached, .deep, yuan: 2000, stations: 9),
    package("330182200", .townSeat, .unicom, .none, .continuous, yuan: 10, stations: 1),
    package(
      "330182200", .townSeat, .mobile, .none, .reached, yuan: 40, stations: 1, feasible: false),
    package(
      "330182200", .townSeat, .mobile, .reached, .deep, yuan: 60, stations: 2,
      after: "330182200/mobile/reached"),
  ]

  static func package(
    _ settlement: String, _ kind: SettlementKind, _ group: NetworkGroup, _ from: CoverageStatus,
    _ to: CoverageStatus, yuan: Int, stations: Int, after: String? = nil, feasible: Bool = true
  ) -> WorkPackage {
    WorkPackage(
      id: "\(settlement)/\(group.rawValue)/\(to.rawValue)", settlement: settlement,
      settlementName: "=\(settlement)", kind: kind, provinceAdcode: "330000", group: group,
      from: from, to: to, stations: stations, newSites: 1, costYuan: yuan,
      energyKilowattHoursPerYear: 10, fibreMetres: 20, crewDays: 3, populationServed: 100,
      prerequisite: after, feasible: feasible, priority: 0.5,
      reasons: ["equity", "unknown:traffic"]
    )
  }

  /// The network of a campus, behind the settlements.
  static func campus(_ id: String, yuan: Int, stations: Int, energy: Int) -> WorkPackage {
    WorkPackage(
      id: "campus/\(id)/mobile", settlement: "campus/\(id)", settlementName: id, kind: .townSeat,
      provinceAdcode: "330000", group: .mobile, from: .none, to: .none, stations: stations,
      newSites: 0, costYuan: yuan, energyKilowattHoursPerYear: energy, fibreMetres: 0, crewDays: 1,
      populationServed: 100, prerequisite: nil, feasible: true, priority: 0.5, reasons: [],
      purpose: .campus)
  }

  static func gazetteer() throws(UserError) -> Gazetteer {
    func unit(
      _ adcode: String, _ level: UnitLevel, in parent: String?, people: Int,
      polygon: String? = nil, settlement: String? = nil
    ) -> AdministrativeUnit {
      AdministrativeUnit(
        adcode: adcode, name: "N\(adcode)", englishName: "", level: level, parent: parent,
        form: "", population: people, populationKind: .estimated,
        position: Coordinate(longitude: 120, latitude: 30), positionKind: .modelled,
        polygon: polygon, settlement: settlement)
    }
    return try Gazetteer(
      units: [
        unit("330000", .province, in: nil, people: 1000),
        unit("330100", .prefecture, in: "330000", people: 1000),
        unit("330102", .county, in: "330100", people: 600, polygon: "330102"),
        unit("330182", .county, in: "330100", people: 400, polygon: "330182"),
        unit("330102001", .town, in: "330102", people: 600, settlement: "330100"),
        unit("330182100", .town, in: "330182", people: 250, settlement: "330182"),
        unit("330182200", .town, in: "330182", people: 150, settlement: "330182200"),
      ], regionByProvince: ["330000": "east"], plannedProvinces: ["330000"])
  }

  static func settlement(
    _ id: String, _ kind: SettlementKind, people: Int, squareMetres: Double
  ) throws -> Settlement {
    let square = try PlaneWorld.square(sideMetres: squareMetres.squareRoot())
    return Settlement(
      id: id, name: "N,\(id)", kind: kind, countyAdcode: kind == .city ? nil : "330182",
      prefectureAdcode: "330100", provinceAdcode: "330000", population: people,
      populationKind: .estimated, morphology: .urban, seats: square.seats,
      footprint: square.footprint, footprintKind: .modelled, areaSquareMetres: squareMetres)
  }

  static func audit(
    _ settlement: String, _ group: NetworkGroup, _ status: CoverageStatus, stations: Int
  ) -> SettlementAudit {
    let outdoor = status >= .continuous ? 0.99 : 0.5
    let indoor = status >= .deep ? 0.95 : 0.25
    return SettlementAudit(
      settlement: settlement, group: group, status: status,
      results: [
        CriterionResult(
          criterion: "reach", status: .reached, value: status >= .reached ? 1 : 0, threshold: 1,
          unit: "1"),
        CriterionResult(
          criterion: "outdoor-share", status: .continuous, value: outdoor, threshold: 0.95,
          unit: "1"),
        CriterionResult(
          criterion: "indoor-share", status: .deep, value: indoor, threshold: 0.9, unit: "1"),
      ], stations: stations, outdoorShare: outdoor, indoorShare: indoor, gridPoints: 100)
  }

  func schedule() throws(UserError) -> Schedule {
    let limits = try ScheduleLimits(
      from: Quarter(year: 2021, quarter: 1), until: Quarter(year: 2023, quarter: 4),
      budgetYuanPerQuarter: budgetYuan)
    return try Scheduler(limits: limits).schedule(packages)
  }

  func result() throws -> PlanResult {
    let schedule = hasSchedule ? try schedule() : nil
    let planned = PlannedStatuses(schedule)
    func outcome(
      _ settlement: Settlement, _ mobile: CoverageStatus, _ unicom: CoverageStatus, stations: Int
    ) -> SettlementOutcome {
      let audits = [
        Self.audit(settlement.id, .mobile, mobile, stations: stations),
        Self.audit(settlement.id, .unicom, unicom, stations: stations / 2),
      ]
      return SettlementOutcome(
        settlement: settlement,
        readiness: Readiness(
          feasible: true, priority: 0.5, reasons: ["equity", "unknown:traffic"]),
        groups: audits.map {
          GroupOutcome(
            before: $0, plannedStatus: planned.status(after: $0),
            quarter: planned.quarter(after: $0), unmet: nil)
        })
    }
    return PlanResult(
      standard: "deep-coverage", groups: [.mobile, .unicom], gazetteer: try Self.gazetteer(),
      regions: regions, networkKind: .modelled,
      settlements: [
        outcome(
          try Self.settlement("330100", .city, people: 500, squareMetres: 4e6), .continuous,
          .reached, stations: 8),
        outcome(
          try Self.settlement("330182", .countySeat, people: 200, squareMetres: 1e6), .none,
          .reached, stations: 2),
        outcome(
          try Self.settlement("330182200", .townSeat, people: 100, squareMetres: 0.25e6), .none,
          .none, stations: 0),
      ], packages: hasSchedule ? packages : [], schedule: schedule, existingSites: [],
      plannedSites: [], publishedStations: [])
  }
}
