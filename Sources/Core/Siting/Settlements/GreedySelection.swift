public import Coverage

/// How many cells of a layer must be served.
public struct CoverageGoal: Hashable, Sendable {
  /// Index of the layer in the coverage state.
  public let layer: Int
  /// Cells, from 0 to those of the grid.
  public let cells: Int

  /// A goal.
  public init(layer: Int, cells: Int) {
    self.layer = layer
    self.cells = cells
  }
}

/// Chooses stations one by one, each time the one that serves most of what is still missing.
///
/// The gain is submodular (cells newly served, cut off at what a goal misses), so a candidate's gain
/// only falls: a stale one need not be looked at before it comes to the top of the queue (lazy
/// greedy, Minoux 1978). No bound on the distance to the optimum is claimed here.
public struct GreedySelection: Sendable {
  /// The method needs no settings.
  public init() {}

  /// What came out of a selection.
  public struct Outcome: Sendable, Equatable {
    /// Indices of the candidates in the order chosen.
    public let chosen: [Int]
    /// Whether every goal was met.
    public let isMet: Bool
  }

  /// Adds candidates to the state until every goal is met or no candidate helps.
  ///
  /// - Parameters:
  ///   - candidates: places where a station could be put.
  ///   - reach: what a station serves there, with a contour for each layer of the state.
  ///   - used: candidates not to be chosen again; those chosen are added to it.
  public func select(
    _ goals: [CoverageGoal], from candidates: [SitePlacement], reach: SectorReach,
    used: inout Set<Int>, in state: inout CoverageState
  ) -> Outcome {
    var chosen: [Int] = []
    var missing = Self.missing(goals, in: state)
    guard missing.contains(where: { $0 > 0 }) else { return Outcome(chosen: [], isMet: true) }
    var queue = GainQueue<Int>()
    for index in candidates.indices where !used.contains(index) {
      let gain = Self.gain(candidates[index], reach, goals, missing, in: state)
      if gain > 0 { queue.push(gain: gain, index: index) }
    }
    while missing.contains(where: { $0 > 0 }), let top = queue.pop() {
      let gain = Self.gain(candidates[top.index], reach, goals, missing, in: state)
      if gain == 0 { continue }
      if let next = queue.top, (gain, -top.index) < (next.gain, -next.index) {
        queue.push(gain: gain, index: top.index)
        continue
      }
      state.add(reach, at: candidates[top.index], isOwn: true)
      chosen.append(top.index)
      used.insert(top.index)
      missing = Self.missing(goals, in: state)
    }
    return Outcome(chosen: chosen, isMet: !missing.contains { $0 > 0 })
  }

  private static func missing(_ goals: [CoverageGoal], in state: CoverageState) -> [Int] {
    goals.map { max(0, $0.cells - state.masks[$0.layer].servedCount) }
  }

  private static func gain(
    _ candidate: SitePlacement, _ reach: SectorReach, _ goals: [CoverageGoal], _ missing: [Int],
    in state: CoverageState
  ) -> Int {
    var sum = 0
    for (goal, cells) in zip(goals, missing) where cells > 0 {
      let footprint = reach.footprint(goal.layer, at: candidate)
      sum += min(cells, state.masks[goal.layer].gain(of: footprint, in: state.place.grid))
    }
    return sum
  }
}
