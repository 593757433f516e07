/// Loss into and inside buildings (TR 38.901 clause 7.4.3.1).
public struct BuildingEntryLoss: Hashable, Sendable {
  /// What the outer wall is made of.
  public enum Building: String, Codable, CaseIterable, Sendable {
    /// Plain glass 30 %, concrete 70 %.
    case lowLoss = "low-loss"
    /// Infrared-reflecting glass 70 %, concrete 30 %.
    case highLoss = "high-loss"
  }

  /// Which release's formula for infrared-reflecting glass.
  public enum GlassRelease: String, Codable, CaseIterable, Sendable {
    /// Releases 14 to 18: 23 + 0.3 f.
    case release18 = "r18"
    /// Release 19: 25.4 + 0.11 f.
    case release19 = "r19"
  }

  /// Kind of building.
  public let building: Building
  /// Loss through the outer wall, dB.
  public let wallLossDB: Double
  /// Standard deviation of the entry loss over buildings, dB.
  public let deviationDB: Double

  /// The loss of a kind of building at a carrier in GHz (0.5 to 100, as the path-loss models).
  public init(
    _ building: Building, carrierGHz: Double, glass: GlassRelease = .release18
  ) {
    let concrete = 5 + 4 * carrierGHz
    let pane: Double
    switch (building, glass) {
    case (.lowLoss, _): pane = 2 + 0.2 * carrierGHz
    case (.highLoss, .release18): pane = 23 + 0.3 * carrierGHz
    case (.highLoss, .release19): pane = 25.4 + 0.11 * carrierGHz
    }
    let glassShare = building == .lowLoss ? 0.3 : 0.7
    self.building = building
    wallLossDB =
      5 - 10
      * log10(glassShare * pow(10, -pane / 10) + (1 - glassShare) * pow(10, -concrete / 10))
    deviationDB = building == .lowLoss ? 4.4 : 6.5
  }

  /// Loss inside the building at a depth in metres behind the wall: 0.5 dB a metre.
  public static func indoorLossDB(depthMetres: Double) -> Double { 0.5 * depthMetres }

  /// Mean loss inside, where the depth is the lesser of two uniform draws from 0 to the largest
  /// depth: its mean is a third of that.
  public static func meanIndoorLossDB(maximumDepthMetres: Double) -> Double {
    indoorLossDB(depthMetres: maximumDepthMetres / 3)
  }
}
