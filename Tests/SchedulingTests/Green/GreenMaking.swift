import Radio
import Scheduling
import Siting
import Territory
import TestSupport

/// Batteries, duties and books whose results are known by hand.
enum GreenMaking {
  /// A kilowatt-hour for 100 yuan and 10 kg that delivers all of it, for ten years.
  static func battery(
    bought: Double = 100, fit: Double = 1, fitting: Double = 0, scrap: Double = 0,
    usable: Double = 1, efficiency: Double = 1, years: Double = 10, cycles: Double = 1000,
    end: Double = 1, kilograms: Double = 10, fittingKilograms: Double = 0
  ) throws -> BackupBattery {
    func text(_ key: String, _ value: Double) -> String {
      "\(key): {value: \(value), unit: x, kind: judgement, source: test}\n"
    }
    let yaml =
      "name: b\ntitleChinese: 甲\ntitleEnglish: b\nisSecondLife: false\nnoteChinese: 乙\n"
      + "noteEnglish: n\n" + text("boughtYuanPerKilowattHour", bought) + text("fitShare", fit)
      + text("fittingYuanPerKilowattHour", fitting) + text("scrapYuanPerKilowattHour", scrap)
      + text("usableShare", usable) + text("roundTripEfficiency", efficiency)
      + text("calendarYears", years) + text("cycles", cycles) + text("endOfLifeShare", end)
      + text("boughtKilogramsPerKilowattHour", kilograms)
      + text("fittingKilogramsPerKilowattHour", fittingKilograms)
    let scratch = try Scratch()
    return try BookReader.read(BackupBattery.self, path: scratch.file("b.yaml", yaml))
  }

  static func duty(
    _ kilowatts: Double = 2, hours: Double = 5, discharges: Double = 0
  ) -> BatteryDuty {
    BatteryDuty(loadKilowatts: kilowatts, hours: hours, fullDischargesPerYear: discharges)
  }

  static func terms(
    years: Int = 10, rate: Double = 0, yuan: Double = 0, kilograms: Double = 0
  ) -> GreenTerms {
    GreenTerms(
      horizonYears: years, presentValue: PresentValue(rate: rate), yuanPerKilowattHour: yuan,
      kilogramsPerKilowattHour: kilograms)
  }

  /// The bundled books.
  static func books(_ limits: String = "books/limits.yaml") throws -> GreenBooks {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    return GreenBooks(
      green: try GreenBook.read(path: geodata.path(GreenBook.file)),
      limits: try LimitBook.read(path: geodata.path(limits)),
      costs: try CostBook.read(path: geodata.path("books/costs.yaml")),
      bands: try BandBook.read(path: geodata.path("books/bands.yaml")))
  }
}
