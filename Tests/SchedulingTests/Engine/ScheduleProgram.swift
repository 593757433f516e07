import Scheduling

/// A scheduling problem as a mixed-integer program, made from the problem's words and not from the
/// engine's layout: one binary a start, one balance an account.
struct ScheduleProgram {
  private let problem: SchedulingProblem
  private var rows: [(name: String, sense: String, right: Double)] = []
  private var columns: [(name: String, cost: Double, isWhole: Bool, upper: Double)] = []
  private var entries: [[(row: Int, factor: Double)]] = []

  init(_ problem: SchedulingProblem) {
    self.problem = problem
    let starts = addStarts()
    for (index, activity) in problem.activities.enumerated() where activity.fixed == nil {
      for before in activity.prerequisites { addPrecedence(before, index, starts) }
    }
    for resource in problem.resources.indices { addResource(resource, starts) }
  }

  private typealias Starts = [[(start: ActivityStart, finish: Int, column: Int)]]

  private mutating func row(_ sense: String, _ right: Double) -> Int {
    rows.append((name: "r\(rows.count)", sense: sense, right: right))
    return rows.count - 1
  }

  private mutating func column(_ cost: Double, isWhole: Bool, upper: Double) -> Int {
    columns.append((name: "x\(columns.count)", cost: cost, isWhole: isWhole, upper: upper))
    entries.append([])
    return columns.count - 1
  }

  private mutating func addStarts() -> Starts {
    var starts: Starts = []
    for activity in problem.activities {
      let isDone = activity.isMandatory || activity.fixed != nil
      let choice = row(isDone ? "E" : "L", 1)
      var own: Starts.Element = []
      for (number, mode) in activity.modes.enumerated() {
        for period in 0..<max(0, problem.periods + 1 - mode.durationPeriods) {
          let start = ActivityStart(mode: number, period: period)
          let finish = period + mode.durationPeriods - 1
          let isAllowed =
            activity.fixed.map { $0 == start }
            ?? (period >= activity.earliestStart && finish <= activity.latestFinish)
          guard isAllowed else { continue }
          // The oracle minimises.
          let variable = column(-mode.valueByFinish[finish], isWhole: true, upper: 1)
          entries[variable].append((choice, 1))
          own.append((start: start, finish: finish, column: variable))
        }
      }
      starts.append(own)
    }
    return starts
  }

  /// By every period no more has started than what comes before has finished.
  private mutating func addPrecedence(_ before: Int, _ after: Int, _ starts: Starts) {
    for period in 0..<problem.periods {
      let limit = row("L", 0)
      for option in starts[after] where option.start.period <= period {
        entries[option.column].append((limit, 1))
      }
      for option in starts[before] where option.finish < period {
        entries[option.column].append((limit, -1))
      }
    }
  }

  /// What is taken and kept is no more than what there is and was kept; debts of what is fixed stay.
  private mutating func addResource(_ resource: Int, _ starts: Starts) {
    let checker = ScheduleChecker(problem: problem)
    let limited = problem.resources[resource]
    let debts = checker.debts()[resource]
    let balances = limited.capacity.indices.map {
      row("L", Double(limited.capacity[$0] + debts[$0]))
    }
    for (index, options) in starts.enumerated() {
      for option in options {
        var usage = problem.resources.map { [Int](repeating: 0, count: $0.capacity.count) }
        let mode = problem.activities[index].modes[option.start.mode]
        checker.add(mode, option.start.period, to: &usage)
        for (account, amount) in usage[resource].enumerated() where amount > 0 {
          entries[option.column].append((balances[account], Double(amount)))
        }
      }
    }
    for account in balances.indices.dropLast() where limited.carryOverCap > 0 {
      let kept = column(
        0, isWhole: false,
        upper: Double(min(limited.carryOverCap, limited.capacity.reduce(0, +))))
      entries[kept].append((balances[account], 1))
      entries[kept].append((balances[account + 1], -1))
    }
  }

  /// The model in the MPS format.
  func mps() -> String {
    var lines = ["NAME schedule", "ROWS", " N worth"]
    lines += rows.map { " \($0.sense) \($0.name)" }
    lines.append("COLUMNS")
    for isWhole in [true, false] {
      if isWhole { lines.append(" MARK 'MARKER' 'INTORG'") }
      for (column, own) in zip(columns, entries) where column.isWhole == isWhole {
        lines.append(" \(column.name) worth \(column.cost)")
        lines += own.map { " \(column.name) \(rows[$0.row].name) \($0.factor)" }
      }
      if isWhole { lines.append(" MARK 'MARKER' 'INTEND'") }
    }
    lines.append("RHS")
    lines += rows.filter { $0.right != 0 }.map { " RHS \($0.name) \($0.right)" }
    lines.append("BOUNDS")
    lines += columns.map { " UP BND \($0.name) \($0.upper)" }
    lines.append("ENDATA")
    return lines.joined(separator: "\n") + "\n"
  }
}
