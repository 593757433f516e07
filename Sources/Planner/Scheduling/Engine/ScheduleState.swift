import Territory

/// A schedule in the making: starts that keep every limit and all precedence.
struct ScheduleState: Sendable {
  let model: ScheduleModel
  let links: PrecedenceLinks
  /// Start of each row; nil for what is not done.
  private(set) var starts: [ActivityStart?]
  private(set) var ledger: ResourceLedger

  init(_ model: ScheduleModel, links: PrecedenceLinks) {
    self.model = model
    self.links = links
    starts = [ActivityStart?](repeating: nil, count: model.rows)
    ledger = ResourceLedger(model)
    for row in 0..<model.rows { starts[row] = model.activity(row).fixed }
  }

  /// Periods that precedence leaves to a row, whatever its mode; nil when something before it is not done.
  func span(row: Int) -> Range<Int>? {
    var earliest = 0
    for before in links.prerequisites(row) {
      guard let start = starts[before] else { return nil }
      earliest = max(earliest, finish(before, start) + 1)
    }
    var end = model.periods
    for after in links.followers(row) {
      guard let start = starts[after] else { continue }
      end = min(end, start.period)
    }
    return earliest..<max(earliest, end)
  }

  /// Starts that precedence leaves to a row and a mode; nil when something before it is not done.
  func window(row: Int, mode: Int) -> Range<Int>? {
    span(row: row).map { window($0, model.firstMode[row] + mode) }
  }

  /// Starts of a mode, counted over all rows, that lie inside a span.
  func window(_ span: Range<Int>, _ mode: Int) -> Range<Int> {
    span.lowerBound..<max(span.lowerBound, span.upperBound - model.duration[mode] + 1)
  }

  func value(_ row: Int, _ start: ActivityStart) -> Double {
    model.valueByStart[(model.firstMode[row] + start.mode) * model.periods + start.period]
  }

  func finish(_ row: Int, _ start: ActivityStart) -> Int {
    start.period + model.duration[model.firstMode[row] + start.mode] - 1
  }

  /// Sum of all values.
  var value: Double {
    var sum = CompensatedSum()
    for (row, start) in starts.enumerated() {
      if let start { sum.add(value(row, start)) }
    }
    return sum.value
  }

  mutating func fits(_ row: Int, _ start: ActivityStart) -> Bool {
    ledger.fits(row: row, start)
  }

  mutating func shortage(_ row: Int, _ start: ActivityStart) -> ResourceLedger.Shortage? {
    ledger.shortage(row: row, start)
  }

  mutating func put(_ row: Int, _ start: ActivityStart) {
    starts[row] = start
    ledger.book(row: row, start)
  }

  mutating func remove(_ row: Int) {
    guard let start = starts[row] else { return }
    ledger.book(row: row, start, sign: -1)
    starts[row] = nil
  }

  /// The start of greatest value that fits, if any is worth more than a floor.
  mutating func best(
    _ row: Int, above floor: Double
  ) -> (start: ActivityStart, worth: Double)? {
    var found: (start: ActivityStart, worth: Double)?
    guard let span = span(row: row) else { return nil }
    for index in model.firstMode[row]..<model.firstMode[row + 1] {
      for period in window(span, index) {
        let start = ActivityStart(mode: index - model.firstMode[row], period: period)
        let worth = value(row, start)
        guard worth > found?.worth ?? floor, worth > -.infinity, ledger.fits(row: row, start)
        else { continue }
        found = (start, worth)
      }
    }
    return found
  }
}

extension ScheduleState {
  /// Puts every activity where it is worth most, one after the other, until none moves.
  mutating func settle(passes: Int) {
    for _ in 0..<passes {
      var isChanged = false
      for row in starts.indices where !model.isFixed[row] {
        isChanged = raise(row) != nil || isChanged
      }
      if !isChanged { return }
    }
  }

  /// Puts an activity where it is worth most, if that is more than where it is; returns what that brings.
  mutating func raise(_ row: Int) -> Double? {
    let now = starts[row]
    let value = now.map { self.value(row, $0) } ?? 0
    guard value < model.greatestValue[row] else { return nil }
    remove(row)
    guard let best = best(row, above: value) else {
      if let now { put(row, now) }
      return nil
    }
    put(row, best.start)
    return best.worth - value
  }
}

extension ScheduleState {
  /// The state that starts by activity make.
  init(_ problem: SchedulingProblem, _ starts: [ActivityStart?]) {
    let model = ScheduleModel(problem)
    self.init(model, links: PrecedenceLinks(model))
    for (activity, start) in starts.enumerated() where problem.activities[activity].fixed == nil {
      if let start { put(model.rowOfActivity[activity], start) }
    }
  }

  /// Whether all that is needed is done.
  var isWhole: Bool {
    for row in starts.indices where starts[row] == nil && model.isNeeded[row] { return false }
    return true
  }
}

/// Who waits for whom, by row, of all precedence.
struct PrecedenceLinks: Sendable {
  private var before: [[Int]]
  private var after: [[Int]]

  init(_ model: ScheduleModel) {
    before = [[Int]](repeating: [], count: model.rows)
    after = before
    for row in 0..<model.rows where !model.isFixed[row] {
      before[row] = model.activity(row).prerequisites.map { model.rowOfActivity[$0] }
      for other in before[row] { after[other].append(row) }
    }
  }

  /// Rows in an order in which what must come before does, else as given.
  func inPrecedence(_ order: [Int]) -> [Int] {
    let members = Set(order)
    var done = Set<Int>()
    var result: [Int] = []
    func add(_ row: Int) {
      guard done.insert(row).inserted else { return }
      for before in prerequisites(row) where members.contains(before) { add(before) }
      result.append(row)
    }
    for row in order { add(row) }
    return result
  }

  func prerequisites(_ row: Int) -> [Int] { before[row] }
  func followers(_ row: Int) -> [Int] { after[row] }
}

extension PriceTable {
  /// What a start of a mode (counted over all rows) costs.
  func cost(_ model: ScheduleModel, _ mode: Int, _ period: Int) -> Double {
    var sum = 0.0
    for use in model.firstUse[mode]..<model.firstUse[mode + 1] {
      sum += model.useAmount[use] * prices[Int(model.useKey[use]) * model.periods + period]
    }
    return sum
  }
}
