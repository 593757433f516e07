extension ScheduleSolution {
  /// For every activity what keeps it from a start that was wished for, with everything else as it is;
  /// `nothing` where it stands there, where no start was wished, or where there is no choice.
  ///
  /// `value` says that nothing hinders it: elsewhere it, or others, are worth more.
  public func hindrances(
    _ problem: SchedulingProblem, wished: [ActivityStart?]
  ) -> [StoppingLimit] {
    guard !starts.isEmpty, wished.count == starts.count else {
      return starts.map { _ in .nothing }
    }
    var state = ScheduleState(problem, starts)
    return starts.indices.map { index in
      guard problem.activities[index].fixed == nil, let wish = wished[index],
        wish != starts[index]
      else { return .nothing }
      return Self.hindrance(state.model.rowOfActivity[index], wish, &state, state.links)
    }
  }

  private static func hindrance(
    _ row: Int, _ wish: ActivityStart, _ state: inout ScheduleState, _ links: PrecedenceLinks
  ) -> StoppingLimit {
    let model = state.model
    let now = state.starts[row]
    state.remove(row)
    defer { if let now { state.put(row, now) } }
    for before in links.prerequisites(row) {
      guard let start = state.starts[before], state.finish(before, start) < wish.period else {
        return waitsFor(row, links, state) ?? .dates
      }
    }
    guard wish.period < model.periods, state.value(row, wish) > -.infinity else { return .dates }
    guard let shortage = state.shortage(row, wish) else { return .value }
    return .resource(shortage.resource, account: shortage.account, missing: shortage.missing)
  }
}
