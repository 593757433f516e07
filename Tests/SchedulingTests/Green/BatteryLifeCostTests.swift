import Scheduling
import TestSupport
import Testing

/// Money and carbon of a battery over years, by hand; what must hold whatever the figures; the price at which two are equal.
@Suite struct BatteryLifeCostTests {
  private func isClose(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) < 1e-9 * max(1, abs(other))
  }

  private func cost(
    _ battery: BackupBattery, _ duty: BatteryDuty, _ terms: GreenTerms
  ) -> BatteryLifeCost {
    BatteryLifeCost(battery, duty, terms)
  }

  /// For 10 kWh of load.
  private func cost(_ battery: BackupBattery, _ terms: GreenTerms) -> BatteryLifeCost {
    BatteryLifeCost(battery, GreenMaking.duty(), terms)
  }

  @Test func oneLifeIsBoughtOnce() throws {
    let one = cost(try GreenMaking.battery(), GreenMaking.terms())
    #expect(one.kilowattHours == 10 && one.purchases == 1)
    #expect(one.presentYuan == 1000 && one.yuanPerYear == 100 && one.kilograms == 100)
  }

  @Test func theLastIsCreditedWithWhatIsLeft() throws {
    // Three lives of four years in ten: half of the last is left.
    let plain = cost(try GreenMaking.battery(years: 4), GreenMaking.terms())
    #expect(plain.purchases == 3 && isClose(plain.presentYuan, 2500))
    #expect(isClose(plain.kilograms, 250))
    // 300 a kWh, less twice 20 of scrap, less 20 + half of 80.
    let scrap = cost(try GreenMaking.battery(scrap: 20, years: 4), GreenMaking.terms())
    #expect(isClose(scrap.presentYuan, 2000))
  }

  @Test func laterPurchasesAreDiscounted() throws {
    let terms = GreenMaking.terms(years: 2, rate: 0.1)
    let two = cost(try GreenMaking.battery(scrap: 20, years: 1), terms)
    #expect(two.purchases == 2)
    #expect(isClose(two.presentYuan, 10 * (100 * (1 + 1 / 1.1) - 20 * (1 / 1.1 + 1 / 1.21))))
    #expect(isClose(two.yuanPerYear, two.presentYuan / (1 / 1.1 + 1 / 1.21)))
  }

  @Test func everyOutageCostsWhatChargingLoses() throws {
    // Twice a year 10 kWh at one half: 20 kWh, and sqrt(2) of the capacity.
    let terms = GreenMaking.terms(yuan: 1, kilograms: 0.5)
    let lossy = cost(
      try GreenMaking.battery(bought: 0, efficiency: 0.5, kilograms: 0),
      GreenMaking.duty(discharges: 2), terms)
    #expect(isClose(lossy.kilowattHours, 10 * 2.0.squareRoot()))
    #expect(isClose(lossy.lossKilowattHoursPerYear, 20))
    #expect(isClose(lossy.presentYuan, 200) && isClose(lossy.kilograms, 100))
  }

  @Test func halfTheLifeIsWorthHalfThePrice() throws {
    let (duty, terms) = (GreenMaking.duty(), GreenMaking.terms())
    let reference = try GreenMaking.battery()
    func even(_ battery: BackupBattery) -> Double? {
      BatteryLifeCost.breakEvenYuanPerKilowattHour(of: battery, against: reference, duty, terms)
    }
    #expect(isClose(try #require(even(try GreenMaking.battery(bought: 7, years: 5))), 50))
    // Twice (price / 0.5 + 10) is 100.
    let sorted = try GreenMaking.battery(bought: 7, fit: 0.5, fitting: 10, years: 5)
    #expect(isClose(try #require(even(sorted)), 20))
    // Not even as a gift.
    let dear = try GreenMaking.battery(bought: 7, fitting: 200)
    #expect(isClose(try #require(even(dear)), -100))
    #expect(
      BatteryLifeCost.breakEvenYuanPerKilowattHour(
        of: sorted, against: reference, GreenMaking.duty(0), terms) == nil)
  }

  @Test(arguments: 0..<60) func whatMustHoldWhateverTheFigures(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    func draw(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
    let (fit, fitting, scrap) = (draw(0.3...1), draw(0...100), draw(0...50))
    let (usable, efficiency, end) = (draw(0.5...1), draw(0.6...1), draw(0.6...1))
    func battery(_ bought: Double, years: Double) throws -> BackupBattery {
      try GreenMaking.battery(
        bought: bought, fit: fit, fitting: fitting, scrap: scrap, usable: usable,
        efficiency: efficiency, years: years, cycles: 1e6, end: end)
    }
    let terms = GreenMaking.terms(
      years: .random(in: 1...30, using: &random), rate: draw(0...0.3), yuan: draw(0...2),
      kilograms: draw(0...1))
    let duty = GreenMaking.duty(draw(0.5...20), hours: draw(0.5...12), discharges: draw(0...50))
    let (bought, years) = (draw(60...900), draw(1...20))
    let one = cost(try battery(bought, years: years), duty, terms)
    // Longer, harder, dearer, shorter-lived: never cheaper, never cleaner.
    for other in [
      cost(
        try battery(bought, years: years),
        BatteryDuty(
          loadKilowatts: duty.loadKilowatts, hours: duty.hours * 1.1,
          fullDischargesPerYear: duty.fullDischargesPerYear), terms),
      cost(
        try battery(bought, years: years),
        BatteryDuty(
          loadKilowatts: duty.loadKilowatts * 1.1, hours: duty.hours,
          fullDischargesPerYear: duty.fullDischargesPerYear), terms),
      cost(try battery(bought * 1.1, years: years), duty, terms),
      cost(try battery(bought, years: years * 0.9), duty, terms),
    ] {
      #expect(other.presentYuan > one.presentYuan && other.kilograms >= one.kilograms)
    }
    // At the price of the break-even both cost the same.
    let reference = try battery(draw(60...900), years: draw(1...20))
    let even = try #require(
      BatteryLifeCost.breakEvenYuanPerKilowattHour(
        of: battery(bought, years: years), against: reference, duty, terms))
    let same = cost(try battery(even, years: years), duty, terms)
    #expect(isClose(same.presentYuan, cost(reference, duty, terms).presentYuan))
  }
}
