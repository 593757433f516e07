import Geometry
import Scheduling
import Territory

/// What schedule.csv says, with the rows that contradict themselves.
struct ScheduleRows {
  struct Row {
    let line: Int
    let package: String
    let costYuan: Int
    /// What its mode adds to that.
    let modeYuan: Int
    let stations: Int
    let state: String
    /// First and last quarter; nil unless the package is scheduled.
    let span: ClosedRange<Quarter>?
    let payments: [Payment]

    var paidYuan: Int { costYuan &+ modeYuan }
    var isScheduled: Bool { state == ScheduleTable.scheduled }
  }

  let name: String
  private(set) var rows: [Row] = []
  private(set) var findings: [Finding] = []

  init(_ table: RunTable) throws(UserError) {
    name = table.name
    for row in table.rows {
      let start = try table.text(row, "start")
      let finish = try table.text(row, "finish")
      let payments = try table.text(row, "payments")
      let paid = Self.payments(payments)
      let entry = Row(
        line: row.line, package: try table.text(row, "package"),
        costYuan: try table.count(row, "cost_yuan"),
        modeYuan: try table.count(row, "mode_yuan"), stations: try table.count(row, "stations"),
        state: try table.text(row, "state"), span: Self.span(start, finish), payments: paid ?? [])
      rows.append(entry)
      if !Self.isConsistent(entry, hasTimes: !start.isEmpty || !finish.isEmpty) {
        complain(
          entry, "DR-737", "its state is '\(entry.state)' from '\(start)' to '\(finish)'")
      }
      if paid == nil { complain(entry, "DR-738", "its payments are '\(payments)'") }
      checkPayments(entry)
    }
  }

  private mutating func complain(_ row: Row, _ code: String, _ problem: String) {
    findings.append(Finding(code, in: name, line: row.line, "\(row.package): \(problem)"))
  }

  /// A scheduled package has its time, any other has a known reason and no time.
  private static func isConsistent(_ row: Row, hasTimes: Bool) -> Bool {
    row.isScheduled
      ? row.span != nil : UnscheduledReason(rawValue: row.state) != nil && !hasTimes
  }

  static func span(_ start: String, _ finish: String) -> ClosedRange<Quarter>? {
    guard let start = Quarter(start), let finish = Quarter(finish), start <= finish else {
      return nil
    }
    return start...finish
  }

  /// Pairs `2021Q1:500` between semicolons; nil when one is none.
  static func payments(_ text: String) -> [Payment]? {
    var payments: [Payment] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: true) {
      let pair = part.split(separator: ":", omittingEmptySubsequences: false)
      guard pair.count == 2, let quarter = Quarter(String(pair[0])), let yuan = Int(pair[1]) else {
        return nil
      }
      payments.append(Payment(quarter: quarter, yuan: yuan))
    }
    return payments
  }

  /// At most one payment a quarter, none before the start or after the finish, that sum to the cost.
  private mutating func checkPayments(_ row: Row) {
    let dueYuan = row.isScheduled ? row.paidYuan : 0
    let paidYuan = row.payments.reduce(0) { $0 &+ $1.yuan }
    if paidYuan != dueYuan {
      complain(row, "DR-738", "payments sum to \(paidYuan), not \(dueYuan)")
    }
    if let payment = row.payments.first(where: { $0.yuan <= 0 || $0.yuan > dueYuan }) {
      complain(row, "DR-738", "a payment of \(payment.yuan)")
    }
    let quarters = row.payments.map(\.quarter)
    if !zip(quarters, quarters.dropFirst()).allSatisfy(<) {
      complain(row, "DR-738", "payments are not in order of time, one a quarter")
    }
    if let first = quarters.first, let last = quarters.last, let span = row.span,
      first < span.lowerBound || last > span.upperBound
    {
      complain(
        row, "DR-738",
        "paid \(first) to \(last), but built \(span.lowerBound) to \(span.upperBound)")
    }
  }
}
