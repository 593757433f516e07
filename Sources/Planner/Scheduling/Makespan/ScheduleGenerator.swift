/// The serial schedule generation scheme (Kelley 1963) in both directions of time, and with
/// `fillInTime` the parallel one.
///
/// Activities are numbered so that predecessors have smaller numbers. A schedule is the times at which
/// activities start on the axis of its direction: from the beginning onwards, or from the end
/// backwards, where "start" is what the clock calls the finish. All units of resources in one period
/// are lanes of machine words, so that a period is checked for all of them with one subtraction a word.
final class ScheduleGenerator {
  /// Activities.
  let count: Int
  /// Of each activity, periods.
  let durations: UnsafeMutablePointer<Int32>
  /// Schedules generated.
  private(set) var generated = 0

  let words: Int
  let demands: UnsafeMutablePointer<UInt64>
  private let capacity: UnsafeMutablePointer<UInt64>
  /// The top bit of each lane, which no demand or capacity reaches.
  private let guards: UInt64
  let free: UnsafeMutablePointer<UInt64>
  private var dirty = 0
  /// Of each activity, the earliest start that what comes before it allows.
  let ready: UnsafeMutablePointer<Int32>
  /// Buffers of the parallel scheme.
  let progress: Progress
  /// For each direction offsets into ``links`` and what follows.
  let offsets: [UnsafeMutablePointer<Int32>]
  let links: [UnsafeMutablePointer<Int32>]

  init(_ network: MakespanNetwork) {
    count = network.count
    durations = Self.buffer(network.durations.map(Int32.init))
    let greatest = max(1, network.capacities.max() ?? 0)
    var width = 8
    while greatest >> (width - 1) > 0 { width *= 2 }
    let lanes = 64 / width
    words = max(1, (network.capacities.count + lanes - 1) / lanes)
    let guards = (0..<lanes).reduce(0 as UInt64) { $0 | 1 << UInt64($1 * width + width - 1) }
    self.guards = guards
    let words = words
    func packed(_ figures: [Int]) -> [UInt64] {
      var packed = [UInt64](repeating: 0, count: words)
      for (index, figure) in figures.enumerated() {
        packed[index / lanes] |= UInt64(figure) << UInt64(index % lanes * width)
      }
      return packed
    }
    demands = Self.buffer(network.demands.flatMap(packed))
    let full = packed(network.capacities).map { $0 | guards }
    capacity = Self.buffer(full)
    free = Self.buffer((0...network.durations.reduce(0, +)).flatMap { _ in full })
    ready = Self.buffer([Int32](repeating: 0, count: count))
    progress = Progress(count: count)
    let lists = [network.successors, network.predecessors]
    offsets = lists.map { list in
      var offsets: [Int32] = [0]
      for links in list { offsets.append(offsets[offsets.count - 1] + Int32(links.count)) }
      return Self.buffer(offsets)
    }
    links = lists.map { Self.buffer($0.flatMap { $0.map(Int32.init) }) }
  }

  deinit {
    for pointer in [durations, ready] + offsets + links { pointer.deallocate() }
    for pointer in [demands, capacity, free] { pointer.deallocate() }
    progress.deallocate()
  }

  private static func buffer<Element>(_ values: [Element]) -> UnsafeMutablePointer<Element> {
    let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(1, values.count))
    pointer.initialize(from: values, count: values.count)
    return pointer
  }

  /// Starts every activity in turn as early as those before it and the resources let it, or in the
  /// parallel scheme at each time in turn what is ready.
  ///
  /// - Parameters:
  ///   - order: All activities, in an order that the direction's precedence allows.
  ///   - direction: 0 from the beginning, 1 from the end.
  ///   - isParallel: By the parallel scheme.
  ///   - starts: Where the times go.
  /// - Returns: The makespan.
  func generate(
    _ order: UnsafeMutablePointer<Int32>, direction: Int, isParallel: Bool = false,
    into starts: UnsafeMutablePointer<Int32>
  ) -> Int32 {
    generated += 1
    reset()
    let makespan =
      isParallel
      ? fillInTime(order, direction, starts)
      : words == 1
        ? fillOneWord(order, direction, starts) : fillManyWords(order, direction, starts)
    dirty = Int(makespan)
    return makespan
  }

  private func reset() {
    if words == 1 {
      free.update(repeating: capacity[0], count: dirty)
    } else {
      for period in 0..<dirty { (free + period * words).update(from: capacity, count: words) }
    }
    ready.update(repeating: 0, count: count)
  }

  private func fillOneWord(
    _ order: UnsafeMutablePointer<Int32>, _ direction: Int,
    _ starts: UnsafeMutablePointer<Int32>
  ) -> Int32 {
    let (free, guards, ready, demands, durations) = (free, guards, ready, demands, durations)
    let (offsets, links) = (offsets[direction], links[direction])
    var makespan: Int32 = 0
    for place in 0..<count {
      let activity = Int(order[place])
      let duration = Int(durations[activity])
      let demand = demands[activity]
      var start = Int(ready[activity])
      if demand != 0, duration > 0 {
        var low = start
        var high = start &+ duration
        while true {
          var period = high &- 1
          while period >= low, (free[period] &- demand) & guards == guards { period &-= 1 }
          if period < low { break }
          start = period &+ 1
          low = high
          high = start &+ duration
        }
        for period in start..<start &+ duration { free[period] &-= demand }
      }
      starts[activity] = Int32(truncatingIfNeeded: start)
      let finish = Int32(truncatingIfNeeded: start &+ duration)
      makespan = max(makespan, finish)
      for link in Int(offsets[activity])..<Int(offsets[activity &+ 1]) {
        let follower = Int(links[link])
        if ready[follower] < finish { ready[follower] = finish }
      }
    }
    return makespan
  }

  private func fillManyWords(
    _ order: UnsafeMutablePointer<Int32>, _ direction: Int,
    _ starts: UnsafeMutablePointer<Int32>
  ) -> Int32 {
    let (offsets, links) = (offsets[direction], links[direction])
    var makespan: Int32 = 0
    for place in 0..<count {
      let activity = Int(order[place])
      let duration = Int(durations[activity])
      let demand = demands + activity * words
      var start = Int(ready[activity])
      var low = start
      var high = start + duration
      while duration > 0 {
        var period = high - 1
        while period >= low, fits(demand, in: period) { period -= 1 }
        if period < low { break }
        start = period + 1
        low = high
        high = start + duration
      }
      for period in start..<start + duration {
        for word in 0..<words { free[period * words + word] &-= demand[word] }
      }
      starts[activity] = Int32(start)
      let finish = Int32(start + duration)
      makespan = max(makespan, finish)
      for link in Int(offsets[activity])..<Int(offsets[activity + 1]) {
        let follower = Int(links[link])
        if ready[follower] < finish { ready[follower] = finish }
      }
    }
    return makespan
  }

  /// Whether a period has room for a demand.
  func fits(_ demand: UnsafeMutablePointer<UInt64>, in period: Int) -> Bool {
    for word in 0..<words
    where (free[period * words + word] &- demand[word]) & guards != guards {
      return false
    }
    return true
  }
}
