/// What a unit of each kind of use costs by the period of the start, at given prices of the accounts.
struct PriceTable: Sendable {
  /// ``ScheduleModel/periods`` prices for each key. Starts that reach beyond the horizon have the price
  /// of what lies inside; no mode starts there.
  private(set) var prices: [Double]

  init(_ model: ScheduleModel, multipliers: [Double]) {
    let periods = model.periods
    prices = [Double](repeating: 0, count: model.keys.count * periods)
    var byPeriod = [Double](repeating: 0, count: periods + 1)
    for (index, key) in model.keys.enumerated() {
      for period in 0..<periods { byPeriod[period] = 0 }
      var isPersistent = false
      for resource in key.resources {
        let limited = model.accounts.resources[resource]
        isPersistent = limited.isPersistent
        let first = model.accounts.first[resource]
        for period in 0..<periods {
          byPeriod[period] += multipliers[first + limited.accountOfPeriod[period]]
        }
      }
      let base = index * periods
      if isPersistent {
        var after = 0.0
        for start in stride(from: periods - 1 - key.duration, through: 0, by: -1) {
          after += byPeriod[start + key.duration]
          prices[base + start] = after
        }
      } else {
        for (offset, share) in key.shares.enumerated() where share > 0 {
          let part = Double(share) / Double(ResourceUse.whole)
          for start in 0..<periods where start + offset < periods {
            prices[base + start] += part * byPeriod[start + offset]
          }
        }
      }
    }
  }
}
