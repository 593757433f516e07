import Territory

/// Makes a schedule better step by step: takes out a few activities that compete for a limit, puts them
/// back in another order, and keeps what is worth more (ruin and recreate; Schrimpf et al. 2000).
struct ScheduleImprovement: Sendable {
  let model: ScheduleModel
  let links: PrecedenceLinks
  private let rowsOfResource: [[Int]]
  private var random: RandomNumbers

  init(_ model: ScheduleModel, links: PrecedenceLinks, seed: UInt64) {
    self.model = model
    self.links = links
    random = RandomNumbers(seed: seed)
    var rows = [[Int]](repeating: [], count: model.accounts.resources.count)
    for row in 0..<model.rows where model.activity(row).fixed == nil {
      var resources = Set<Int>()
      for use in model.activity(row).modes.flatMap(\.uses) { resources.formUnion(use.resources) }
      for resource in resources { rows[resource].append(row) }
    }
    rowsOfResource = rows
  }

  /// Puts every activity where it is worth most, one after the other, until none moves.
  func settle(_ state: inout ScheduleState, passes: Int) {
    for _ in 0..<passes {
      var isChanged = false
      for row in 0..<model.rows where model.activity(row).fixed == nil {
        guard let start = state.starts[row] else {
          guard let best = state.best(row, above: 0, prices: nil) else { continue }
          state.put(row, best.start)
          isChanged = true
          continue
        }
        let value = state.value(row, start)
        guard value < model.greatestValue[row] else { continue }
        state.remove(row)
        let best = state.best(row, above: value, prices: nil)
        state.put(row, best?.start ?? start)
        isChanged = isChanged || best != nil
      }
      if !isChanged { return }
    }
  }

  /// Tries some neighbourhoods; returns what they brought.
  mutating func run(_ state: inout ScheduleState, trials: Int) -> Double {
    var gain = 0.0
    guard model.rows > 0 else { return 0 }
    for _ in 0..<trials {
      let row = random.below(model.rows)
      guard model.activity(row).fixed == nil, let rivals = rivals(of: row, &state) else { continue }
      gain += recreate(rivals, first: row, &state)
    }
    return gain
  }

  /// Activities whose room a row would need to be worth more; nil when it stands best already.
  private mutating func rivals(of row: Int, _ state: inout ScheduleState) -> [Int]? {
    let now = state.starts[row]
    let value = now.map { state.value(row, $0) } ?? 0
    guard value < model.greatestValue[row] else { return nil }
    state.remove(row)
    var wished: (start: ActivityStart, value: Double)?
    for mode in 0..<(model.firstMode[row + 1] - model.firstMode[row]) {
      for period in state.window(row: row, mode: mode) ?? 0..<0 {
        let start = ActivityStart(mode: mode, period: period)
        let worth = state.value(row, start)
        if worth > wished?.value ?? value { wished = (start, worth) }
      }
    }
    let shortage = wished.flatMap { state.shortage(row, $0.start) }
    if let now { state.put(row, now) }
    guard let wished, let shortage else { return nil }
    let limited = model.accounts.resources[shortage.resource]
    let rows = rowsOfResource[shortage.resource]
    var rivals: [Int] = []
    for _ in 0..<60 {
      let other = rows[random.below(rows.count)]
      guard other != row, !rivals.contains(other), let start = state.starts[other] else { continue }
      let near =
        limited.carryOverCap > 0 || limited.isPersistent
        ? start.period <= wished.start.period + 2
        : abs(start.period - wished.start.period) <= 2
      if near { rivals.append(other) }
      if rivals.count >= 8 { break }
    }
    return rivals.isEmpty ? nil : rivals
  }

  /// Takes rows and all that follow them out and puts them back, the wished one first; undoes it when it
  /// brings nothing.
  private mutating func recreate(
    _ rivals: [Int], first: Int, _ state: inout ScheduleState
  ) -> Double {
    var out: [Int] = []
    var waiting = [first] + rivals
    var seen = Set(waiting)
    while let row = waiting.popLast() {
      out.append(row)
      for after in links.followers(row) where !seen.contains(after) && state.starts[after] != nil {
        guard model.activity(after).fixed == nil else { continue }
        seen.insert(after)
        waiting.append(after)
      }
    }
    guard out.count <= 200 else { return 0 }
    let before = out.map { ($0, state.starts[$0]) }
    var lost = 0.0
    for (row, start) in before {
      if let start { lost += state.value(row, start) }
      state.remove(row)
    }
    // Rows grow from the roots, so a sort by row keeps what must come before in front.
    let rank = Dictionary(
      uniqueKeysWithValues: out.map { ($0, $0 == first ? 0 : 1 + random.below(1 << 20)) })
    var order = out.sorted { (rank[$0] ?? 0, $0) < (rank[$1] ?? 0, $1) }
    order = inPrecedence(order)
    var won = 0.0
    for row in order {
      let floor = model.isNeeded[row] ? -Double.infinity : 0
      guard let best = state.best(row, above: floor, prices: nil) else { continue }
      state.put(row, best.start)
      won += best.worth
    }
    let isWhole = !out.contains { model.isNeeded[$0] && state.starts[$0] == nil }
    if won > lost, isWhole { return won - lost }
    for row in out { state.remove(row) }
    for (row, start) in before {
      if let start { state.put(row, start) }
    }
    return 0
  }

  /// An order in which what must come before does.
  private func inPrecedence(_ order: [Int]) -> [Int] {
    let members = Set(order)
    var done = Set<Int>()
    var result: [Int] = []
    func add(_ row: Int) {
      guard done.insert(row).inserted else { return }
      for before in links.prerequisites(row) where members.contains(before) { add(before) }
      result.append(row)
    }
    for row in order { add(row) }
    return result
  }
}
