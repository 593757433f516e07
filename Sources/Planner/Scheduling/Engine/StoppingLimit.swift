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
    let model = ScheduleModel(problem)
    let links = PrecedenceLinks(model)
    var state = ScheduleState(model, links: links)
    for (activity, start) in starts.enumerated() {
      let row = model.rowOfActivity[activity]
      if let start, problem.activities[activity].fixed == nil { state.put(row, start) }
    }
    return starts.indices.map { Self.stopping(model.rowOfActivity[$0], &state, links) }
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
    let wished = nextBetter(row, than: value, now, state)
    guard let wished else { return waitsFor(row, links, state) ?? .value }
    guard let shortage = state.shortage(row, wished) else { return .nothing }
    return .resource(shortage.resource, account: shortage.account, missing: shortage.missing)
  }

  /// The latest start that precedence allows and that is worth more; of one that is not done the best.
  private static func nextBetter(
    _ row: Int, than value: Double, _ now: ActivityStart?, _ state: ScheduleState
  ) -> ActivityStart? {
    var found: (start: ActivityStart, value: Double)?
    for mode in 0..<(state.model.firstMode[row + 1] - state.model.firstMode[row]) {
      for period in state.window(row: row, mode: mode) ?? 0..<0 {
        let start = ActivityStart(mode: mode, period: period)
        let worth = state.value(row, start)
        guard worth > value else { continue }
        let isBetter = found.map { now == nil ? worth > $0.value : worth < $0.value } ?? true
        if isBetter { found = (start, worth) }
      }
    }
    return found?.start
  }

  private static func waitsFor(
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
