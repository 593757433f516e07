import Siting
import Territory

/// Finds what moved, and why.
struct MoveFinder {
  let assembly: ScheduleAssembly
  /// All packages, with the schedule's starts.
  let rollout: RolloutProblem
  let solution: ScheduleSolution
  let replan: Replan

  /// - Parameter value: what the schedule is worth, the cost of moves taken off.
  func moves(value: Double) -> ScheduleMoves {
    let hindrances = solution.hindrances(rollout.problem, wished: rollout.wished)
    var moves = rollout.packages.indices.compactMap { move($0, hindrances[$0]) }
    var known = Set(rollout.packages.map(\.work.id))
    let left = Dictionary(
      assembly.order.left.map { ($0.package.id, $0.reason) }, uniquingKeysWith: { $1 })
    for entry in replan.previous.entries where known.insert(entry.id).inserted {
      guard let span = entry.span else { continue }
      moves.append(
        ScheduleMove(
          id: entry.id, settlement: entry.settlement, name: entry.name, kind: .dropped,
          isCommitted: false, was: span, now: nil,
          reason: left[entry.id] == nil ? .gone : .notFeasible))
    }
    return ScheduleMoves(
      asOf: replan.asOf, committedQuarters: replan.committedQuarters,
      moveShare: assembly.moveShare, cost: cost, value: value,
      moves: moves.sorted { $0.id < $1.id })
  }

  private func span(_ index: Int) -> ClosedRange<Quarter>? {
    solution.starts[index].map { start in
      let first = assembly.scheduler.limits.from.advanced(by: start.period)
      let quarters = rollout.problem.activities[index].modes[start.mode].durationPeriods
      return first...first.advanced(by: quarters - 1)
    }
  }

  private var cost: Double {
    var sum = CompensatedSum()
    for (index, moveCost) in rollout.moveCosts.enumerated() {
      guard let moveCost else { continue }
      let finish = span(index).map {
        $0.upperBound.index - assembly.scheduler.limits.from.index
      }
      sum.add(moveCost.cost(finish))
    }
    return sum.value
  }

  /// Nil for what is in neither schedule.
  private func move(_ index: Int, _ hindrance: StoppingLimit) -> ScheduleMove? {
    let package = rollout.packages[index]
    let was = package.prior?.span
    let now = span(index)
    guard let kind = kind(package, was: was, now: now) else { return nil }
    return ScheduleMove(
      id: package.work.id, settlement: package.work.settlement,
      name: package.work.settlementName, kind: kind, isCommitted: package.isCommitted, was: was,
      now: now, reason: reason(kind, was: was, now: now, hindrance))
  }

  private func kind(
    _ package: RolloutPackage, was: ClosedRange<Quarter>?, now: ClosedRange<Quarter>?
  ) -> MoveKind? {
    guard let now else { return was == nil ? nil : .dropped }
    if package.history != nil { return now.upperBound < replan.asOf ? .done : .underWay }
    guard let was else { return package.prior == nil ? .new : .added }
    if was == now { return .kept }
    return (now.upperBound.index, now.lowerBound.index)
      < (was.upperBound.index, was.lowerBound.index) ? .earlier : .later
  }

  private func reason(
    _ kind: MoveKind, was: ClosedRange<Quarter>?, now: ClosedRange<Quarter>?,
    _ hindrance: StoppingLimit
  ) -> MoveReason? {
    switch kind {
    case .kept, .new: return nil
    case .added, .earlier: return .worth
    case .done, .underWay:
      guard let was, let now, was != now else { return nil }
      let start = now.lowerBound.index - was.lowerBound.index
      return .ownDelay(
        start: start, length: now.upperBound.index - was.upperBound.index - start)
    case .later, .dropped:
      if let was, was.lowerBound < replan.asOf { return .notStarted }
      switch hindrance {
      case .prerequisite(let other): return .prerequisite(rollout.packages[other].work.id)
      case .resource(let resource, let account, let missing):
        return .limit(assembly.shortage(resource, account, missing))
      case .dates: return .dates
      case .nothing, .value: return .worth
      }
    }
  }
}
