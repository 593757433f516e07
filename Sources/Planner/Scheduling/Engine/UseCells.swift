/// Which accounts each kind of use takes from by the period of its start, laid out for the hot loops.
struct UseCells: Sendable {
  /// A part of an amount that falls on one account.
  struct Cell: Sendable {
    let resource: Int32
    /// Among the accounts of all resources.
    let account: Int32
    /// Parts in a million before this part and with it, so that all parts are whole units and sum exactly.
    let before: Int32
    let after: Int32
    /// How many times the amount is taken: once, or in every period of the account.
    let times: Int32

    /// Whole units of an amount.
    func quantity(_ amount: Int) -> Int {
      Int(times)
        * (amount * Int(after) / ResourceUse.whole - amount * Int(before) / ResourceUse.whole)
    }
  }

  let cells: [Cell]
  /// First cell of each kind and start, and one behind the last.
  private let first: [Int]
  private let periods: Int

  init(_ keys: [ScheduleModel.UseKey], _ accounts: ResourceAccounts, periods: Int) {
    self.periods = periods
    var cells: [Cell] = []
    var first: [Int] = [0]
    for key in keys {
      for start in 0..<periods {
        if start + key.duration <= periods {
          for resource in key.resources {
            cells += Self.cells(key, resource, start, accounts, periods)
          }
        }
        first.append(cells.count)
      }
    }
    self.cells = cells
    self.first = first
  }

  /// Cells of a kind of use that starts in a period: resource by resource, accounts rising.
  func range(key: Int32, start: Int) -> Range<Int> {
    let index = Int(key) * periods + start
    return first[index]..<first[index + 1]
  }

  private static func cells(
    _ key: ScheduleModel.UseKey, _ resource: Int, _ start: Int, _ accounts: ResourceAccounts,
    _ periods: Int
  ) -> [Cell] {
    let limited = accounts.resources[resource]
    let base = accounts.first[resource]
    guard !limited.isPersistent else {
      var times: [(account: Int, count: Int32)] = []
      for period in start + key.duration..<max(periods, start + key.duration) {
        let account = limited.accountOfPeriod[period]
        if times.last?.account == account {
          times[times.count - 1].count += 1
        } else {
          times.append((account, 1))
        }
      }
      return times.map {
        Cell(
          resource: Int32(resource), account: Int32(base + $0.account), before: 0,
          after: Int32(ResourceUse.whole), times: $0.count)
      }
    }
    var found: [Cell] = []
    var before = 0
    for (offset, share) in key.shares.enumerated() where share > 0 {
      let account = Int32(base + limited.accountOfPeriod[start + offset])
      // What falls on one account is one part, whatever its periods.
      let begin = found.last?.account == account ? found.removeLast().before : Int32(before)
      before += share
      found.append(
        Cell(
          resource: Int32(resource), account: account, before: begin, after: Int32(before), times: 1
        ))
    }
    return found
  }
}
