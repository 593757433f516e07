public import Geometry
public import Radio
public import Territory

/// When an audit computes over terrain, and how.
///
/// Where heights are given, places of scenario RMa (town seats, villages) take P.1812: TR 38.901 knows
/// no hills, and where houses are low and few it is hills that hide a place. Places of UMa and UMi keep
/// TR 38.901, whose statistics of streets and tall buildings a bare ground cannot replace. Nearer than
/// P.1812's 250 m a place of either kind takes TR 38.901.
public struct TerrainRule: Sendable {
  /// The bare ground.
  public let elevation: ElevationModel
  /// Representative height of buildings on the built-up cells of a town (P.1812 Table 2, suburban).
  public static let townClutterMetres = 10.0

  /// A rule for heights.
  public init(elevation: ElevationModel) { self.elevation = elevation }

  /// Whether a scenario is computed over terrain.
  public static func applies(to scenario: MorphologyEntry.Scenario) -> Bool {
    scenario == .ruralMacro
  }

  /// Height of what stands on the built-up cells of a morphology.
  public static func clutterMetres(_ morphology: Morphology) -> Double {
    morphology == .rural ? 0 : townClutterMetres
  }
}
