/// The times between which each activity must lie if the project is to end within a horizon, made
/// narrower until they contradict each other or no rule narrows them.
///
/// Rules: precedence, time tables of what certainly runs (Lahrichi 1982), and energetic reasoning
/// over all intervals of time (Erschler and Lopez 1990; Baptiste, Le Pape and Nuijten 1999).
struct MakespanWindows {
  private let network: MakespanNetwork
  private let horizon: Int
  private var earliest: [Int]
  /// Latest finishes.
  private var latest: [Int]
  private var isMirrored = false
  private var isNarrowed = false

  init(_ network: MakespanNetwork, horizon: Int) {
    self.network = network
    self.horizon = horizon
    earliest = network.heads
    latest = network.tails.map { horizon - $0 }
  }

  /// Whether no schedule ends within the horizon, proven.
  ///
  /// - Parameter work: Steps that may be spent; what is spent is taken off.
  mutating func isRefuted(work: inout Int) -> Bool {
    repeat {
      isNarrowed = false
      for _ in 0..<2 {
        if !followPrecedence() { return true }
        for resource in network.capacities.indices {
          if !followTimeTable(resource, &work) { return true }
          if !weighIntervals(resource, &work) { return true }
        }
        mirror()
      }
    } while isNarrowed && work > 0
    return false
  }

  private mutating func mirror() {
    let starts = latest.map { horizon - $0 }
    latest = earliest.map { horizon - $0 }
    earliest = starts
    isMirrored.toggle()
  }

  /// Raises a start; false where the activity does not fit any more.
  private mutating func raise(_ activity: Int, to time: Int) -> Bool {
    guard time > earliest[activity] else { return true }
    earliest[activity] = time
    isNarrowed = true
    return time + network.durations[activity] <= latest[activity]
  }

  private mutating func followPrecedence() -> Bool {
    for step in 0..<network.count {
      let activity = isMirrored ? network.count - 1 - step : step
      let finish = earliest[activity] + network.durations[activity]
      if finish > latest[activity] { return false }
      let followers =
        isMirrored ? network.predecessors[activity] : network.successors[activity]
      for follower in followers where !raise(follower, to: finish) { return false }
    }
    return true
  }

  private mutating func followTimeTable(_ resource: Int, _ work: inout Int) -> Bool {
    guard work > 0 else { return true }
    let capacity = network.capacities[resource]
    var usage = [Int](repeating: 0, count: horizon + 1)
    for activity in 0..<network.count {
      let (from, until) = certain(activity)
      guard from < until else { continue }
      usage[from] += network.demands[activity][resource]
      usage[until] -= network.demands[activity][resource]
    }
    for time in 0..<horizon { usage[time + 1] += usage[time] }
    work -= network.count + horizon
    if usage.contains(where: { $0 > capacity }) { return false }
    for activity in 0..<network.count {
      let demand = network.demands[activity][resource]
      let (from, until) = certain(activity)
      guard demand > 0, network.durations[activity] > 0, from >= until else { continue }
      var start = earliest[activity]
      var time = start
      while time < start + network.durations[activity], time < horizon {
        if usage[time] + demand > capacity { start = time + 1 }
        time += 1
      }
      work -= time - earliest[activity]
      if !raise(activity, to: start) { return false }
    }
    return true
  }

  /// Where the activity runs wherever it starts; empty where the first time is not before the
  /// second.
  private func certain(_ activity: Int) -> (Int, Int) {
    (
      latest[activity] - network.durations[activity],
      earliest[activity] + network.durations[activity]
    )
  }

  /// Compares, for all intervals, the units of a resource with what must be used of them.
  private mutating func weighIntervals(_ resource: Int, _ work: inout Int) -> Bool {
    let users = (0..<network.count).filter {
      network.demands[$0][resource] > 0 && network.durations[$0] > 0
    }
    guard work > horizon * (horizon + users.count) else { return true }
    work -= horizon * (horizon + users.count)
    let capacity = network.capacities[resource]
    let greatest = users.reduce(0) {
      max($0, network.demands[$1][resource] * network.durations[$1])
    }
    // Of each interval from a time the work that must lie in it grows with its end, by the demand of
    // each activity from its latest start on, for as long as its least part after the time.
    var slopes = [Int](repeating: 0, count: horizon + 1)
    for from in 0..<horizon {
      for time in from...horizon { slopes[time] = 0 }
      for activity in users {
        let demand = network.demands[activity][resource]
        let duration = network.durations[activity]
        let part = min(duration, earliest[activity] + duration - from)
        guard part > 0 else { continue }
        let start = max(from, latest[activity] - duration)
        guard start < horizon else { continue }
        slopes[start] += demand
        slopes[min(horizon, start + part)] -= demand
      }
      var slope = 0
      var needed = 0
      for until in from + 1...horizon {
        slope += slopes[until - 1]
        needed += slope
        let slack = capacity * (until - from) - needed
        if slack < 0 { return false }
        guard slack < greatest, work > 0 else { continue }
        work -= users.count
        for activity in users
        where !push(activity, resource, from: from, until: until, slack: slack) { return false }
      }
    }
    return true
  }

  /// Raises the start of an activity that would need too much of an interval if it started early.
  private mutating func push(
    _ activity: Int, _ resource: Int, from: Int, until: Int, slack: Int
  ) -> Bool {
    let start = earliest[activity]
    let duration = network.durations[activity]
    let left = min(duration, until - from, start + duration - from)
    guard left > 0, start < until else { return true }
    let early = start < from ? left : min(duration, until - start)
    let late = max(0, min(left, until - max(from, latest[activity] - duration)))
    let spare = slack + network.demands[activity][resource] * min(late, left)
    let room = spare / network.demands[activity][resource]
    guard early > room else { return true }
    // It may use at most `room` of the interval's time, and starts too early for that.
    return raise(activity, to: until - room)
  }
}
