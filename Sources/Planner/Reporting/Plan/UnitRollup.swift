public import Coverage
import Siting
public import Territory

/// A unit with the status of its seat and the sums of the settlements in it.
public struct UnitSummary: Sendable {
  /// Which unit.
  public let unit: AdministrativeUnit
  /// Status of the settlement that stands for the unit: the city of a prefecture, the seat of a
  /// county, the town seat. Of a province the lowest of its cities. Nil without a settlement.
  public let status: CoverageStatus?
  /// When the schedule is done; nil without a settlement.
  public let plannedStatus: CoverageStatus?
  /// When it is reached; nil where nothing rises.
  public let quarter: Quarter?
  /// What keeps it from the next status.
  public let failing: CriterionResult?
  /// Settlements in the unit by present status.
  public let before: CoverageTally
  /// Settlements in the unit by planned status.
  public let planned: CoverageTally
  /// Present stations of all groups of the run.
  public let stations: Int
  /// Cost of all packages in the unit.
  public let costYuan: Int
}

/// Rolls settlements up to the units that hold them.
public struct UnitRollup: Sendable {
  /// Province, prefecture, county, town, each by adcode.
  public let units: [UnitSummary]

  /// Rolls a run up.
  public init(_ result: PlanResult) {
    let gazetteer = result.gazetteer
    var sums: [String: Sums] = [:]
    var byID: [String: Int] = [:]
    var cost: [String: Int] = [:]
    for package in result.packages { cost[package.settlement, default: 0] += package.costYuan }
    for (index, outcome) in result.settlements.enumerated() {
      byID[outcome.settlement.id] = index
      for adcode in Self.holders(of: outcome.settlement) {
        sums[adcode, default: Sums()].add(outcome, cost: cost[outcome.settlement.id] ?? 0)
      }
    }
    units = gazetteer.units.compactMap { unit in
      guard result.includes(unit.adcode) else { return nil }
      let seats = Self.seats(of: unit, result, byID)
      let lowest = seats.min { ($0.status, $0.settlement.id) < ($1.status, $1.settlement.id) }
      let planned = seats.map(\.plannedStatus).min()
      let own = sums[unit.adcode] ?? Sums()
      return UnitSummary(
        unit: unit, status: lowest?.status, plannedStatus: planned,
        quarter: planned ?? .none > lowest?.status ?? .none
          ? seats.compactMap(\.quarter).max() : nil,
        failing: lowest?.failing, before: own.before, planned: own.planned,
        stations: own.stations, costYuan: own.costYuan)
    }
  }

  private struct Sums {
    var before = CoverageTally()
    var planned = CoverageTally()
    var stations = 0
    var costYuan = 0

    mutating func add(_ outcome: SettlementOutcome, cost: Int) {
      let settlement = outcome.settlement
      before.add(
        outcome.status, residents: settlement.population,
        squareMetres: settlement.areaSquareMetres)
      planned.add(
        outcome.plannedStatus, residents: settlement.population,
        squareMetres: settlement.areaSquareMetres)
      stations += outcome.groups.reduce(0) { $0 + $1.before.stations }
      costYuan += cost
    }
  }

  /// Units that a settlement lies in: a city in its prefecture and province, the others in their
  /// county as well; a town seat in its town too.
  private static func holders(of settlement: Settlement) -> [String] {
    var holders = [settlement.provinceAdcode]
    if let prefecture = settlement.prefectureAdcode { holders.append(prefecture) }
    if settlement.kind != .city, let county = settlement.countyAdcode { holders.append(county) }
    if settlement.kind == .townSeat { holders.append(settlement.id) }
    return holders
  }

  private static func seats(
    of unit: AdministrativeUnit, _ result: PlanResult, _ byID: [String: Int]
  ) -> [SettlementOutcome] {
    func outcome(_ id: String?) -> SettlementOutcome? {
      id.flatMap { byID[$0] }.map { result.settlements[$0] }
    }
    switch unit.level {
    case .province:
      return result.settlements.filter {
        $0.settlement.kind == .city && $0.settlement.provinceAdcode == unit.adcode
      }
    case .prefecture: return [outcome(unit.adcode)].compactMap { $0 }
    case .county: return [outcome(unit.adcode) ?? outcome(unit.parent)].compactMap { $0 }
    case .town: return [outcome(unit.settlement)].compactMap { $0 }
    }
  }
}
