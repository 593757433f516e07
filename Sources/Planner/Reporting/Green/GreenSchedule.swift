import Geometry
import Scheduling
import Siting
import Territory

/// What a run says of packages that are built, by settlement.
struct GreenSchedule {
  private(set) var packages: [String: [GreenPlace.Package]] = [:]
  private var provinces: [String: String] = [:]

  init(_ files: RunTables) throws(UserError) {
    let audit = try files.table("audit.csv")
    for row in audit.rows {
      provinces[try audit.text(row, "settlement")] = try audit.text(row, "province")
    }
    let file = try PackageFile(name: "packages.csv", bytes: files.bytes("packages.csv"))
    let works = Dictionary(
      file.packages.map { ($0.work.id, $0.work) }, uniquingKeysWith: { one, _ in one })
    let schedule = try files.table("schedule.csv")
    for row in schedule.rows where try schedule.text(row, "state") == ScheduleTable.scheduled {
      let (id, mode) = (try schedule.text(row, "package"), try schedule.text(row, "mode"))
      // A schedule without choice leaves it empty.
      guard let work = works[id], let supply = mode.isEmpty ? .grid : PowerSupply(rawValue: mode)
      else {
        throw UserError(
          "DR-944", .badData, at: "\(schedule.name):\(row.line)",
          works[id] == nil ? "\(id) is no package of the run" : "mode is '\(mode)'",
          remedy: "make the run again")
      }
      packages[work.settlement, default: []].append(
        GreenPlace.Package(
          work: work, supply: supply, supplyYuan: try schedule.count(row, "mode_yuan")))
    }
  }

  init(_ result: PlanResult, _ schedule: Schedule) {
    for outcome in result.settlements {
      provinces[outcome.settlement.id] = outcome.settlement.provinceAdcode
    }
    for entry in schedule.packages {
      packages[entry.package.settlement, default: []].append(
        GreenPlace.Package(
          work: entry.package, supply: PowerSupply(rawValue: entry.mode) ?? .grid,
          supplyYuan: entry.paidYuan - entry.package.costYuan))
    }
  }

  func province(of settlement: String) -> String { provinces[settlement] ?? "" }
}
