public import Geometry
public import Radio

/// Which model a prediction asks for.
public enum PredictionModel: String, CaseIterable, Sendable {
  /// P.1812 where heights are given; the models of the morphology by distance where not.
  case auto
  /// Urban macro of TR 38.901, and no other.
  case urbanMacro = "uma"
  /// Urban micro street canyon of TR 38.901, and no other.
  case urbanMicro = "umi"
  /// Rural macro of TR 38.901, and no other.
  case ruralMacro = "rma"
  /// P.1812 over heights, from 250 m; nearer the models of the morphology.
  case terrain = "p1812"
  /// Free space.
  case freeSpace = "free-space"

  /// Whether it needs heights, where the caller has them.
  public func usesTerrain(isGiven: Bool) -> Bool {
    self == .terrain || (self == .auto && isGiven)
  }

  /// The propagation of a model that needs no heights.
  ///
  /// - Parameters:
  ///   - scenario: the morphology's, for `auto`.
  ///   - carrierGHz: of the carrier.
  ///   - mastHeightMetres: above ground.
  ///   - userHeightMetres: above ground.
  /// - Returns: nil for `terrain`, which is made by `MastPropagation.terrain(_:over:near:)`.
  /// - Throws: DR-301 and DR-366 for a carrier or height outside the model's range.
  public func propagation(
    scenario: MorphologyEntry.Scenario, carrierGHz: Double, mastHeightMetres: Double,
    userHeightMetres: Double
  ) throws(UserError) -> MastPropagation? {
    let method: MastPropagation.Method
    switch self {
    case .terrain: return nil
    case .freeSpace: method = .freeSpace
    case .auto:
      method = .statistical(
        StatisticalModels(
          try ModelChoice(
            scenario, carrierGHz: carrierGHz, baseStationHeightMetres: mastHeightMetres,
            userHeightMetres: userHeightMetres)))
    case .urbanMacro, .urbanMicro, .ruralMacro:
      let only: MorphologyEntry.Scenario =
        self == .urbanMacro ? .urbanMacro : self == .urbanMicro ? .urbanMicro : .ruralMacro
      method = .statistical(
        try StatisticalModels(
          only: only, carrierGHz: carrierGHz, baseStationHeightMetres: mastHeightMetres,
          userHeightMetres: userHeightMetres))
    }
    return MastPropagation(
      method, carrierGHz: carrierGHz, mastHeightMetres: mastHeightMetres,
      userHeightMetres: userHeightMetres)
  }
}
