public import Geometry
public import Radio

/// The models of TR 38.901 by distance: one by itself, or a `ModelChoice`.
public struct StatisticalModels: Sendable {
  /// A model and its name.
  public struct Entry: Sendable {
    /// `uma`, `umi` or `rma`.
    public let name: String
    /// The formulas at carrier and heights.
    public let model: any MacroPathLossModel
  }

  /// In the order of asking.
  public let entries: [Entry]

  /// All models of a choice.
  public init(_ choice: ModelChoice) {
    entries = choice.candidates.map { Entry(name: $0.name, model: $0.model) }
  }

  /// One model and no other.
  ///
  /// - Throws: DR-301 for a carrier or height outside its range.
  public init(
    only scenario: MorphologyEntry.Scenario, carrierGHz: Double, baseStationHeightMetres: Double,
    userHeightMetres: Double
  ) throws(UserError) {
    let model: any MacroPathLossModel
    switch scenario {
    case .urbanMacro:
      model = try UrbanMacro(
        carrierGHz: carrierGHz, baseStationHeightMetres: baseStationHeightMetres,
        userHeightMetres: userHeightMetres)
    case .urbanMicro:
      model = try UrbanMicroStreetCanyon(
        carrierGHz: carrierGHz, baseStationHeightMetres: baseStationHeightMetres,
        userHeightMetres: userHeightMetres)
    case .ruralMacro:
      model = try RuralMacro(
        carrierGHz: carrierGHz, baseStationHeightMetres: baseStationHeightMetres,
        userHeightMetres: userHeightMetres)
    }
    entries = [Entry(name: scenario.rawValue, model: model)]
  }

  /// The model for a horizontal distance; nil beyond all. Nearer than a model is stated for, its
  /// least distance counts, as in audits.
  func index(atMetres distance: Double) -> Int? {
    entries.firstIndex { $0.model.validDistanceMetres.contains(Self.held($0.model, distance)) }
  }

  /// How the loss is spread at a horizontal distance.
  func mixture(_ index: Int, atMetres distance: Double) -> LossMixture {
    let model = entries[index].model
    let ground = Self.held(model, distance)
    let sight = model.lineOfSightProbability(distance2DMetres: ground)
    return LossMixture(
      LossMixture.Component(
        share: sight, lossDB: model.lineOfSightLossDB(distance2DMetres: ground),
        deviationDB: model.lineOfSightShadowingDB(distance2DMetres: ground),
        indoorDeviationDB: model.indoorShadowingDB),
      LossMixture.Component(
        share: 1 - sight, lossDB: model.nonLineOfSightLossDB(distance2DMetres: ground),
        deviationDB: model.nonLineOfSightShadowingDB, indoorDeviationDB: model.indoorShadowingDB))
  }

  /// Mean of both medians at a horizontal distance, dB.
  func meanLossDB(_ index: Int, atMetres distance: Double) -> Double {
    let model = entries[index].model
    return model.meanLossDB(distance2DMetres: Self.held(model, distance))
  }

  private static func held(_ model: any MacroPathLossModel, _ distance: Double) -> Double {
    max(distance, model.validDistanceMetres.lowerBound)
  }
}
