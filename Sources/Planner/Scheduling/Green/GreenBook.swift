public import Geometry
public import Territory

/// Back-up batteries, panels and micro-grids of stations.
public struct GreenBook: Codable, Sendable {
  /// Panels at a site.
  public struct Panels: Codable, Hashable, Sendable {
    /// Share of a station's electricity that they bring at a site of the grid's.
    public let shareOfStation: Figure
    /// A year's yield over their rated power.
    public let fullHoursPerYear: Figure
    /// With mounting and inverter.
    public let yuanPerKilowatt: Figure
    /// Cleaning and inverters.
    public let yuanPerKilowattAndYear: Figure
    /// Whole years that they last.
    public let years: Figure
    /// Carbon dioxide of their whole life.
    public let kilogramsPerKilowatt: Figure
  }

  /// Panels and batteries without the grid.
  public struct MicroGrid: Codable, Hashable, Sendable {
    /// Days without sun that its batteries hold.
    public let days: Figure
    /// Name of its battery.
    public let battery: String
  }

  /// Whole years that costs and carbon are summed over.
  public let horizonYears: Figure
  /// Load of a station at which back-up is sized, 0 to 1.
  public let designLoad: Figure
  /// Hours of back-up by kind of settlement.
  public let backupHours: [String: Figure]
  /// How often back-up is emptied, by kind of settlement.
  public let fullDischargesPerYear: [String: Figure]
  /// Kinds of battery; the first is what the others are held against.
  public let batteries: [BackupBattery]
  /// Panels.
  public let panels: Panels
  /// Micro-grids.
  public let microGrid: MicroGrid

  /// Name of the bundled book.
  public static let file = "books/green.yaml"

  /// Reads a book.
  ///
  /// - Throws: the reader's errors; DR-941 for a figure out of range, DR-942 for batteries or kinds of settlement that are missing,
  ///   unknown or stand twice.
  public static func read(path: String) throws(UserError) -> GreenBook {
    let book = try BookReader.read(GreenBook.self, path: path)
    try book.checkNames(path: path)
    try book.checkRanges(path: path)
    return book
  }

  /// What is asked of the back-up of a load at a kind of settlement.
  public func duty(_ kind: SettlementKind, loadKilowatts: Double) -> BatteryDuty {
    BatteryDuty(
      loadKilowatts: loadKilowatts, hours: backupHours[kind.rawValue]?.value ?? 0,
      fullDischargesPerYear: fullDischargesPerYear[kind.rawValue]?.value ?? 0)
  }

  /// A battery by name.
  public func battery(_ name: String) -> BackupBattery? { batteries.first { $0.name == name } }
}
