/// What is still free in every account, in whole units.
///
/// Of a resource that may be kept, an account may be drawn on by what earlier ones leave, at most the
/// cap of it: the balance is followed from the first account on.
struct ResourceLedger: Sendable {
  let model: ScheduleModel
  /// Booked beyond what was committed, by account.
  private(set) var booked: [Int]
  /// Scratch: what is being asked for.
  private var asked: [Int]

  init(_ model: ScheduleModel) {
    self.model = model
    booked = [Int](repeating: 0, count: model.accounts.count)
    asked = booked
  }

  /// Whether a start fits; books nothing.
  mutating func fits(row: Int, _ start: ActivityStart) -> Bool {
    shortage(row: row, start) == nil
  }

  /// The first resource that is short for a start, and by how much; nil when it fits.
  mutating func shortage(row: Int, _ start: ActivityStart) -> Shortage? {
    let activity = model.activity(row)
    if activity.fixed != nil { return nil }
    let mode = activity.modes[start.mode]
    // All is asked for before anything is looked at, as several uses may draw on one resource.
    for use in mode.uses where use.amount > 0 {
      for resource in use.resources {
        ask(use, mode, start.period, resource, model.accounts.first[resource])
      }
    }
    var found: Shortage?
    for use in mode.uses where use.amount > 0 && found == nil {
      for resource in use.resources where found == nil {
        found = shortage(resource, from: accounts(of: use, mode, start.period, resource))
      }
    }
    for use in mode.uses where use.amount > 0 {
      for resource in use.resources {
        let first = model.accounts.first[resource]
        for account in accounts(of: use, mode, start.period, resource) {
          asked[first + account] = 0
        }
      }
    }
    return found
  }

  /// How a resource is short.
  struct Shortage: Hashable, Sendable {
    let resource: Int
    /// Account of the resource.
    let account: Int
    /// Whole units.
    let missing: Int
  }

  /// Books a start (sign 1) or takes it back (-1).
  mutating func book(row: Int, _ start: ActivityStart, sign: Int = 1) {
    let activity = model.activity(row)
    if activity.fixed != nil { return }
    let mode = activity.modes[start.mode]
    for use in mode.uses where use.amount > 0 {
      for resource in use.resources {
        let first = model.accounts.first[resource]
        let range = accounts(of: use, mode, start.period, resource)
        ask(use, mode, start.period, resource, first)
        for account in range {
          booked[first + account] += sign * asked[first + account]
          asked[first + account] = 0
        }
      }
    }
  }

  private func accounts(
    of use: ResourceUse, _ mode: ActivityMode, _ start: Int, _ resource: Int
  ) -> Range<Int> {
    let limited = model.accounts.resources[resource]
    let from = limited.isPersistent ? start + mode.durationPeriods : start
    let until = limited.isPersistent ? model.periods : start + mode.durationPeriods
    guard from < until else { return 0..<0 }
    return limited.accountOfPeriod[from]..<limited.accountOfPeriod[until - 1] + 1
  }

  private mutating func ask(
    _ use: ResourceUse, _ mode: ActivityMode, _ start: Int, _ resource: Int, _ first: Int
  ) {
    let limited = model.accounts.resources[resource]
    if limited.isPersistent {
      for period in start
        + mode.durationPeriods..<max(
          model.periods, start + mode.durationPeriods)
      {
        asked[first + limited.accountOfPeriod[period]] += use.amount
      }
      return
    }
    var shares = 0
    var before = 0
    for (index, share) in use.shares.enumerated() where share > 0 {
      shares += share
      let until = use.amount * shares / ResourceUse.whole
      asked[first + limited.accountOfPeriod[start + index]] += until - before
      before = until
    }
  }

  private func shortage(_ resource: Int, from range: Range<Int>) -> Shortage? {
    guard !range.isEmpty else { return nil }
    let first = model.accounts.first[resource]
    let cap = model.accounts.carryOverCap[resource]
    let capacity = model.accounts.capacity
    if cap == 0 {
      for account in range {
        let left = capacity[first + account] - booked[first + account] - asked[first + account]
        // Nothing asked of an account that is overdrawn already is no shortage of this start's.
        if left < 0, asked[first + account] > 0 {
          return Shortage(resource: resource, account: account, missing: -left)
        }
      }
      return nil
    }
    var kept = 0
    // What would be left without this start: what is committed may have overdrawn an account already.
    var keptBefore = 0
    for account in 0..<model.accounts.range(resource).count {
      let index = first + account
      let free = capacity[index] - booked[index]
      let left = kept + free - asked[index]
      if left < min(0, keptBefore + free) {
        return Shortage(resource: resource, account: account, missing: -left)
      }
      keptBefore = min(cap, max(0, keptBefore + free))
      kept = min(cap, max(0, left))
    }
    return nil
  }
}
