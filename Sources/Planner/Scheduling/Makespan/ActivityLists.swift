/// Makes lists of activities from times.
final class ActivityLists {
  /// Times by which the activities are sorted, 0 or later.
  let keys: UnsafeMutablePointer<Int32>
  /// The list.
  let order: UnsafeMutablePointer<Int32>

  private let network: MakespanNetwork
  private let count: Int
  private var counters: [Int32]
  private let predecessorCounts: [[Int32]]
  private var waiting: [Int32] = []

  init(_ network: MakespanNetwork) {
    self.network = network
    count = network.count
    keys = .allocate(capacity: max(1, count))
    keys.initialize(repeating: 0, count: max(1, count))
    order = .allocate(capacity: max(1, count))
    order.initialize(repeating: 0, count: max(1, count))
    counters = [Int32](repeating: 0, count: 16 * count + 4096)
    predecessorCounts = [
      network.predecessors.map { Int32($0.count) }, network.successors.map { Int32($0.count) },
    ]
  }

  deinit {
    keys.deallocate()
    order.deallocate()
  }

  /// Sorts the activities by their keys; of equal keys first what precedence puts first.
  ///
  /// Keys that are starts of one schedule give a list that keeps to the precedence.
  func sort(direction: Int) {
    var greatest: Int32 = 0
    for activity in 0..<count { greatest = max(greatest, keys[activity]) }
    guard Int(greatest) + 1 < counters.count else {
      sortSparse(direction: direction)
      return
    }
    counters.withUnsafeMutableBufferPointer { counters in
      for key in 0...Int(greatest) + 1 { counters[key] = 0 }
      for activity in 0..<count { counters[Int(keys[activity]) + 1] += 1 }
      for key in 0...Int(greatest) { counters[key + 1] += counters[key] }
      for step in 0..<count {
        let activity = direction == 0 ? step : count - 1 - step
        let key = Int(keys[activity])
        order[Int(counters[key])] = Int32(activity)
        counters[key] += 1
      }
    }
  }

  private func sortSparse(direction: Int) {
    for activity in 0..<count { order[activity] = Int32(activity) }
    let keys = keys
    var list = UnsafeMutableBufferPointer(start: order, count: count)
    list.sort { first, second in
      let (one, other) = (keys[Int(first)], keys[Int(second)])
      return one != other ? one < other : direction == 0 ? first < second : first > second
    }
  }

  /// Moves every activity behind the last of those that must come before it.
  func repair(direction: Int) {
    waiting = predecessorCounts[direction]
    var isPassed = [Bool](repeating: false, count: count)
    var list: [Int32] = []
    list.reserveCapacity(count)
    var open: [Int32] = []
    for place in 0..<count {
      let activity = Int(order[place])
      guard waiting[activity] == 0 else {
        isPassed[activity] = true
        continue
      }
      open.append(order[place])
      while let next = open.popLast() {
        list.append(next)
        let followers =
          direction == 0 ? network.successors[Int(next)] : network.predecessors[Int(next)]
        for follower in followers {
          waiting[follower] -= 1
          if waiting[follower] == 0, isPassed[follower] { open.append(Int32(follower)) }
        }
      }
    }
    for place in 0..<count { order[place] = list[place] }
  }
}
