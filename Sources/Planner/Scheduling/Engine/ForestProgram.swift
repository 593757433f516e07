import Territory

/// The best starts of all activities at given prices of the resources: dynamic programming over trees
/// of precedence and starts, exact for the precedence that is kept.
struct ForestProgram: Sendable {
  let model: ScheduleModel
  let table: PriceTable

  init(_ model: ScheduleModel, multipliers: [Double]) {
    self.model = model
    table = PriceTable(model, multipliers: multipliers)
  }

  /// What one chunk of trees comes to.
  struct Outcome: Sendable {
    /// Sum of the trees' best profits; -infinity when something needed cannot be done.
    var value = 0.0
    /// Sum of their magnitudes, for the margin of rounding.
    var magnitude = 0.0
    /// Of each row of the chunk: chosen mode, counted over all rows, or -1.
    var mode: [Int32]
    /// Its start; the number of periods for what is not done.
    var start: [Int32]
    /// What the best starts of everything below a row are worth when it has finished before each period,
    /// ``ScheduleModel/periods`` + 1 a row.
    var below: [Double]

    init(_ model: ScheduleModel, _ chunk: Range<Int>) {
      mode = [Int32](repeating: -1, count: chunk.count)
      start = [Int32](repeating: Int32(model.periods), count: chunk.count)
      below = [Double](repeating: 0, count: chunk.count * (model.periods + 1))
    }
  }

  /// Solves all trees on some threads; the outcomes in the chunks' order.
  func outcomes(threads: Int) -> [Outcome] {
    ConcurrentMap.map(count: model.chunks.count, threads: threads) { solve(model.chunks[$0]) }
  }

  private func solve(_ chunk: Range<Int>) -> Outcome {
    let periods = model.periods
    var outcome = Outcome(model, chunk)
    // The best mode at each start that is better than any later one, -1 elsewhere.
    var modes = [Int32](repeating: -1, count: chunk.count * periods)
    var total = CompensatedSum()
    var magnitude = 0.0
    outcome.below.withUnsafeMutableBufferPointer { below in
      modes.withUnsafeMutableBufferPointer { modes in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * periods + 1) { room in
          for row in chunk.reversed() {
            let index = row - chunk.lowerBound
            guard let room = room.baseAddress, let below = below.baseAddress,
              let modes = modes.baseAddress
            else { continue }
            program(row, room, below + index * (periods + 1), modes + index * periods)
            let parent = model.parent[row]
            if parent < 0 {
              total.add(room[0])
              magnitude += abs(room[0])
            } else {
              let above = below + (parent - chunk.lowerBound) * (periods + 1)
              for start in 0...periods { above[start] += room[start] }
            }
          }
        }
      }
    }
    outcome.value = total.value
    outcome.magnitude = magnitude
    for row in chunk { choose(row, chunk.lowerBound, modes, &outcome) }
    return outcome
  }

  /// Fills the best profits by the first period a row may start in (`periods` + 1, then scratch).
  private func program(
    _ row: Int, _ best: UnsafeMutablePointer<Double>, _ below: UnsafePointer<Double>,
    _ bestModes: UnsafeMutablePointer<Int32>
  ) {
    let periods = model.periods
    let profits = best + periods + 1
    for start in 0..<periods { best[start] = -.infinity }
    for mode in model.firstMode[row]..<model.firstMode[row + 1] {
      fill(profits, mode)
      let duration = model.duration[mode]
      for start in 0..<max(0, periods + 1 - duration) {
        let profit = profits[start] + below[start + duration]
        if profit > best[start] {
          best[start] = profit
          bestModes[start] = Int32(truncatingIfNeeded: mode)
        }
      }
    }
    best[periods] = model.isNeeded[row] ? -.infinity : 0
    for start in stride(from: periods - 1, through: 0, by: -1)
    where best[start] < best[start + 1] {
      best[start] = best[start + 1]
      bestModes[start] = -1
    }
  }

  /// Profits of a mode by start at the table's prices.
  private func fill(_ profits: UnsafeMutablePointer<Double>, _ mode: Int) {
    let periods = model.periods
    model.valueByStart.withUnsafeBufferPointer { values in
      guard let values = values.baseAddress.map({ $0 + mode * periods }) else { return }
      for start in 0..<periods { profits[start] = values[start] }
    }
    table.prices.withUnsafeBufferPointer { prices in
      guard let prices = prices.baseAddress else { return }
      for use in model.firstUse[mode]..<model.firstUse[mode + 1] {
        let amount = model.useAmount[use]
        let price = prices + Int(model.useKey[use]) * periods
        for start in 0..<periods { profits[start] -= amount * price[start] }
      }
    }
  }

  /// Follows the best starts from the roots down, and books what they take.
  private func choose(_ row: Int, _ lower: Int, _ modes: [Int32], _ outcome: inout Outcome) {
    let periods = model.periods
    let index = row - lower
    var start = 0
    if model.parent[row] >= 0 {
      let above = model.parent[row] - lower
      guard outcome.mode[above] >= 0 else { return }
      start = Int(outcome.start[above]) + model.duration[Int(outcome.mode[above])]
    }
    while start < periods, modes[index * periods + start] < 0 { start += 1 }
    guard start < periods else { return }
    let mode = Int(modes[index * periods + start])
    outcome.mode[index] = Int32(truncatingIfNeeded: mode)
    outcome.start[index] = Int32(truncatingIfNeeded: start)
  }
}

extension ScheduleModel {
  /// What the best starts take of each kind of use, by period of the start. Summed row by row, as there are
  /// far more kinds and periods than starts of one chunk.
  func demand(_ outcomes: [ForestProgram.Outcome]) -> [Double] {
    var demand = [Double](repeating: 0, count: keys.count * periods)
    for outcome in outcomes {
      for (mode, start) in zip(outcome.mode, outcome.start) where mode >= 0 {
        for use in firstUse[Int(mode)]..<firstUse[Int(mode) + 1] {
          demand[Int(useKey[use]) * periods + Int(start)] += useAmount[use]
        }
      }
    }
    return demand
  }

  /// What starts take of each account, from what they take of each kind of use by period.
  func usage(_ demand: [Double]) -> [Double] {
    var usage = [Double](repeating: 0, count: accounts.count)
    for (index, key) in keys.enumerated() {
      for start in 0..<periods {
        let amount = demand[index * periods + start]
        guard amount > 0 else { continue }
        for resource in key.resources {
          let limited = accounts.resources[resource]
          let first = accounts.first[resource]
          if limited.isPersistent {
            for period in start + key.duration..<max(periods, start + key.duration) {
              usage[first + limited.accountOfPeriod[period]] += amount
            }
          } else {
            for (offset, share) in key.shares.enumerated() where share > 0 {
              usage[first + limited.accountOfPeriod[start + offset]] +=
                amount * Double(share) / Double(ResourceUse.whole)
            }
          }
        }
      }
    }
    return usage
  }
}
