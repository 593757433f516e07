/// The parallel schedule generation scheme (Kelley 1963) in both directions of time.
///
/// It goes through time and starts whatever is ready and fits, so that nothing ever waits that could
/// run: schedules are dense, but the shortest is not always among them. All that has started by a time
/// only ever ends after it, so that what fits in the period of that time fits until it has finished.
extension ScheduleGenerator {
  /// What the scheme keeps of the activities while it runs.
  struct Progress {
    /// Of each activity, what comes before it and has not started.
    let waiting: UnsafeMutablePointer<Int32>
    /// Place of each activity in the list.
    let ranks: UnsafeMutablePointer<Int32>
    /// Activities of which all that comes before has started, by their rank.
    let open: UnsafeMutablePointer<Int32>
    /// How many are open.
    var openCount = 0
    /// Finishes that are still to come.
    let finishes: UnsafeMutablePointer<Int32>
    /// How many finishes are still to come.
    var finishCount = 0

    init(count: Int) {
      func buffer() -> UnsafeMutablePointer<Int32> {
        let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, count))
        pointer.initialize(repeating: 0, count: max(1, count))
        return pointer
      }
      (waiting, ranks, open, finishes) = (buffer(), buffer(), buffer(), buffer())
    }

    func deallocate() {
      for pointer in [waiting, ranks, open, finishes] { pointer.deallocate() }
    }

    /// Takes an activity off the open ones.
    mutating func close(at place: Int) {
      openCount -= 1
      for later in place..<openCount { open[later] = open[later + 1] }
    }

    /// Puts an activity among the open ones; returns where.
    mutating func admit(_ activity: Int) -> Int {
      var place = openCount
      while place > 0, ranks[Int(open[place - 1])] > ranks[activity] {
        open[place] = open[place - 1]
        place -= 1
      }
      open[place] = Int32(activity)
      openCount += 1
      return place
    }

    /// The first finish after a time; those up to it are forgotten.
    mutating func finish(after time: Int32) -> Int32 {
      var next = Int32.max
      var kept = 0
      for index in 0..<finishCount where finishes[index] > time {
        next = min(next, finishes[index])
        finishes[kept] = finishes[index]
        kept += 1
      }
      finishCount = kept
      return next
    }
  }

  /// Starts at each time in turn what is ready and fits, in the order of the list; returns the
  /// makespan.
  func fillInTime(
    _ order: UnsafeMutablePointer<Int32>, _ direction: Int,
    _ starts: UnsafeMutablePointer<Int32>
  ) -> Int32 {
    var progress = progress(of: order, direction)
    var (time, makespan): (Int32, Int32) = (0, 0)
    while true {
      var place = 0
      while place < progress.openCount {
        let activity = Int(progress.open[place])
        guard isStartable(activity, at: time) else {
          place += 1
          continue
        }
        progress.close(at: place)
        starts[activity] = time
        makespan = max(makespan, time + durations[activity])
        let first = start(activity, at: time, direction, &progress)
        // What follows something without duration can start at once.
        if durations[activity] == 0 { place = min(place, first) }
      }
      guard progress.openCount > 0 else { return makespan }
      time = progress.finish(after: time)
    }
  }

  /// Nothing has started.
  private func progress(of order: UnsafeMutablePointer<Int32>, _ direction: Int) -> Progress {
    var progress = progress
    progress.openCount = 0
    progress.finishCount = 0
    let offsets = offsets[1 - direction]
    for place in 0..<count {
      let activity = Int(order[place])
      progress.ranks[activity] = Int32(place)
      progress.waiting[activity] = offsets[activity + 1] - offsets[activity]
      guard progress.waiting[activity] == 0 else { continue }
      progress.open[progress.openCount] = order[place]
      progress.openCount += 1
    }
    return progress
  }

  private func isStartable(_ activity: Int, at time: Int32) -> Bool {
    ready[activity] <= time
      && (durations[activity] == 0 || fits(demands + activity * words, in: Int(time)))
  }

  /// Starts an activity; returns the first place at which a follower of it has become open.
  private func start(
    _ activity: Int, at time: Int32, _ direction: Int, _ progress: inout Progress
  ) -> Int {
    let finish = time + durations[activity]
    let demand = demands + activity * words
    for period in Int(time)..<Int(finish) {
      for word in 0..<words { free[period * words + word] &-= demand[word] }
    }
    if finish > time {
      progress.finishes[progress.finishCount] = finish
      progress.finishCount += 1
    }
    let (offsets, links) = (offsets[direction], links[direction])
    var first = progress.openCount
    for link in Int(offsets[activity])..<Int(offsets[activity + 1]) {
      let follower = Int(links[link])
      progress.waiting[follower] -= 1
      if ready[follower] < finish { ready[follower] = finish }
      if progress.waiting[follower] == 0 { first = min(first, progress.admit(follower)) }
    }
    return first
  }
}
