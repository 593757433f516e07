import Geometry
import Territory

/// budget.csv: no quarter spends more than it has, and what is left is carried over exactly.
enum BudgetCheck {
  static func findings(
    _ table: CSVTable, paid: [Quarter: Int]
  ) throws(UserError) -> [Finding] {
    let quarter = try table.require("quarter")
    let budget = try table.require("budget_yuan")
    let carriedIn = try table.require("carried_in_yuan")
    let spent = try table.require("spent_yuan")
    let carriedOut = try table.require("carried_out_yuan")
    var findings: [Finding] = []
    var carried = 0
    var rest = paid
    for row in table.rows {
      func complain(_ problem: String) {
        findings.append(
          Finding(
            "DR-740", in: table.name, line: row.line, "\(row.cells[quarter]): \(problem)"))
      }
      let (new, before) = (try table.count(row, budget), try table.count(row, carriedIn))
      let (out, after) = (try table.count(row, spent), try table.count(row, carriedOut))
      if before != carried { complain("carries in \(before), the quarter before left \(carried)") }
      if out > new &+ before { complain("spends \(out) of \(new &+ before)") }
      if after != new &+ before &- out {
        complain("carries out \(after) of \(new &+ before &- out)")
      }
      carried = after
      let payments = Quarter(row.cells[quarter]).flatMap { rest.removeValue(forKey: $0) } ?? 0
      if payments != out { complain("spends \(out), schedule.csv pays \(payments)") }
    }
    for quarter in rest.keys.sorted() {
      findings.append(
        Finding("DR-740", in: table.name, "schedule.csv pays in \(quarter), which has no budget"))
    }
    return findings
  }
}
