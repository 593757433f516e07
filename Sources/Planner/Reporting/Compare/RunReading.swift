import Coverage
public import Geometry
import Radio
import Scheduling
import Territory

extension ComparedRun {
  /// Most residents that a settlement is taken to have, more than any country; sums stay in an integer.
  static let mostResidents = 2_000_000_000

  /// Reads a run folder of `plan`, and nothing but it.
  ///
  /// - Throws: DR-702, DR-705 when there is no run, DR-712 for a run of another verb, DR-711 when
  ///   ``Verification`` finds something, DR-714 for a value of a table that cannot be.
  public init(reading folder: String) throws(UserError) {
    let path = RunFolder(folder).path
    let file = "\(path)/\(RunFolder.manifestName)"
    let manifest = try Manifest(parsing: FileAccess.read(file), file: file)
    guard manifest.verb == "plan" else {
      throw UserError(
        "DR-712", .badData, at: path, "the run is of `\(manifest.verb)`",
        remedy: "compare runs of `deepreach plan`; audits by `deepreach audit RUN --against RUN`")
    }
    let findings = try Verification.findings(in: path)
    if let first = findings.first {
      throw UserError(
        "DR-711", .badData,
        at: first.place.hasPrefix(path) ? first.place : "\(path)/\(first.place)",
        "the run is not as it was written: \(first.problem)"
          + (findings.count > 1 ? ", and \(findings.count - 1) findings more" : ""),
        remedy: "see `deepreach verify \(path)`; make the run again")
    }
    let files = RunTables(folder: path)
    let packages = try PackageRows(files.table("packages.csv"))
    let schedule = try ScheduleRows(files.table("schedule.csv"))
    let budget = try BudgetRows(files.table("budget.csv"))
    guard let from = budget.rows.first.flatMap({ Quarter($0.quarter) }) else {
      throw UserError(
        "DR-714", .badData, at: "\(path)/\(budget.name)", "there is no quarter",
        remedy: "make the run again")
    }
    let audit = try AuditPlaces(files.table("audit.csv"), folder: path)
    let finished = schedule.rows.filter(\.isScheduled)
    let project = manifest.project
    self.init(
      label: path, regions: (project["region"]?.array ?? []).compactMap(\.string),
      networkKind: (project["network"]?.string).flatMap(DataKind.init(rawValue:)),
      standard: project["standard"]?.string ?? "",
      scenario: project["scenario"]?.object?["name"]?.string, groups: audit.groups,
      places: audit.places(
        rises: Self.rises(finished, packages), built: Self.built(finished, packages)), from: from,
      spentYuan: budget.rows.map(\.spent), packages: finished.count,
      packagesLeftOut: schedule.rows.count - finished.count,
      stations: finished.reduce(0) { $0 &+ $1.stations },
      costYuan: packages.byID.values.reduce(0) { $0 &+ $1.costYuan })
  }

  private static func rises(
    _ finished: [ScheduleRows.Row], _ packages: PackageRows
  ) -> [NetworkPlace: [ComparedPlace.Rise]] {
    var rises: [NetworkPlace: [ComparedPlace.Rise]] = [:]
    for row in finished {
      guard let package = packages.byID[row.package], let status = package.to,
        let finish = row.span?.upperBound
      else { continue }
      rises[package.place, default: []].append(
        ComparedPlace.Rise(quarter: finish, status: status))
    }
    return rises
  }

  private static func built(
    _ finished: [ScheduleRows.Row], _ packages: PackageRows
  ) -> [String: ComparedPlace.Built] {
    var built: [String: ComparedPlace.Built] = [:]
    for row in finished {
      guard let package = packages.byID[row.package] else { continue }
      built[package.place.settlement, default: ComparedPlace.Built()].add(
        yuan: row.paidYuan, stations: row.stations)
    }
    return built
  }
}

/// What audit.csv says of places.
private struct AuditPlaces {
  private struct Row {
    let settlement: String
    let group: NetworkGroup
    let name: String
    let kind: SettlementKind
    let prefecture: String
    let county: String
    let population: Int
    let status: CoverageStatus
    let target: CoverageStatus
  }

  private var rows: [Row] = []

  init(_ table: RunTable, folder: String) throws(UserError) {
    // Criteria stand in columns that begin with their status.
    let criteria = table.header.compactMap { title in
      CoverageStatus.allCases.first { title.hasPrefix("\($0.rawValue)_") }.map { (title, $0) }
    }
    for row in table.rows {
      func known<Value: RawRepresentable<String>>(
        _ type: Value.Type, _ title: String
      ) throws(UserError) -> Value {
        let text = try table.text(row, title)
        if let value = Value(rawValue: text) { return value }
        throw Self.cannotBe("\(title) is '\(text)'", at: "\(folder)/\(table.name):\(row.line)")
      }
      let population = try table.count(row, "population")
      guard population <= ComparedRun.mostResidents else {
        throw Self.cannotBe(
          "population is \(population)", at: "\(folder)/\(table.name):\(row.line)")
      }
      var target: CoverageStatus?
      for (title, status) in criteria where try !table.text(row, title).isEmpty {
        target = max(target ?? status, status)
      }
      rows.append(
        Row(
          settlement: try table.text(row, "settlement"),
          group: try known(NetworkGroup.self, "group"), name: try table.text(row, "name"),
          kind: try known(SettlementKind.self, "kind"),
          prefecture: try table.text(row, "prefecture"), county: try table.text(row, "county"),
          population: population, status: try known(CoverageStatus.self, "status"),
          target: target ?? .deep))
    }
  }

  private static func cannotBe(_ problem: String, at place: String) -> UserError {
    UserError("DR-714", .badData, at: place, problem, remedy: "make the run again")
  }

  var groups: [NetworkGroup] {
    let own = Set(rows.map(\.group))
    return NetworkGroup.allCases.filter(own.contains)
  }

  func places(
    rises: [NetworkPlace: [ComparedPlace.Rise]], built: [String: ComparedPlace.Built]
  ) -> [ComparedPlace] {
    var networks: [String: [ComparedPlace.Network]] = [:]
    var targets: [String: CoverageStatus] = [:]
    var firsts: [Row] = []
    for row in rows {
      if networks[row.settlement] == nil { firsts.append(row) }
      let place = NetworkPlace(settlement: row.settlement, group: row.group.rawValue)
      networks[row.settlement, default: []].append(
        ComparedPlace.Network(before: row.status, rises: rises[place] ?? []))
      targets[row.settlement] = max(targets[row.settlement] ?? row.target, row.target)
    }
    return firsts.map { row in
      ComparedPlace(
        settlement: row.settlement, name: row.name, kind: row.kind,
        prefecture: row.prefecture.isEmpty ? nil : row.prefecture,
        county: row.county.isEmpty ? nil : row.county, population: row.population,
        target: targets[row.settlement] ?? .deep, networks: networks[row.settlement] ?? [],
        built: built[row.settlement] ?? ComparedPlace.Built())
    }
  }
}
