/// Makes schedules by taking activities in an order, each where it is worth most among what still fits.
struct ListSchedule: Sendable {
  let model: ScheduleModel
  let links: PrecedenceLinks
  let point: ScheduleDual.Point
  private let prices: PriceTable

  /// How activities are ordered.
  enum Order: CaseIterable, Sendable {
    /// By the mean start of the relaxation, earlier first.
    case start
    /// By what a price's worth of limits brings, with all that follows.
    case yield
    /// The same, with a head start for what takes much, which finds no room later.
    case yieldAndSize
  }

  init(_ model: ScheduleModel, links: PrecedenceLinks, point: ScheduleDual.Point) {
    self.model = model
    self.links = links
    self.point = point
    prices = PriceTable(model, multipliers: point.multipliers)
  }

  func schedule(_ order: Order, meanStart: [Double]) -> ScheduleState {
    var state = ScheduleState(model, links: links)
    let rows = rows(order, meanStart)
    // What something needed waits for goes first: without it there is no schedule at all.
    for row in rows where model.isNeeded[row] { place(row, &state, order, meanStart) }
    for row in rows where !model.isNeeded[row] { place(row, &state, order, meanStart) }
    for row in rows where state.starts[row] == nil {
      if let best = state.best(row, above: 0, prices: nil) { state.put(row, best.start) }
    }
    return state
  }

  private func place(
    _ row: Int, _ state: inout ScheduleState, _ order: Order, _ meanStart: [Double]
  ) {
    guard state.starts[row] == nil else { return }
    if order == .start {
      guard model.isNeeded[row] || meanStart[row] < 0.95 * Double(model.periods),
        let best = state.best(row, above: floor(row), prices: nil)
      else { return }
      state.put(row, best.start)
      return
    }
    let below = below(row)
    let found = below.withUnsafeBufferPointer {
      state.best(row, above: floor(row), prices: prices, below: $0.baseAddress)
    }
    if let found { state.put(row, found.start) }
  }

  /// What a start must be worth at least.
  private func floor(_ row: Int) -> Double { model.isNeeded[row] ? -.infinity : 0 }

  private func below(_ row: Int) -> ArraySlice<Double> {
    let chunk = model.chunkOfRow[row]
    let index = row - model.chunks[chunk].lowerBound
    return point.outcomes[chunk].below[
      index * (model.periods + 1)..<(index + 1) * (model.periods + 1)]
  }

  private func rows(_ order: Order, _ meanStart: [Double]) -> [Int] {
    var keys = keys(order, meanStart)
    // What must come before is never later in the order than what waits for it. Activities come in
    // topological order; rows do so only inside a tree.
    for row in model.rowOfActivity.reversed() {
      for before in links.prerequisites(row) { keys[before] = max(keys[before], keys[row]) }
    }
    let activity = model.activityOfRow
    return activity.indices.sorted { (keys[$1], activity[$0]) < (keys[$0], activity[$1]) }
  }

  private func keys(_ order: Order, _ meanStart: [Double]) -> [Double] {
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
        cost[row] += prices.cost(model, mode, start)
        keys[row] = value[row] / max(cost[row], .leastNormalMagnitude)
        if order == .yieldAndSize { keys[row] *= cost[row].squareRoot().squareRoot() }
        guard model.parent[row] >= 0 else { continue }
        value[model.parent[row]] += value[row]
        cost[model.parent[row]] += cost[row]
      }
    }
    return keys
  }

  private func bestYield(_ row: Int) -> Double {
    var best = 0.0
    for mode in model.firstMode[row]..<model.firstMode[row + 1] {
      for start in 0..<model.periods {
        let value = model.valueByStart[mode * model.periods + start]
        guard value > 0 else { continue }
        best = max(best, value / max(prices.cost(model, mode, start), .leastNormalMagnitude))
      }
    }
    return best
  }
}
