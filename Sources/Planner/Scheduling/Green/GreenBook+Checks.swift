import Geometry
import Territory

extension GreenBook {
  func checkNames(path: String) throws(UserError) {
    let kinds = SettlementKind.allCases.map(\.rawValue)
    for (key, figures) in [
      ("backupHours", backupHours), ("fullDischargesPerYear", fullDischargesPerYear),
    ] where Set(figures.keys) != Set(kinds) {
      throw Self.unknown(
        "\(path): \(key)", "the kinds are \(figures.keys.sorted().joined(separator: ", "))",
        "give \(kinds.joined(separator: ", "))")
    }
    var seen: Set<String> = []
    for battery in batteries {
      // Columns of tables are named by it.
      guard !battery.name.isEmpty, battery.name.utf8.allSatisfy(Self.isNameByte) else {
        throw Self.unknown(
          "\(path): batteries", "a battery is called '\(battery.name)'",
          "name it by small letters, digits and hyphens")
      }
      guard seen.insert(battery.name).inserted else {
        throw Self.unknown(
          "\(path): \(battery.name)", "the battery stands twice",
          "give each battery a name of its own")
      }
    }
    guard !batteries.isEmpty else {
      throw Self.unknown("\(path): batteries", "there is no battery", "give one or more")
    }
    guard battery(microGrid.battery) != nil else {
      throw Self.unknown(
        "\(path): microGrid.battery", "'\(microGrid.battery)' is no battery of the book",
        "name one of: \(batteries.map(\.name).joined(separator: ", "))")
    }
  }

  func checkRanges(path: String) throws(UserError) {
    try Self.check(horizonYears, 1...60, "\(path): horizonYears", isWhole: true)
    try Self.check(designLoad, 0...1, "\(path): designLoad")
    for (kind, figure) in backupHours.sorted(by: { $0.key < $1.key }) {
      try Self.check(figure, 0...240, "\(path): backupHours.\(kind)")
    }
    for (kind, figure) in fullDischargesPerYear.sorted(by: { $0.key < $1.key }) {
      try Self.check(figure, 0...400, "\(path): fullDischargesPerYear.\(kind)")
    }
    for battery in batteries { try battery.check(at: "\(path): \(battery.name)") }
    try Self.check(panels.shareOfStation, 0...1, "\(path): panels.shareOfStation")
    try Self.check(panels.fullHoursPerYear, 100...8760, "\(path): panels.fullHoursPerYear")
    try Self.check(panels.yuanPerKilowatt, 0...1e6, "\(path): panels.yuanPerKilowatt")
    try Self.check(panels.yuanPerKilowattAndYear, 0...1e6, "\(path): panels.yuanPerKilowattAndYear")
    try Self.check(panels.years, 1...60, "\(path): panels.years", isWhole: true)
    try Self.check(panels.kilogramsPerKilowatt, 0...1e6, "\(path): panels.kilogramsPerKilowatt")
    try Self.check(microGrid.days, 0.1...60, "\(path): microGrid.days")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func unknown(_ place: String, _ problem: String, _ remedy: String) -> UserError {
    UserError("DR-942", .badData, at: place, problem, remedy: remedy)
  }

  fileprivate static func check(
    _ figure: Figure, _ range: ClosedRange<Double>, _ place: String, isWhole: Bool = false
  ) throws(UserError) {
    let value = figure.value
    guard range.contains(value), !isWhole || value == value.rounded() else {
      throw UserError(
        "DR-941", .badData, at: place, "the figure is \(value) \(figure.unit)",
        remedy: "give \(isWhole ? "a whole number from " : "")"
          + "\(range.lowerBound) to \(range.upperBound)")
    }
  }
}

extension BackupBattery {
  fileprivate func check(at place: String) throws(UserError) {
    for (key, figure, range) in [
      ("boughtYuanPerKilowattHour", boughtYuanPerKilowattHour, 0...1e6),
      ("fitShare", fitShare, 0.01...1),
      ("fittingYuanPerKilowattHour", fittingYuanPerKilowattHour, 0...1e6),
      ("scrapYuanPerKilowattHour", scrapYuanPerKilowattHour, 0...1e6),
      ("usableShare", usableShare, 0.01...1),
      ("roundTripEfficiency", roundTripEfficiency, 0.1...1),
      ("calendarYears", calendarYears, 0.25...60), ("cycles", cycles, 100...1e6),
      ("endOfLifeShare", endOfLifeShare, 0.1...1),
      ("boughtKilogramsPerKilowattHour", boughtKilogramsPerKilowattHour, 0...1e5),
      ("fittingKilogramsPerKilowattHour", fittingKilogramsPerKilowattHour, 0...1e5),
    ] {
      try GreenBook.check(figure, range, "\(place): \(key)")
    }
    // Who is paid to throw away what works would gain by a shorter life.
    guard scrapYuanPerKilowattHour.value <= yuanPerKilowattHour else {
      throw UserError(
        "DR-941", .badData, at: "\(place): scrapYuanPerKilowattHour",
        "scrap brings more than the battery's price of \(yuanPerKilowattHour) yuan/kWh",
        remedy: "give what a spent battery brings")
    }
  }
}
