import Scheduling
import TestSupport
import Testing

/// Capacity, hours and life of a battery, by hand and back again.
@Suite struct BackupBatteryTests {
  private func isClose(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) < 1e-9 * max(1, abs(other))
  }

  @Test func whatFailsTheTestIsPaidByWhatPasses() throws {
    let battery = try GreenMaking.battery(
      bought: 200, fit: 0.8, fitting: 100, kilograms: 27, fittingKilograms: 5)
    #expect(battery.yuanPerKilowattHour == 350)
    #expect(battery.kilogramsPerKilowattHour == 38.75)
  }

  @Test func lifeEndsByTheCalendarOrByCycles() throws {
    let battery = try GreenMaking.battery(years: 10, cycles: 1000, end: 0.8)
    #expect(battery.lifeYears(fullDischargesPerYear: 0) == 10)
    #expect(battery.lifeYears(fullDischargesPerYear: 50) == 10)
    #expect(battery.lifeYears(fullDischargesPerYear: 200) == 5)
    #expect(isClose(battery.fadePerYear(fullDischargesPerYear: 0), 0.02))
    #expect(isClose(battery.fadePerYear(fullDischargesPerYear: 200), 0.04))
  }

  @Test func capacityHoldsUpToTheLastDay() throws {
    // 10 kWh over 0.8 x 0.9 that reach the load, over 0.8 that is left.
    let battery = try GreenMaking.battery(usable: 0.8, efficiency: 0.81, end: 0.8)
    let capacity = battery.kilowattHours(for: GreenMaking.duty(2, hours: 5))
    #expect(isClose(capacity, 10 / 0.576))
    func hours(_ age: Double) -> Double {
      battery.hours(
        kilowattHours: capacity, loadKilowatts: 2, ageYears: age, fullDischargesPerYear: 0)
    }
    #expect(isClose(hours(0), 6.25))
    #expect(isClose(hours(5), 5.625))
    #expect(isClose(hours(10), 5))
    // Replaced then: it does not go on falling.
    #expect(isClose(hours(30), 5))
  }

  @Test(arguments: 0..<50) func hoursAndCapacityAreEachOthersInverse(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let battery = try GreenMaking.battery(
      usable: .random(in: 0.2...1, using: &random),
      efficiency: .random(in: 0.3...1, using: &random), years: .random(in: 1...15, using: &random),
      cycles: .random(in: 100...3000, using: &random), end: .random(in: 0.5...1, using: &random))
    let duty = GreenMaking.duty(
      .random(in: 0.1...50, using: &random), hours: .random(in: 0.1...24, using: &random),
      discharges: .random(in: 0...300, using: &random))
    let capacity = battery.kilowattHours(for: duty)
    let life = battery.lifeYears(fullDischargesPerYear: duty.fullDischargesPerYear)
    let hours = battery.hours(
      kilowattHours: capacity, loadKilowatts: duty.loadKilowatts, ageYears: life,
      fullDischargesPerYear: duty.fullDischargesPerYear)
    #expect(isClose(hours, duty.hours))
    let longer = BatteryDuty(
      loadKilowatts: duty.loadKilowatts, hours: duty.hours + 0.5,
      fullDischargesPerYear: duty.fullDischargesPerYear)
    #expect(battery.kilowattHours(for: longer) > capacity)
  }
}
