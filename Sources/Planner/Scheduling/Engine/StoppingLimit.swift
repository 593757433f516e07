/// What kept an activity from an earlier finish, or from being done at all.
public enum StoppingLimit: Hashable, Sendable {
  /// It stands at its best.
  case nothing
  /// A limit is short: how much more of it the start before would have needed, in whole units.
  case resource(Int, account: Int, missing: Int)
  /// Something that must come before finishes too late or is not done; its index.
  case prerequisite(Int)
  /// No start lies between its first period and its latest finish.
  case dates
  /// No limit: done in any period it would take more than it is worth.
  case value
}

extension ScheduleSolution {
  /// For every activity what stopped it from the next better start, with everything else as it is.
  public func stoppingLimits(_ problem: SchedulingProblem) -> [StoppingLimit] {
    guard !starts.isEmpty else { return [] }
    var state = ScheduleState(problem, starts)
    return starts.indices.map {
      Self.stopping(state.model.rowOfActivity[$0], &state, state.links)
    }
  }

  private static func stopping(
    _ row: Int, _ state: inout ScheduleState, _ links: PrecedenceLinks
  ) -> StoppingLimit {
    let model = state.model
    let now = state.starts[row]
    let value = now.map { state.value(row, $0) } ?? 0
    guard model.activity(row).fixed == nil, model.greatestValue[row] > value else {
      return now != nil ? .nothing : model.greatestValue[row] > -.infinity ? .value : .dates
    }
    state.remove(row)
    defer { if let now { state.put(row, now) } }
    let better = better(row, than: value, state)
    guard !better.isEmpty else { return waitsFor(row, links, state) ?? .value }
    let wished = now == nil ? nearest(row, better, &state) : better.first
    guard let wished, let shortage = state.shortage(row, wished) else { return .nothing }
    return .resource(shortage.resource, account: shortage.account, missing: shortage.missing)
  }

  /// Starts that precedence allows and that are worth more, the least first.
  private static func better(
    _ row: Int, than value: Double, _ state: ScheduleState
  ) -> [ActivityStart] {
    var found: [(start: ActivityStart, value: Double)] = []
    for mode in 0..<(state.model.firstMode[row + 1] - state.model.firstMode[row]) {
      for period in state.window(row: row, mode: mode) ?? 0..<0 {
        let start = ActivityStart(mode: mode, period: period)
        let worth = state.value(row, start)
        if worth > value { found.append((start, worth)) }
      }
    }
    // Equal worths stay in the order of modes and periods.
    return found.enumerated().sorted {
      ($0.element.value, $0.offset) < ($1.element.value, $1.offset)
    }.map(\.element.start)
  }

  /// The start that misses the least part of an account: of what is not done it tells what stands in the way
  /// in every period, and not what is scarce in the most wanted one.
  private static func nearest(
    _ row: Int, _ starts: [ActivityStart], _ state: inout ScheduleState
  ) -> ActivityStart? {
    let accounts = state.model.accounts
    var found: (start: ActivityStart, part: Double)?
    for start in starts.reversed() {
      guard let shortage = state.shortage(row, start) else { return start }
      let capacity = accounts.resources[shortage.resource].capacity[shortage.account]
      let part = Double(shortage.missing) / Double(max(1, capacity))
      if part < found?.part ?? .infinity { found = (start, part) }
    }
    return found?.start
  }

  static func waitsFor(
    _ row: Int, _ links: PrecedenceLinks, _ state: ScheduleState
  ) -> StoppingLimit? {
    var latest: (row: Int, finish: Int)?
    for before in links.prerequisites(row) {
      guard let start = state.starts[before] else {
        return .prerequisite(state.model.activityOfRow[before])
      }
      let finish = state.finish(before, start)
      if finish > latest?.finish ?? -1 { latest = (before, finish) }
    }
    return latest.map { .prerequisite(state.model.activityOfRow[$0.row]) }
  }
}
