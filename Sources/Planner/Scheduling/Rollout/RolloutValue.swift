import Coverage
import Radio
import Siting
import Territory

/// What a package is worth by the quarter it finishes in.
struct RolloutValue {
  let objective: RolloutObjective
  let periods: Int
  let from: Quarter
  let weights: StatusWeights
  let book: LimitBook
  /// Price of electricity, and carbon where a province has no factor of its own.
  let yuanPerKilowattHour: Double
  let kilogramsPerKilowattHour: Double
  /// Busy-hour demand of a quarter over that of the first quarter, by period.
  let demandGrowth: [Double]
  let leadBand: ClosedRange<Double>
  /// What a quarter counts beside the first.
  private let discounts: [Double]

  init(
    objective: RolloutObjective, from: Quarter, periods: Int, weights: StatusWeights,
    book: LimitBook, yuanPerKilowattHour: Double, kilogramsPerKilowattHour: Double,
    demandGrowth: [Double], leadBand: ClosedRange<Double>
  ) {
    self.objective = objective
    self.from = from
    self.periods = periods
    self.weights = weights
    self.book = book
    self.yuanPerKilowattHour = yuanPerKilowattHour
    self.kilogramsPerKilowattHour = kilogramsPerKilowattHour
    self.demandGrowth = demandGrowth
    self.leadBand = leadBand
    // Roots and powers of the C library differ by machine; a product is the same everywhere.
    var discounts: [Double] = []
    var year = 1.0
    for period in 0..<periods {
      let quarter = Double(period % 4) / 4
      discounts.append(year / (1 + quarter * book.discountPerYear.value))
      if period % 4 == 3 { year /= 1 + book.discountPerYear.value }
    }
    self.discounts = discounts
  }

  /// Values by finish where they do not depend on how a package is built; nil for costs and carbon.
  func serviceByFinish(_ work: WorkPackage) -> [Double]? {
    objective == .service || objective == .earliest ? service(work) : nil
  }

  /// Values by finish.
  ///
  /// - Parameter payments: parts in a million of the cost by quarter from the start.
  func byFinish(_ work: WorkPackage, _ power: PowerUse, payments: [Int]) -> [Double] {
    switch objective {
    case .service, .earliest: service(work)
    case .cost: cost(power, payments)
    case .carbon: carbon(work, power.energyKilowattHoursPerYear)
    }
  }

  private func service(_ work: WorkPackage) -> [Double] {
    let priority = (work.priority * 10_000).rounded() / 10_000
    let people = Double(work.populationServed)
    let weight = people * Double(weights.weight(of: work)) * (0.5 + priority)
    var values = [Double](repeating: 0, count: periods)
    var sum = 0.0
    for period in (0..<periods).reversed() {
      sum += discounts[period] * weight
      values[period] = sum
    }
    guard let lead = work.lead, lead.demandMbps > 0 else { return values }
    // Out of the band before the package by too little, after it by too much.
    var late = 0.0
    var early = (0..<periods).reduce(0.0) { $0 + tooEarly(lead, $1) }
    for period in 0..<periods {
      values[period] -= people * (late + early)
      late += tooLate(lead, period)
      early -= tooEarly(lead, period)
    }
    return values
  }

  private func tooLate(_ lead: PackageLead, _ period: Int) -> Double {
    lead.capacityBeforeMbps < leadBand.lowerBound * lead.demandMbps * demandGrowth[period]
      ? book.leadTooLate.value * discounts[period] : 0
  }

  private func tooEarly(_ lead: PackageLead, _ period: Int) -> Double {
    lead.capacityAfterMbps > leadBand.upperBound * lead.demandMbps * demandGrowth[period]
      ? book.leadTooEarly.value * discounts[period] : 0
  }

  private func cost(_ power: PowerUse, _ payments: [Int]) -> [Double] {
    let opex = Double(power.opexYuanPerYear) / 4
    return (0..<periods).map { finish in
      let start = finish - payments.count + 1
      var sum = 0.0
      for (offset, share) in payments.enumerated() where start + offset >= 0 {
        sum +=
          Double(power.costYuan) * Double(share) / Double(ResourceUse.whole)
          * discounts[start + offset]
      }
      for period in finish + 1..<max(periods, finish + 1) { sum += opex * discounts[period] }
      return -sum
    }
  }

  private func carbon(_ work: WorkPackage, _ energy: Int) -> [Double] {
    let factor =
      book.emissionFactors?[work.provinceAdcode]?.value ?? kilogramsPerKilowattHour
    return (0..<periods).map { finish in
      -Double(energy) / 4 * factor / 1000 * Double(periods - 1 - finish)
    }
  }
}
