import Territory

/// A genetic algorithm over two populations, one of schedules from the beginning and one of schedules
/// from the end (after the bi-population algorithm of Debels and Vanhoucke 2005).
///
/// Every child is generated against the direction of its parents, so that each is also a
/// justification (Valls, Ballestín and Quintanilla 2005) of what it inherits. A child takes from the
/// father what starts before, in, and after a random window of time, and the order inside the first
/// and the last of these from the mother. Some children are made by the parallel scheme, all others by
/// the serial one (after the self-adapting algorithm of Hartmann 2002). The populations shrink as the
/// schedules are used up.
struct MakespanSearch {
  /// Shortest makespan found, in units; that of ``bestStarts``.
  private(set) var best = Int32.max
  /// Starts of the shortest schedule, from the beginning of the project, in units.
  private(set) var bestStarts: [Int32]
  /// Schedules generated.
  var generated: Int { generator.generated }

  let network: MakespanNetwork
  private let generator: ScheduleGenerator
  let lists: ActivityLists
  private let bound: Int
  private let limit: Int
  var random: RandomNumbers
  /// For each direction the times of its schedules on the axis of the other direction.
  var populations: [[[Int32]]] = [[], []]
  var makespans: [[Int32]] = [[], []]
  private let greatestSize: Int
  private let smallestSize: Int
  /// Share of the children without a mother: orders of few activities soon are all alike.
  private let shakenPercent: Int
  /// Share of the children of the parallel scheme. From 5 to 20 are about equally good on projects of
  /// 30 to 120 activities, and all better than none.
  private static let parallelPercent = 10
  private var starts: [Int32]

  /// - Parameters:
  ///   - bound: Makespan at which the search can end, in units.
  ///   - limit: Most schedules, at least 1.
  init(_ network: MakespanNetwork, bound: Int, limit: Int, seed: UInt64) {
    self.network = network
    self.bound = bound
    self.limit = limit
    generator = ScheduleGenerator(network)
    lists = ActivityLists(network)
    random = RandomNumbers(seed: seed)
    // Larger populations are worth it only where there is time for them to converge.
    let room = min(limit / 125, 200_000 / max(1, network.count))
    greatestSize = min(400, max(10, room))
    smallestSize = max(10, greatestSize / 13)
    shakenPercent = min(50, max(0, 65 - network.count / 2))
    bestStarts = [Int32](repeating: 0, count: network.count)
    starts = bestStarts
  }

  /// Searches until the bound is met or the schedules are used up.
  mutating func run() {
    sample()
    var direction = 0
    while !isDone {
      shrink()
      breed(from: direction)
      direction = 1 - direction
    }
  }

  private var isDone: Bool { Int(best) <= bound || generator.generated >= limit }

  /// The first schedules, each drawn at random and justified from both sides.
  private mutating func sample() {
    let sampler = MakespanSampler(network)
    while populations[0].count < greatestSize, !isDone {
      sampler.draw(into: lists.order, &random)
      generate(direction: 0)
      for direction in [1, 0] where !isDone {
        let makespan = mirror()
        populations[1 - direction].append(starts)
        makespans[1 - direction].append(makespan)
        for activity in 0..<network.count { lists.keys[activity] = starts[activity] }
        lists.sort(direction: direction)
        generate(direction: direction)
      }
      guard !isDone else { return }
      // The schedule from both sides takes the place of the one before.
      makespans[0][makespans[0].count - 1] = mirror()
      populations[0][populations[0].count - 1] = starts
    }
  }

  /// Generates the schedule of the list.
  private mutating func generate(direction: Int, isParallel: Bool = false) {
    let generator = generator
    let order = lists.order
    let makespan = starts.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map {
        generator.generate(order, direction: direction, isParallel: isParallel, into: $0)
      } ?? 0
    }
    lastMakespan = makespan
    guard makespan < best else { return }
    best = makespan
    for activity in 0..<network.count {
      bestStarts[activity] =
        direction == 0
        ? starts[activity] : makespan - starts[activity] - generator.durations[activity]
    }
  }

  private var lastMakespan: Int32 = 0

  /// Turns the times of the last schedule to the other direction's axis; returns its makespan.
  private mutating func mirror() -> Int32 {
    for activity in 0..<network.count {
      starts[activity] = lastMakespan - starts[activity] - generator.durations[activity]
    }
    return lastMakespan
  }

  /// Drops the longest schedules, in step with the schedules that are used up.
  private mutating func shrink() {
    let lost = (greatestSize - smallestSize) * generator.generated / limit
    for direction in 0..<2 {
      while makespans[direction].count > greatestSize - lost {
        let last = makespans[direction].count - 1
        var worst = 0
        for index in 1...last where makespans[direction][index] > makespans[direction][worst] {
          worst = index
        }
        makespans[direction].swapAt(worst, last)
        populations[direction].swapAt(worst, last)
        makespans[direction].removeLast()
        populations[direction].removeLast()
      }
    }
  }

  /// One child of every schedule of a direction, which takes its father's place in the other
  /// direction's population where it is not longer than what stands there.
  private mutating func breed(from direction: Int) {
    let size = makespans[direction].count
    for father in 0..<size where !isDone {
      var mother = random.below(size)
      let rival = random.below(size)
      if makespans[direction][rival] < makespans[direction][mother] || mother == father {
        mother = rival
      }
      if random.below(100) < shakenPercent {
        shake(father, direction)
        lists.sort(direction: 1 - direction)
        lists.repair(direction: 1 - direction)
      } else {
        cross(father, mother, direction)
        lists.sort(direction: 1 - direction)
      }
      mutate(direction: 1 - direction)
      generate(
        direction: 1 - direction, isParallel: random.below(100) < Self.parallelPercent)
      guard lastMakespan <= makespans[1 - direction][father] else { continue }
      makespans[1 - direction][father] = mirror()
      swap(&populations[1 - direction][father], &starts)
    }
  }
}
