/// Finds the best schedule of a small problem by branching on starts: activity after activity, best profit
/// first, cut off where the bound at the relaxation's prices is no better than what is known.
struct ExactSchedule: Sendable {
  let model: ScheduleModel
  let links: PrecedenceLinks
  private let prices: PriceTable
  /// Best profits of each row's tree by the first period it may start in, at the prices.
  private let best: [[Double]]
  /// What the limits are worth at the prices.
  private let constant: Double
  private let rows: [Int]
  private let children: [[Int]]
  private var nodesLeft: Int

  /// A search from the bound's prices, over some nodes.
  init(_ model: ScheduleModel, links: PrecedenceLinks, point: ScheduleDual.Point, nodes: Int) {
    self.model = model
    self.links = links
    prices = PriceTable(model, multipliers: point.multipliers)
    nodesLeft = nodes
    var best = [[Double]](repeating: [], count: model.rows)
    var trees = 0.0
    for row in (0..<model.rows).reversed() {
      best[row] = Self.program(row, model, prices, point)
      if model.parent[row] < 0 { trees += best[row][0] }
    }
    self.best = best
    constant = point.bound - trees
    var size = [Double](repeating: 0, count: model.rows)
    // Activities come in topological order; rows do so only inside a tree.
    for row in model.rowOfActivity.reversed() {
      size[row] += best[row].first.map(abs) ?? 0
      for before in links.prerequisites(row) { size[before] = max(size[before], size[row]) }
    }
    let activity = model.activityOfRow
    rows = activity.indices.sorted { (size[$1], activity[$0]) < (size[$0], activity[$1]) }
    var children = [[Int]](repeating: [], count: model.rows)
    for row in 0..<model.rows where model.parent[row] >= 0 {
      children[model.parent[row]].append(row)
    }
    self.children = children
  }

  /// The best schedule and whether that is proven; nil when none better than a value was found.
  mutating func search(
    above value: Double
  ) -> (state: ScheduleState?, isComplete: Bool) {
    var state = ScheduleState(model, links: links)
    let roots = (0..<model.rows).filter { model.parent[$0] < 0 }
    let bound = roots.reduce(constant) { $0 + best[$1][0] }
    var found: ScheduleState?
    var incumbent = value
    branch(0, bound, &state, &found, &incumbent)
    return (found, nodesLeft > 0)
  }

  private mutating func branch(
    _ depth: Int, _ bound: Double, _ state: inout ScheduleState, _ found: inout ScheduleState?,
    _ incumbent: inout Double
  ) {
    nodesLeft -= 1
    guard nodesLeft > 0 else { return }
    guard depth < rows.count else {
      let value = state.value
      if value > incumbent {
        incumbent = value
        found = state
      }
      return
    }
    let row = rows[depth]
    guard model.activity(row).fixed == nil else {
      return branch(depth + 1, bound, &state, &found, &incumbent)
    }
    for option in options(row, bound, state) {
      guard
        option.bound > incumbent + 1e-12 * abs(incumbent)
          || found == nil && option.bound >= incumbent
      else { return }
      guard let start = option.start else {
        branch(depth + 1, option.bound, &state, &found, &incumbent)
        continue
      }
      guard state.fits(row, start) else { continue }
      state.put(row, start)
      branch(depth + 1, option.bound, &state, &found, &incumbent)
      state.remove(row)
    }
  }

  /// Starts of a row, and leaving it out, each with the bound that it leaves; best first.
  private func options(
    _ row: Int, _ bound: Double, _ state: ScheduleState
  ) -> [(bound: Double, start: ActivityStart?)] {
    let parent = model.parent[row]
    var now = best[row][0]
    if parent >= 0 {
      now = state.starts[parent].map { best[row][state.finish(parent, $0) + 1] } ?? 0
    }
    let rest = bound - now
    var options: [(bound: Double, start: ActivityStart?)] = []
    for mode in 0..<(model.firstMode[row + 1] - model.firstMode[row]) {
      guard let window = state.window(row: row, mode: mode) else { break }
      let index = model.firstMode[row] + mode
      for period in window {
        let start = ActivityStart(mode: mode, period: period)
        var profit = state.value(row, start) - prices.cost(model, index, period)
        for child in children[row] { profit += best[child][period + model.duration[index]] }
        if profit > -.infinity { options.append((rest + profit, start)) }
      }
    }
    // Without it what follows it in the kept precedence is not done either.
    if !model.isNeeded[row] { options.append((rest, nil)) }
    options.sort { one, other in
      if one.bound != other.bound { return one.bound > other.bound }
      return (one.start?.period ?? .max) < (other.start?.period ?? .max)
    }
    return options
  }

  private static func program(
    _ row: Int, _ model: ScheduleModel, _ prices: PriceTable, _ point: ScheduleDual.Point
  ) -> [Double] {
    let periods = model.periods
    let chunk = model.chunkOfRow[row]
    let base = (row - model.chunks[chunk].lowerBound) * (periods + 1)
    let below = point.outcomes[chunk].below
    var best = [Double](repeating: -.infinity, count: periods + 1)
    best[periods] = model.isNeeded[row] ? -.infinity : 0
    for start in (0..<periods).reversed() {
      best[start] = best[start + 1]
      for mode in model.firstMode[row]..<model.firstMode[row + 1] {
        let finish = start + model.duration[mode]
        guard finish <= periods else { continue }
        let value = model.valueByStart[mode * periods + start]
        best[start] = max(
          best[start], value - prices.cost(model, mode, start) + below[base + finish])
      }
    }
    return best
  }
}
