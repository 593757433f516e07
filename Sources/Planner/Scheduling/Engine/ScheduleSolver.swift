import Geometry

/// When to stop improving a schedule and its bound.
public struct ScheduleEffort: Hashable, Sendable {
  /// Gap at which both are good enough, 0 or more.
  public let gap: Double
  /// Evaluations of the bound at most.
  public let evaluations: Int
  /// Activities that neighbourhoods put back at most.
  public let placements: Int
  /// Seed of the neighbourhoods.
  public let seed: UInt64

  /// An effort.
  public init(
    gap: Double = 0.001, evaluations: Int = 400, placements: Int = 1_300_000, seed: UInt64 = 1
  ) {
    self.gap = gap
    self.evaluations = evaluations
    self.placements = placements
    self.seed = seed
  }
}

/// What ended the search for a better schedule or bound.
public enum ScheduleEnd: String, Codable, CaseIterable, Sendable {
  /// The schedule is proven best.
  case optimal
  /// The gap asked for is reached.
  case gap
  /// The effort is used up.
  case effort
  /// Proven: what is mandatory does not fit the limits.
  case impossible
  /// What is mandatory was not brought under the limits, nor shown impossible.
  case undecided
}

/// A schedule and how far from the best it can be.
public struct ScheduleSolution: Sendable {
  /// Start of each activity, in the problem's order; nil for what is not done. Empty without a schedule.
  public let starts: [ActivityStart?]
  /// Sum of the values; -infinity without a schedule.
  public let value: Double
  /// Proven: no schedule is worth more.
  public let bound: Double
  /// Why it ended.
  public let end: ScheduleEnd
  /// What one unit more of each resource in each account would bring at most, in the objective's unit: the
  /// prices of the bound.
  public let prices: [[Double]]
  /// What is booked on each account, with what was fixed before.
  public let booked: [[Int]]
  /// Evaluations of the bound.
  public let evaluations: Int

  /// How far the value can lie below the best, as a share of the bound; nil without a schedule. Values that
  /// are costs are negative, and so the share is of the magnitude.
  public var gap: Double? {
    guard value > -.infinity else { return nil }
    guard bound > value else { return 0 }
    return (bound - value) / max(abs(bound), .leastNormalMagnitude)
  }
}

/// Finds schedules and bounds: the Lagrangian dual for the bound, lists ordered by what the relaxation
/// does for the schedule, neighbourhoods to improve it, branching where the problem is small.
public struct ScheduleSolver: Sendable {
  let effort: ScheduleEffort
  let threads: Int

  /// A solver; its results do not depend on the number of threads.
  public init(effort: ScheduleEffort = ScheduleEffort(), threads: Int = 1) {
    self.effort = effort
    self.threads = threads
  }

  /// Rows up to which branching is tried, and how many nodes it may visit.
  private static let exactRows = 60
  private static let exactNodes = 300_000
  private static let evaluationsPerRound = 50

  /// Solves a problem.
  ///
  /// - Parameter wished: starts of the activities in a schedule that is to be kept near, nil for what it left
  ///   out; empty for none. Where they are within the gap they stay as they are.
  public func solve(
    _ problem: SchedulingProblem, near wished: [ActivityStart?] = []
  ) -> ScheduleSolution {
    let model = ScheduleModel(problem)
    let links = PrecedenceLinks(model)
    var ascent = DualAscent(ScheduleDual(model, threads: threads))
    var best = wished.isEmpty ? nil : ScheduleState(model, links: links, near: wished)
    if best?.isWhole == false { best = nil }
    var floor = best?.value ?? -.infinity
    let least = model.leastValue
    // A flat dual takes no more steps, however many are left.
    var evaluations: Int
    repeat {
      evaluations = ascent.evaluations
      ascent.run(evaluations: Self.evaluationsPerRound, until: floor)
      if ascent.best.bound < least || !wished.isEmpty && isClose(floor, ascent.best.bound) { break }
      if !wished.isEmpty, ascent.evaluations <= Self.evaluationsPerRound + 1, var state = best {
        state.settle(passes: 3)
        if state.value > floor {
          floor = state.value
          best = state
        }
      }
      var lists = ListSchedule(
        model, links: links, point: ascent.best, meanStart: ascent.meanStart)
      for order in ListSchedule.Order.allCases
      where order == .start || ascent.evaluations <= Self.evaluationsPerRound + 1 {
        var state = lists.schedule(order)
        guard state.isWhole else { continue }
        state.settle(passes: 3)
        let value = state.value
        if value > floor || best == nil {
          floor = value
          best = state
        }
      }
    } while ascent.evaluations > evaluations && ascent.evaluations < effort.evaluations
      && !isClose(floor, ascent.best.bound)
    var bound = ascent.best.bound
    if bound < least { return solution(model, nil, ascent, bound: bound, end: .impossible) }
    if var state = best, effort.placements > 0, !isClose(floor, bound) {
      var neighbourhoods = LargeNeighbourhoods(
        model, links: links, point: ascent.best, seed: effort.seed)
      neighbourhoods.improve(
        &state, placements: effort.placements, until: bound - effort.gap * abs(bound))
      best = state
      floor = state.value
    }
    var isExact = false
    if model.rows <= Self.exactRows, bound - floor > 1e-9 * abs(bound) {
      var exact = ExactSchedule(model, links: links, point: ascent.best, nodes: Self.exactNodes)
      let result = exact.search(above: floor)
      if let state = result.state {
        best = state
        floor = state.value
      }
      isExact = result.isComplete
      if isExact, best == nil {
        return solution(model, nil, ascent, bound: bound, end: .impossible)
      }
      if isExact { bound = min(bound, floor) }
    }
    guard best != nil else {
      // Counting what is done in time often shows what a bound on its worth does not.
      return solution(
        model, nil, ascent, bound: bound, end: isImpossible(problem) ? .impossible : .undecided)
    }
    let isOptimal = isExact || bound - floor <= 1e-9 * abs(bound)
    return solution(
      model, best, ascent, bound: bound,
      end: isOptimal ? .optimal : isClose(floor, bound) ? .gap : .effort)
  }

  private func isClose(_ value: Double, _ bound: Double) -> Bool {
    value > -.infinity && bound - value <= effort.gap * abs(bound)
  }

  private func solution(
    _ model: ScheduleModel, _ state: ScheduleState?, _ ascent: DualAscent, bound: Double,
    end: ScheduleEnd
  ) -> ScheduleSolution {
    let accounts = model.accounts
    func split<Number>(_ numbers: [Number]) -> [[Number]] {
      accounts.resources.indices.map { Array(numbers[accounts.range($0)]) }
    }
    let booked = accounts.resources.indices.map { resource in
      accounts.range(resource).enumerated().map { offset, account in
        accounts.resources[resource].capacity[offset] - accounts.capacity[account]
          + (state?.ledger.booked[account] ?? 0)
      }
    }
    return ScheduleSolution(
      starts: state.map { state in model.rowOfActivity.map { state.starts[$0] } } ?? [],
      value: state?.value ?? -.infinity, bound: bound, end: end,
      prices: split(ascent.best.multipliers), booked: booked, evaluations: ascent.evaluations)
  }
}
