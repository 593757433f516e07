import Coverage
import Geometry
import Territory

/// What a quarter pays and finishes by schedule.csv.
struct QuarterWork {
  var paidYuan = 0
  var stationsBuilt = 0
  private(set) var packages = 0
  private(set) var stations = 0
  private(set) var people: [CoverageStatus: Int] = [:]

  mutating func finish(_ package: PackageRows.Row) {
    packages += 1
    stations &+= package.stations
    if let status = package.to { people[status, default: 0] &+= package.people }
  }
}

/// What budget.csv says.
struct BudgetRows {
  struct Row {
    let line: Int
    let quarter: String
    let budget: Int
    let carriedIn: Int
    let spent: Int
    let carriedOut: Int
    /// What the quarter finishes, by the titles of its columns.
    let finished: [(title: String, count: Int)]
  }

  static let peopleTitles: [(title: String, status: CoverageStatus)] = [
    ("people_reached", .reached), ("people_continuous", .continuous), ("people_deep", .deep),
  ]

  let name: String
  private(set) var rows: [Row] = []

  init(_ table: RunTable) throws(UserError) {
    name = table.name
    let titles =
      ["packages_finished", "stations_built", "stations_finished"] + Self.peopleTitles.map(\.title)
    for row in table.rows {
      var finished: [(title: String, count: Int)] = []
      for title in titles { finished.append((title, try table.count(row, title))) }
      rows.append(
        Row(
          line: row.line, quarter: try table.text(row, "quarter"),
          budget: try table.count(row, "budget_yuan"),
          carriedIn: try table.count(row, "carried_in_yuan"),
          spent: try table.count(row, "spent_yuan"),
          carriedOut: try table.count(row, "carried_out_yuan"), finished: finished))
    }
  }
}

/// budget.csv: no quarter spends more than it has, but for what had begun already; what is left is carried over
/// exactly, and every quarter finishes what schedule.csv says.
enum BudgetCheck {
  /// - Parameter paidAnyway: what packages pay that had begun when the run was planned anew.
  static func findings(
    _ budget: BudgetRows, _ work: [Quarter: QuarterWork], paidAnyway: [Quarter: Int] = [:]
  ) -> [Finding] {
    var findings: [Finding] = []
    var rest = work
    var carried = 0
    var carriedAnyway = 0
    var expected = budget.rows.first.flatMap { Quarter($0.quarter) }
    for row in budget.rows {
      func complain(_ problem: String) {
        findings.append(
          Finding("DR-740", in: budget.name, line: row.line, "\(row.quarter): \(problem)"))
      }
      // What these alone overdraw, no schedule could have mended.
      let leftAnyway =
        carriedAnyway &+ row.budget &- (Quarter(row.quarter).flatMap { paidAnyway[$0] } ?? 0)
      carriedAnyway = max(0, leftAnyway)
      for problem in money(row, carried: carried, debt: max(0, 0 &- leftAnyway)) {
        complain(problem)
      }
      carried = row.carriedOut
      guard let quarter = Quarter(row.quarter), quarter == expected else {
        complain("is not the quarter that follows the one before")
        continue
      }
      expected = quarter.advanced(by: 1)
      for problem in differences(row, rest.removeValue(forKey: quarter) ?? QuarterWork()) {
        complain(problem)
      }
    }
    for quarter in rest.keys.sorted() {
      findings.append(
        Finding("DR-740", in: budget.name, "schedule.csv builds in \(quarter), which has no budget")
      )
    }
    return findings
  }

  private static func money(_ row: BudgetRows.Row, carried: Int, debt: Int) -> [String] {
    var problems: [String] = []
    let available = row.budget + row.carriedIn
    if row.carriedIn != carried {
      problems.append("carries in \(row.carriedIn), the quarter before left \(carried)")
    }
    if row.spent &- debt > available { problems.append("spends \(row.spent) of \(available)") }
    let left = max(0, available - row.spent)
    if row.carriedOut != left {
      problems.append("carries out \(row.carriedOut) of \(left)")
    }
    return problems
  }

  private static func differences(_ row: BudgetRows.Row, _ work: QuarterWork) -> [String] {
    var problems: [String] = []
    if row.spent != work.paidYuan {
      problems.append("spends \(row.spent), schedule.csv pays \(work.paidYuan)")
    }
    let expected =
      [work.packages, work.stationsBuilt, work.stations]
      + BudgetRows.peopleTitles.map { work.people[$0.status] ?? 0 }
    for (said, found) in zip(row.finished, expected) where said.count != found {
      problems.append("\(said.title) is \(said.count), schedule.csv makes it \(found)")
    }
    return problems
  }
}
