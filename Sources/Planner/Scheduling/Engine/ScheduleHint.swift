extension ScheduleState {
  /// A schedule near wished starts: all that can stay where they are wished, those that bring most for what they
  /// take first; then the others, each where it is worth most in what is left.
  ///
  /// - Parameter wished: by activity; nil for what is not wished.
  init(_ model: ScheduleModel, links: PrecedenceLinks, near wished: [ActivityStart?]) {
    self.init(model, links: links)
    let byRow = model.activityOfRow.map { wished[$0] }
    let rows = Self.order(model, links, byRow)
    for row in rows where starts[row] == nil {
      guard let start = byRow[row], let window = window(row: row, mode: start.mode),
        window.contains(start.period), value(row, start) > -.infinity, fits(row, start)
      else { continue }
      put(row, start)
    }
    for row in rows where starts[row] == nil {
      let floor = model.isNeeded[row] ? -Double.infinity : 0
      if let best = best(row, above: floor) { put(row, best.start) }
    }
  }

  /// Rows by what they bring for the parts of the limits that they take, those that are needed before all
  /// others, and none before what it waits for.
  private static func order(
    _ model: ScheduleModel, _ links: PrecedenceLinks, _ wished: [ActivityStart?]
  ) -> [Int] {
    let totals = model.accounts.resources.map { Double(max(1, $0.capacity.reduce(0, +))) }
    var keys = (0..<model.rows).map { row in
      guard let start = wished[row] else { return 0.0 }
      var part = 0.0
      for use in model.activity(row).modes[start.mode].uses {
        for resource in use.resources { part += Double(use.amount) / totals[resource] }
      }
      let period = min(start.period, model.periods - 1)
      let value = model.valueByStart[
        (model.firstMode[row] + start.mode) * model.periods + period]
      return max(0, value) / max(part, 1e-9)
    }
    var isFirst = model.isNeeded
    // Activities come in topological order; rows do so only inside a tree.
    for row in model.rowOfActivity.reversed() {
      for before in links.prerequisites(row) {
        keys[before] = max(keys[before], keys[row])
        isFirst[before] = isFirst[before] || isFirst[row]
      }
    }
    let activity = model.activityOfRow
    return activity.indices.sorted { one, other in
      if isFirst[one] != isFirst[other] { return isFirst[one] }
      return (keys[other], activity[one]) < (keys[one], activity[other])
    }
  }
}
