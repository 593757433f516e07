import Territory

/// Draws lists of activities, those with an early latest start the likelier (regret-based biased
/// random sampling; Drexl 1991, Kolisch 1996).
struct MakespanSampler {
  private let network: MakespanNetwork
  private let latest: [Int]
  private let predecessorCounts: [Int]
  /// Chances grow with the square of the regret up to this many units, so that sums stay small.
  private static let greatestRegret = 250

  init(_ network: MakespanNetwork) {
    self.network = network
    let tails = network.tails
    let length = (0..<network.count).reduce(0) { max($0, tails[$1] + network.durations[$1]) }
    latest = tails.map { length - $0 }
    predecessorCounts = network.predecessors.map(\.count)
  }

  /// Writes a list that keeps to the precedence.
  func draw(into order: UnsafeMutablePointer<Int32>, _ random: inout RandomNumbers) {
    var waiting = predecessorCounts
    var open = (0..<network.count).filter { waiting[$0] == 0 }
    for place in 0..<network.count {
      let last = open.reduce(0) { max($0, latest[$1]) }
      var left = random.below(open.reduce(0) { $0 + chance(of: $1, last) })
      var pick = 0
      while pick < open.count - 1 {
        left -= chance(of: open[pick], last)
        if left < 0 { break }
        pick += 1
      }
      let activity = open.remove(at: pick)
      order[place] = Int32(activity)
      for successor in network.successors[activity] {
        waiting[successor] -= 1
        if waiting[successor] == 0 { open.append(successor) }
      }
    }
  }

  private func chance(of activity: Int, _ last: Int) -> Int {
    let regret = min(Self.greatestRegret, last - latest[activity]) + 1
    return regret * regret
  }
}
