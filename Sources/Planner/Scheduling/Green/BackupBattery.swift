public import Territory

/// A kind of back-up battery: what a kilowatt-hour on its label costs, holds and lasts.
public struct BackupBattery: Codable, Hashable, Sendable {
  /// What books and tables call it.
  public let name: String
  /// For people.
  public let titleChinese: String
  /// For people.
  public let titleEnglish: String
  /// Whether it has served in a vehicle before.
  public let isSecondLife: Bool
  /// Safety and space, for people.
  public let noteChinese: String
  /// Safety and space, for people.
  public let noteEnglish: String
  /// Price before it is tested.
  public let boughtYuanPerKilowattHour: Figure
  /// Share of what is bought that passes the test on arrival, more than 0, up to 1.
  public let fitShare: Figure
  /// Testing, management system, cabinet and installation of what passes.
  public let fittingYuanPerKilowattHour: Figure
  /// What a spent one brings.
  public let scrapYuanPerKilowattHour: Figure
  /// Share of its capacity that a discharge may take.
  public let usableShare: Figure
  /// Energy given back over energy taken; half of the loss, as a factor, falls on the discharge.
  public let roundTripEfficiency: Figure
  /// Life that no cycle shortens.
  public let calendarYears: Figure
  /// Full discharges that it lasts.
  public let cycles: Figure
  /// Capacity at the end of its life over that at the beginning; between them it falls evenly.
  public let endOfLifeShare: Figure
  /// Carbon dioxide of making it that it carries, before it is tested.
  public let boughtKilogramsPerKilowattHour: Figure
  /// Carbon dioxide of testing, fitting and transport of what passes.
  public let fittingKilogramsPerKilowattHour: Figure

  /// Price of a kilowatt-hour that passes the test, fitted.
  public var yuanPerKilowattHour: Double {
    boughtYuanPerKilowattHour.value / fitShare.value + fittingYuanPerKilowattHour.value
  }

  /// Carbon dioxide of a kilowatt-hour that passes the test, fitted.
  public var kilogramsPerKilowattHour: Double {
    boughtKilogramsPerKilowattHour.value / fitShare.value + fittingKilogramsPerKilowattHour.value
  }

  /// Share of the capacity that reaches the load.
  public var deliveredShare: Double { usableShare.value * roundTripEfficiency.value.squareRoot() }

  /// Years it lasts: by the calendar, or sooner by its cycles.
  public func lifeYears(fullDischargesPerYear discharges: Double) -> Double {
    discharges > 0
      ? min(calendarYears.value, cycles.value / discharges) : calendarYears.value
  }

  /// Share of the first capacity that a year takes.
  public func fadePerYear(fullDischargesPerYear discharges: Double) -> Double {
    (1 - endOfLifeShare.value) / lifeYears(fullDischargesPerYear: discharges)
  }

  /// Capacity to buy so that the duty is met up to the last day of its life.
  public func kilowattHours(for duty: BatteryDuty) -> Double {
    duty.kilowattHours / (deliveredShare * endOfLifeShare.value)
  }

  /// Hours for which a capacity holds a load at some age; at the end of its life it is replaced.
  ///
  /// - Parameter load: more than 0.
  public func hours(
    kilowattHours: Double, loadKilowatts load: Double, ageYears: Double,
    fullDischargesPerYear discharges: Double
  ) -> Double {
    let age = min(max(0, ageYears), lifeYears(fullDischargesPerYear: discharges))
    let left = 1 - fadePerYear(fullDischargesPerYear: discharges) * age
    return kilowattHours * deliveredShare * left / load
  }
}

/// What is asked of a battery.
public struct BatteryDuty: Hashable, Sendable {
  /// Load that it holds.
  public let loadKilowatts: Double
  /// For how long.
  public let hours: Double
  /// How often it is emptied.
  public let fullDischargesPerYear: Double

  /// A duty; everything 0 or more.
  public init(loadKilowatts: Double, hours: Double, fullDischargesPerYear: Double) {
    self.loadKilowatts = loadKilowatts
    self.hours = hours
    self.fullDischargesPerYear = fullDischargesPerYear
  }

  /// Energy that the load takes in one outage.
  public var kilowattHours: Double { loadKilowatts * hours }
}
