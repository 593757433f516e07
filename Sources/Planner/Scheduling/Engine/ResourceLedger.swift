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
  private var balances: KeptBalances

  init(_ model: ScheduleModel) {
    self.model = model
    booked = [Int](repeating: 0, count: model.accounts.count)
    asked = booked
    balances = KeptBalances(model.accounts, booked)
  }

  /// Whether a start fits: ``shortage(row:_:)`` is nil; books nothing.
  mutating func fits(row: Int, _ start: ActivityStart) -> Bool {
    let uses = uses(row, start)
    // One resource may be short for what several uses draw together.
    if model.drawsTwice[model.firstMode[row] + start.mode] {
      return shortage(row: row, start) == nil
    }
    for use in uses {
      let cells = model.cells.range(key: model.useKey[use], start: start.period)
      guard fits(cells, Int(model.useAmount[use])) else { return false }
    }
    return true
  }

  private mutating func fits(_ cells: Range<Int>, _ amount: Int) -> Bool {
    var resource = -1
    var sum = 0
    for index in cells {
      let cell = model.cells.cells[index]
      let account = Int(cell.account)
      let quantity = cell.quantity(amount)
      if model.accounts.carryOverCap[Int(cell.resource)] == 0 {
        if quantity > 0, booked[account] + quantity > model.accounts.capacity[account] {
          return false
        }
        continue
      }
      if Int(cell.resource) != resource {
        resource = Int(cell.resource)
        sum = 0
        if !balances.isPlain[resource] {
          guard fits(kept: resource, cells.suffix(from: index), amount) else { return false }
        }
      }
      guard balances.isPlain[resource] else { continue }
      sum += quantity
      if sum > balances.leastAfter[account] { return false }
    }
    return true
  }

  private mutating func fits(kept resource: Int, _ cells: Range<Int>, _ amount: Int) -> Bool {
    for index in cells where Int(model.cells.cells[index].resource) == resource {
      let cell = model.cells.cells[index]
      asked[Int(cell.account)] += cell.quantity(amount)
    }
    defer {
      for index in cells where Int(model.cells.cells[index].resource) == resource {
        asked[Int(model.cells.cells[index].account)] = 0
      }
    }
    return shortage(kept: resource) == nil
  }

  /// How a resource is short.
  struct Shortage: Hashable, Sendable {
    let resource: Int
    /// Account of the resource.
    let account: Int
    /// Whole units.
    let missing: Int
  }

  /// The first resource that is short for a start, and by how much; nil when it fits.
  mutating func shortage(row: Int, _ start: ActivityStart) -> Shortage? {
    let uses = uses(row, start)
    // All is asked for before anything is looked at, as several uses may draw on one resource.
    for use in uses {
      for index in model.cells.range(key: model.useKey[use], start: start.period) {
        let cell = model.cells.cells[index]
        asked[Int(cell.account)] += cell.quantity(Int(model.useAmount[use]))
      }
    }
    var found: Shortage?
    for use in uses where found == nil { found = shortage(model.useKey[use], start.period) }
    for use in uses {
      for index in model.cells.range(key: model.useKey[use], start: start.period) {
        asked[Int(model.cells.cells[index].account)] = 0
      }
    }
    return found
  }

  /// Books a start (sign 1) or takes it back (-1).
  mutating func book(row: Int, _ start: ActivityStart, sign: Int = 1) {
    for use in uses(row, start) {
      for index in model.cells.range(key: model.useKey[use], start: start.period) {
        let cell = model.cells.cells[index]
        booked[Int(cell.account)] += sign * cell.quantity(Int(model.useAmount[use]))
      }
      for resource in model.keys[Int(model.useKey[use])].resources {
        balances.refresh(resource, model.accounts, booked)
      }
    }
  }

  private func uses(_ row: Int, _ start: ActivityStart) -> Range<Int> {
    let mode = model.firstMode[row] + start.mode
    return model.firstUse[mode]..<model.firstUse[mode + 1]
  }

  private func shortage(_ key: Int32, _ start: Int) -> Shortage? {
    var followed: Int32 = -1
    for index in model.cells.range(key: key, start: start) {
      let cell = model.cells.cells[index]
      let resource = Int(cell.resource)
      guard model.accounts.carryOverCap[resource] > 0 else {
        let account = Int(cell.account)
        let left = model.accounts.capacity[account] - booked[account] - asked[account]
        // Nothing asked of an account that is overdrawn already is no shortage of this start's.
        if left < 0, asked[account] > 0 {
          return Shortage(
            resource: resource, account: account - model.accounts.first[resource], missing: -left)
        }
        continue
      }
      guard cell.resource != followed else { continue }
      followed = cell.resource
      if let short = shortage(kept: resource) { return short }
    }
    return nil
  }

  /// Of a resource of which some is kept, from the first account on.
  private func shortage(kept resource: Int) -> Shortage? {
    let cap = model.accounts.carryOverCap[resource]
    let first = model.accounts.first[resource]
    var kept = 0
    // What would be left without this start: what is committed may have overdrawn an account already.
    var keptBefore = 0
    for index in model.accounts.range(resource) {
      let free = model.accounts.capacity[index] - booked[index]
      let left = kept + free - asked[index]
      if left < min(0, keptBefore + free) {
        return Shortage(resource: resource, account: index - first, missing: -left)
      }
      keptBefore = min(cap, max(0, keptBefore + free))
      kept = min(cap, max(0, left))
    }
    return nil
  }
}
