import Territory

/// The Lagrangian dual of a scheduling problem: every capacity has a price from 0 up, and with any
/// prices the best starts under them are worth at least what the best schedule is.
///
/// Of a resource of which some may be kept, prices are written as falls from account to account, one for
/// each limit on what is taken up to then, and bumps above that, one for each limit on what one account can
/// hold with all that may be kept: without bumps what is kept is never worth more tomorrow than today.
struct ScheduleDual: Sendable {
  let model: ScheduleModel
  let threads: Int
  /// First bump of each resource behind the accounts' coordinates; nil for one of which nothing is kept.
  private let firstBump: [Int?]
  /// How many numbers describe a point.
  let coordinates: Int
  /// What rounding to whole units can shift in each resource: less than one unit a use and period.
  private let roundedUnits: [Double]

  init(_ model: ScheduleModel, threads: Int) {
    self.model = model
    self.threads = threads
    var count = model.accounts.count
    firstBump = model.accounts.resources.indices.map { resource in
      guard model.accounts.carryOverCap[resource] > 0 else { return nil }
      defer { count += model.accounts.range(resource).count }
      return count
    }
    coordinates = count
    var rounded = [Double](repeating: 0, count: model.accounts.resources.count)
    for row in 0..<model.rows {
      let longest = (model.firstMode[row]..<model.firstMode[row + 1]).map { model.duration[$0] }
      let uses = model.firstUse[model.firstMode[row]]..<model.firstUse[model.firstMode[row + 1]]
      for key in Set(uses.map { model.useKey[$0] })
      where model.keys[Int(key)].shares.count(where: { $0 > 0 }) > 1 {
        for resource in model.keys[Int(key)].resources {
          rounded[resource] += Double(longest.max() ?? 1)
        }
      }
    }
    roundedUnits = rounded
  }

  /// First of a resource's bumps among the coordinates.
  func bump(_ resource: Int) -> Int? { firstBump[resource] }

  /// One point of the dual.
  struct Point: Sendable {
    /// Prices of the accounts.
    let multipliers: [Double]
    /// Proven: no schedule is worth more.
    let bound: Double
    /// Slope of the bound in the coordinates.
    let slope: [Double]
    let outcomes: [ForestProgram.Outcome]
    /// What the best starts take of each account.
    let usage: [Double]
  }

  /// The accounts' prices at some coordinates.
  func multipliers(_ coordinates: [Double]) -> [Double] {
    var prices = [Double](coordinates.prefix(model.accounts.count))
    for (resource, bump) in firstBump.enumerated() {
      guard let bump else { continue }
      let range = model.accounts.range(resource)
      for account in range.dropLast().reversed() { prices[account] += prices[account + 1] }
      for (offset, account) in range.enumerated() { prices[account] += coordinates[bump + offset] }
    }
    return prices
  }

  func point(_ coordinates: [Double]) -> Point {
    let multipliers = multipliers(coordinates)
    let outcomes = ForestProgram(model, multipliers: multipliers).outcomes(threads: threads)
    var value = CompensatedSum()
    var magnitude = 0.0
    for outcome in outcomes {
      value.add(outcome.value)
      magnitude += outcome.magnitude
    }
    let usage = model.usage(model.demand(outcomes))
    var rounding = 0.0
    for resource in model.accounts.resources.indices {
      let range = model.accounts.range(resource)
      var greatest = 0.0
      for account in range {
        let term = multipliers[account] * Double(max(0, model.accounts.capacity[account]))
        value.add(term)
        magnitude += term
        greatest = max(greatest, multipliers[account])
      }
      rounding += greatest * roundedUnits[resource]
      let cap = Double(model.accounts.carryOverCap[resource])
      for account in range.dropLast() where cap > 0 {
        let rise = max(0, multipliers[account + 1] - multipliers[account])
        value.add(cap * rise)
        magnitude += cap * rise
      }
    }
    // Where something needed has no start at all the margin would make no number of it.
    let isPossible = magnitude < .infinity
    return Point(
      multipliers: multipliers,
      bound: isPossible ? value.value + rounding + magnitude * 1e-11 : -.infinity,
      slope: slope(usage),
      outcomes: outcomes, usage: usage)
  }
  /// Slope of the bound in the coordinates, with what is kept at its cap for every bump.
  private func slope(_ usage: [Double]) -> [Double] {
    var slope = [Double](repeating: 0, count: coordinates)
    for account in usage.indices {
      slope[account] = Double(max(0, model.accounts.capacity[account])) - usage[account]
    }
    for (resource, bump) in firstBump.enumerated() {
      guard let bump else { continue }
      let range = model.accounts.range(resource)
      let cap = Double(model.accounts.carryOverCap[resource])
      for (offset, account) in range.enumerated() {
        slope[bump + offset] = slope[account] + (offset > 0 ? cap : 0)
      }
      for account in range.dropFirst() { slope[account] += slope[account - 1] }
    }
    return slope
  }
}
