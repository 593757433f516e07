import Coverage
public import Geometry
import Radio
import Siting
import Territory

/// Packages of anybody's, read from comma-separated text: `id` and `cost_yuan` are needed, everything else has
/// a default. A plan's `packages.csv` is read as it is.
public struct PackageFile: Sendable {
  /// In the order of the rows.
  public let packages: [RolloutPackage]

  /// Reads text; the name is for errors.
  ///
  /// - Throws: the table's errors (`DR-201` to `DR-205`); `DR-650` for an id that is missing or stands twice, `DR-651` for a prerequisite that is no
  ///   package, `DR-652` for packages that wait for each other, `DR-653` for a word that is none of a
  ///   column's, `DR-654` for a figure out of range, `DR-655` for quarters that contradict, `DR-656` for a
  ///   deadline of what cannot be built; all with the line.
  public init(name: String, bytes: [UInt8]) throws(UserError) {
    let table = try CSVTable(name: name, bytes: bytes)
    let reader = try PackageRowReader(table)
    var packages: [RolloutPackage] = []
    packages.reserveCapacity(table.rows.count)
    for row in table.rows { packages.append(try reader.package(row)) }
    try PackageLinks(table, packages).check()
    self.packages = packages
  }

  /// Whose amounts the limits are: the file is the whole country, and provinces and groups have their share by
  /// the residents of their packages, each settlement counted once by its largest package. Without residents
  /// packages count.
  public var residentShares: ResidentShares {
    struct Place: Hashable {
      let settlement: String
      let part: String
    }
    func shares(_ part: (RolloutPackage) -> String) -> [String: Double] {
      var people: [Place: Int] = [:]
      var counts: [String: Int] = [:]
      for package in packages {
        let place = Place(settlement: package.work.settlement, part: part(package))
        // Who works on a campus lives somewhere else, and is counted there.
        let residents = package.work.purpose == .campus ? 0 : package.work.populationServed
        people[place] = max(people[place] ?? 0, residents)
        counts[place.part, default: 0] += 1
      }
      var sums: [String: Int] = [:]
      for (place, residents) in people { sums[place.part, default: 0] += residents }
      if sums.values.allSatisfy({ $0 == 0 }) { sums = counts }
      let all = Double(max(1, sums.values.reduce(0, +)))
      return sums.mapValues { Double($0) / all }
    }
    return ResidentShares(
      nation: 1, provinces: shares { $0.work.provinceAdcode },
      groups: shares { $0.work.group.rawValue })
  }
}

/// Makes a package of a row.
private struct PackageRowReader {
  let cells: PackageCells

  init(_ table: CSVTable) throws(UserError) {
    _ = try table.require("id")
    _ = try table.require("cost_yuan")
    cells = PackageCells(table)
  }

  func package(_ row: CSVTable.Row) throws(UserError) -> RolloutPackage {
    let names = cells.list(row, "prerequisite")
    var package = RolloutPackage(try work(row, prerequisite: names.first))
    package.furtherPrerequisites = Array(names.dropFirst())
    package.earliest = try cells.quarter(row, "earliest")
    package.deadline = try cells.quarter(row, "deadline")
    package.startFixed = try cells.quarter(row, "fixed_start")
    let longest = ScheduleLimits.greatestQuarters
    if cells.text(row, "duration_quarters") != nil {
      package.durationQuarters = try cells.count(row, "duration_quarters", 1...longest)
    }
    for mode in cells.list(row, "mode") {
      guard let supply = PowerSupply(rawValue: mode) else {
        throw cells.unknown(row, "mode", mode, "give one or more of: \(PowerSupply.words)")
      }
      package.supplies.insert(supply)
    }
    return package
  }

  private func work(
    _ row: CSVTable.Row, prerequisite: String?
  ) throws(UserError) -> WorkPackage {
    let id = cells.text(row, "id") ?? ""
    let settlement = cells.text(row, "settlement") ?? id
    let isCampus = cells.text(row, "kind") == PackagePurpose.campus.rawValue
    let energy = try cells.count(row, "energy_kwh_per_year", 0...Self.greatest)
    return WorkPackage(
      id: id, settlement: settlement, settlementName: cells.text(row, "name") ?? settlement,
      kind: isCampus ? .townSeat : try cells.word(row, "kind", SettlementKind.townSeat),
      provinceAdcode: cells.text(row, "province") ?? Self.nowhere,
      group: try cells.word(row, "group", NetworkGroup.mobile),
      from: try cells.word(row, "from", CoverageStatus.none),
      to: try cells.word(row, "to", CoverageStatus.deep),
      stations: try cells.count(row, "stations", 0...1_000_000_000),
      newSites: try cells.count(row, "new_sites", 0...1_000_000_000),
      costYuan: try cells.count(row, "cost_yuan", 0...Self.greatest, orElse: nil),
      energyKilowattHoursPerYear: energy,
      fibreMetres: try cells.count(row, "fibre_metres", 0...Self.greatest),
      crewDays: try cells.count(row, "crew_days", 0...1_000_000_000),
      populationServed: try cells.count(row, "population_served", 0...10_000_000_000, orElse: 1),
      prerequisite: prerequisite, feasible: try cells.truth(row, "feasible", orElse: true),
      priority: try cells.number(row, "priority", 0...1) ?? 0.5, reasons: [],
      equipment: try cells.equipment(row),
      opexYuanPerYear: try cells.count(row, "opex_yuan_per_year", 0...Self.greatest),
      lead: try lead(row),
      purpose: isCampus
        ? .campus
        : cells.list(row, "closes") == [PackagePurpose.keyPlaces.rawValue]
          ? .keyPlaces : .settlement)
  }

  /// Of a package without province: one of all that have none.
  private static let nowhere = "000000"
  /// What the engine can hold of one package's money and electricity.
  private static let greatest = ResourceUse.greatestAmount / 10

  private func lead(_ row: CSVTable.Row) throws(UserError) -> PackageLead? {
    let range = 0...1e12
    guard let before = try cells.number(row, "capacity_before_mbps", range),
      let after = try cells.number(row, "capacity_after_mbps", range),
      let demand = try cells.number(row, "demand_mbps", range)
    else { return nil }
    return PackageLead(
      capacityBeforeMbps: before, capacityAfterMbps: after, demandMbps: demand)
  }
}
