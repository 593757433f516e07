/// What starts are worth at the prices of a point of the dual: the value less the price of what they take, with
/// the best of all that follows.
struct StartWorth: Sendable {
  let model: ScheduleModel
  /// By mode and start, as ``ScheduleModel/valueByStart``; -infinity where a mode cannot start.
  private let worth: [Double]
  /// The price alone.
  private let price: [Double]

  init(_ model: ScheduleModel, _ point: ScheduleDual.Point) {
    self.model = model
    let table = PriceTable(model, multipliers: point.multipliers)
    let periods = model.periods
    var worth = model.valueByStart
    var price = [Double](repeating: 0, count: worth.count)
    for (chunk, outcome) in zip(model.chunks, point.outcomes) {
      for row in chunk {
        let below = (row - chunk.lowerBound) * (periods + 1)
        for mode in model.firstMode[row]..<model.firstMode[row + 1] {
          for start in 0..<periods where worth[mode * periods + start] > -.infinity {
            let index = mode * periods + start
            price[index] = table.cost(model, mode, start)
            worth[index] =
              worth[index] - price[index] + outcome.below[below + start + model.duration[mode]]
          }
        }
      }
    }
    self.worth = worth
    self.price = price
  }

  /// What a start is worth; 0 for none.
  func worth(_ row: Int, _ start: ActivityStart?) -> Double {
    start.map { worth[index(row, $0)] } ?? 0
  }

  /// The price alone of a start of a mode, counted over all rows.
  func price(_ mode: Int, _ start: Int) -> Double { price[mode * model.periods + start] }

  /// Value for what the limits ask at their prices; the more the room is dear, the less.
  func yield(_ row: Int, _ start: ActivityStart) -> (value: Double, price: Double) {
    let index = index(row, start)
    let value = model.valueByStart[index]
    // Where nothing is short, all is cheap.
    return (value, max(price[index], 1e-9 * abs(value), .leastNormalMagnitude))
  }

  /// What a row loses against its best start from a period on.
  func loss(_ row: Int, _ now: ActivityStart?, from earliest: Int) -> Double {
    let own = worth(row, now)
    var best = own
    for mode in model.firstMode[row]..<model.firstMode[row + 1] {
      for start in earliest..<model.periods {
        best = max(best, worth[mode * model.periods + start])
      }
    }
    return best - own
  }

  /// Starts from a period on that are worth more than where a row is.
  func better(_ row: Int, _ now: ActivityStart?, from earliest: Int) -> [ActivityStart] {
    let own = worth(row, now)
    var found: [ActivityStart] = []
    for mode in 0..<model.firstMode[row + 1] - model.firstMode[row] {
      for period in earliest..<model.periods {
        let start = ActivityStart(mode: mode, period: period)
        if worth[index(row, start)] > own { found.append(start) }
      }
    }
    return found
  }

  /// The start worth most among those that fit, if any is worth more than a floor.
  func best(_ row: Int, above floor: Double, in state: inout ScheduleState) -> ActivityStart? {
    guard let span = state.span(row: row) else { return nil }
    var found: ActivityStart?
    var most = floor
    for mode in model.firstMode[row]..<model.firstMode[row + 1] {
      for period in state.window(span, mode) where worth[mode * model.periods + period] > most {
        let start = ActivityStart(mode: mode - model.firstMode[row], period: period)
        guard state.fits(row, start) else { continue }
        found = start
        most = worth[mode * model.periods + period]
      }
    }
    return found
  }

  private func index(_ row: Int, _ start: ActivityStart) -> Int {
    (model.firstMode[row] + start.mode) * model.periods + start.period
  }
}
