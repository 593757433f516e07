/// The accounts of all limited resources in one row, with what is done or committed booked already.
struct ResourceAccounts: Sendable {
  /// First account of each resource, and one behind the last.
  let first: [Int]
  /// What is left in each account; below nothing where what is committed already takes more, which no
  /// schedule can mend.
  let capacity: [Int]
  /// What may be kept for the next account at most, of each resource; no more than ever is there.
  let carryOverCap: [Int]
  let resources: [LimitedResource]

  init(_ problem: SchedulingProblem) {
    resources = problem.resources
    var first = [0]
    var capacity: [Int] = []
    for resource in problem.resources {
      capacity += resource.capacity
      first.append(capacity.count)
    }
    self.first = first
    var booking = capacity
    for activity in problem.activities {
      guard let fixed = activity.fixed else { continue }
      let mode = activity.modes[fixed.mode]
      for use in mode.uses {
        Self.each(use, mode.durationPeriods, fixed.period, problem) {
          booking[first[$0] + $1] -= $2
        }
      }
    }
    self.capacity = booking
    carryOverCap = problem.resources.map { resource in
      min(resource.carryOverCap, resource.capacity.reduce(0, +))
    }
  }

  var count: Int { capacity.count }

  /// Accounts of a resource.
  func range(_ resource: Int) -> Range<Int> { first[resource]..<first[resource + 1] }

  /// What a use takes of each resource, by account of the resource.
  static func each(
    _ use: ResourceUse, _ duration: Int, _ start: Int, _ problem: SchedulingProblem,
    _ body: (_ resource: Int, _ account: Int, _ quantity: Int) -> Void
  ) {
    for resource in use.resources {
      let limited = problem.resources[resource]
      if limited.isPersistent {
        for period in start + duration..<max(problem.periods, start + duration) {
          body(resource, limited.accountOfPeriod[period], use.amount)
        }
      } else {
        var shares = 0
        var before = 0
        for (index, share) in use.shares.enumerated() {
          shares += share
          let until = use.amount * shares / ResourceUse.whole
          if until > before {
            body(resource, limited.accountOfPeriod[start + index], until - before)
          }
          before = until
        }
      }
    }
  }
}
