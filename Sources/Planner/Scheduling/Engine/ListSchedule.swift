/// Makes schedules by taking activities in an order, each where it is worth most among what still fits.
struct ListSchedule: Sendable {
  let model: ScheduleModel
  let links: PrecedenceLinks
  let point: ScheduleDual.Point
  private let meanStart: [Double]
  /// Only some orders ask for it.
  private lazy var worth = StartWorth(model, point)

  /// How activities are ordered.
  enum Order: CaseIterable, Sendable {
    /// By the mean start of the relaxation, earlier first.
    case start
    /// By what a price's worth of limits brings, with all that follows.
    case yield
    /// The same, with a head start for what takes much, which finds no room later.
    case yieldAndSize
  }

  /// - Parameter meanStart: of each row in the relaxation.
  init(
    _ model: ScheduleModel, links: PrecedenceLinks, point: ScheduleDual.Point,
    meanStart: [Double]
  ) {
    self.model = model
    self.links = links
    self.point = point
    self.meanStart = meanStart
  }

  mutating func schedule(_ order: Order) -> ScheduleState {
    var state = ScheduleState(model, links: links)
    let rows = rows(order)
    // What something needed waits for goes first: without it there is no schedule at all.
    for row in rows where model.isNeeded[row] { place(row, &state, order) }
    for row in rows where !model.isNeeded[row] { place(row, &state, order) }
    for row in rows where state.starts[row] == nil {
      if let best = state.best(row, above: 0) { state.put(row, best.start) }
    }
    return state
  }

  private mutating func place(_ row: Int, _ state: inout ScheduleState, _ order: Order) {
    guard state.starts[row] == nil else { return }
    if order == .start {
      guard model.isNeeded[row] || meanStart[row] < 0.95 * Double(model.periods),
        let best = state.best(row, above: floor(row))
      else { return }
      state.put(row, best.start)
      return
    }
    if let found = worth.best(row, above: floor(row), in: &state) { state.put(row, found) }
  }

  /// What a start must be worth at least.
  private func floor(_ row: Int) -> Double { model.isNeeded[row] ? -.infinity : 0 }

  private mutating func rows(_ order: Order) -> [Int] {
    var keys = keys(order)
    // What must come before is never later in the order than what waits for it. Activities come in
    // topological order; rows do so only inside a tree.
    for row in model.rowOfActivity.reversed() {
      for before in links.prerequisites(row) { keys[before] = max(keys[before], keys[row]) }
    }
    let activity = model.activityOfRow
    return activity.indices.sorted { (keys[$1], activity[$0]) < (keys[$0], activity[$1]) }
  }

  private mutating func keys(_ order: Order) -> [Double] {
    if order == .start { return meanStart.map { -$0 } }
    var value = [Double](repeating: 0, count: model.rows)
    var cost = value
    var keys = value
    for (chunk, outcome) in zip(model.chunks, point.outcomes) {
      for row in chunk.reversed() {
        let index = row - chunk.lowerBound
        let mode = Int(outcome.mode[index])
        guard mode >= 0 else {
          keys[row] = bestYield(row)
          continue
        }
        let start = Int(outcome.start[index])
        value[row] += model.valueByStart[mode * model.periods + start]
        cost[row] += worth.price(mode, start)
        keys[row] = value[row] / max(cost[row], .leastNormalMagnitude)
        if order == .yieldAndSize { keys[row] *= cost[row].squareRoot().squareRoot() }
        guard model.parent[row] >= 0 else { continue }
        value[model.parent[row]] += value[row]
        cost[model.parent[row]] += cost[row]
      }
    }
    return keys
  }

  private mutating func bestYield(_ row: Int) -> Double {
    var best = 0.0
    for mode in model.firstMode[row]..<model.firstMode[row + 1] {
      for start in 0..<model.periods {
        let value = model.valueByStart[mode * model.periods + start]
        guard value > 0 else { continue }
        best = max(best, value / max(worth.price(mode, start), .leastNormalMagnitude))
      }
    }
    return best
  }
}
