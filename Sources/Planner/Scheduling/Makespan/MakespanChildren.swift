import Territory

/// How a child's list comes from its parents.
extension MakespanSearch {
  /// Moves what starts in a random window of time by random times.
  mutating func shake(_ father: Int, _ direction: Int) {
    let makespan = Int(makespans[direction][father])
    let from = random.below(makespan + 1)
    let until = from + 1 + random.below(makespan + 1)
    let reach = 1 + random.below(30)
    for activity in 0..<network.count {
      let time = Int(populations[direction][father][activity])
      let shift = time >= from && time < until ? random.below(2 * reach + 1) - reach : 0
      lists.keys[activity] = Int32(max(0, time + shift))
    }
  }

  /// Takes the window of the father, and before and after it the mother's order.
  mutating func cross(_ father: Int, _ mother: Int, _ direction: Int) {
    let makespan = Int(makespans[direction][father])
    let length = makespan / 4 + random.below(makespan / 2 + 1)
    let from = Int32(random.below(makespan - length + 1))
    let until = from + Int32(length)
    let step = max(makespans[direction][father], makespans[direction][mother]) + 1
    let keys = lists.keys
    populations[direction][father].withUnsafeBufferPointer { father in
      populations[direction][mother].withUnsafeBufferPointer { mother in
        for activity in 0..<father.count {
          let time = father[activity]
          keys[activity] =
            time < from
            ? mother[activity] : time < until ? time + step : mother[activity] + 2 * step
        }
      }
    }
  }

  /// Swaps neighbours of the list, one in fifty, where precedence lets it (Hartmann 1998).
  mutating func mutate(direction: Int) {
    guard network.count > 1 else { return }
    let order = lists.order
    for place in 0..<network.count - 1 where random.below(50) == 0 {
      let (first, second) = (Int(order[place]), Int(order[place + 1]))
      let followers =
        direction == 0 ? network.successors[first] : network.predecessors[first]
      if followers.contains(second) { continue }
      order[place] = Int32(second)
      order[place + 1] = Int32(first)
    }
  }
}
