public import Geometry

/// One question to a model by name: what `deepreach pathloss` asks.
///
/// Outside a model's range it refuses; it never answers with the formula's value there.
public struct PathLossQuery: Hashable, Sendable {
  /// Models by the names of the command line.
  public enum Model: String, CaseIterable, Sendable {
    case urbanMacroSight = "uma-los"
    case urbanMacroObstructed = "uma-nlos"
    case urbanMicroSight = "umi-los"
    case urbanMicroObstructed = "umi-nlos"
    case ruralMacroSight = "rma-los"
    case ruralMacroObstructed = "rma-nlos"
    case indoorOfficeSight = "inh-los"
    case indoorOfficeObstructed = "inh-nlos"
    case factorySight = "inf-los"
    case factorySparseLow = "inf-sl"
    case factoryDenseLow = "inf-dl"
    case factorySparseHigh = "inf-sh"
    case factoryDenseHigh = "inf-dh"
    case buildingEntry = "p2109"
    case clutter = "p2108"
    /// Over a profile of the ground, which a question by itself does not hold.
    case terrain = "p1812"
  }

  /// Which model.
  public var model: Model
  /// Centre frequency of the carrier.
  public var carrierGHz: Double?
  /// Horizontal distance between the antennas' feet; not for building entry.
  public var distanceMetres: Double?
  /// Base station's antenna above ground; nil for the model's usual height.
  public var baseStationHeightMetres: Double?
  /// User's antenna above ground; nil for 1.5 m.
  public var userHeightMetres: Double?
  /// Share of places or buildings in which the loss is not exceeded; nil for half (P.2108, P.2109).
  public var probabilityPercent: Double?
  /// Class of the building (P.2109).
  public var building: BuildingEntryLossP2109.Building?
  /// Elevation of the path at the façade; nil for 0 (P.2109).
  public var elevationDegrees: Double?

  /// A question to a model; its values are set one by one.
  public init(_ model: Model) { self.model = model }

  /// The answer, dB.
  ///
  /// - Throws: DR-340 for a value the model needs that is missing, DR-341 for a distance outside the
  ///   model's range, and what the model refuses.
  public func lossDB() throws(UserError) -> Double {
    let carrier = try require(carrierGHz, "the frequency")
    switch model {
    case .terrain:
      throw UserError(
        "DR-340", .badData, at: model.rawValue, "the profile of the ground is missing",
        remedy: "ask for one path at a time, with --profile")
    case .buildingEntry:
      let building = try require(building, "the building's class (traditional, efficient)")
      return try BuildingEntryLossP2109(
        building, carrierGHz: carrier, elevationDegrees: elevationDegrees ?? 0
      ).lossDB(probability: (probabilityPercent ?? 50) / 100)
    case .clutter:
      let distance = try require(distanceMetres, "the distance")
      return try ClutterLossP2108(carrierGHz: carrier)
        .lossDB(distanceMetres: distance, probability: (probabilityPercent ?? 50) / 100)
    default:
      let distance = try require(distanceMetres, "the distance")
      let formula = try formula(carrierGHz: carrier)
      try checkDistance(distance, of: formula)
      return hasLineOfSight
        ? formula.lineOfSightLossDB(distance2DMetres: distance)
        : formula.nonLineOfSightLossDB(distance2DMetres: distance)
    }
  }

  private var hasLineOfSight: Bool { model.rawValue.hasSuffix("-los") }

  private func require<Value>(_ value: Value?, _ name: String) throws(UserError) -> Value {
    if let value { return value }
    throw UserError(
      "DR-340", .badData, at: model.rawValue, "\(name) is missing", remedy: "give it")
  }

  private func checkDistance(
    _ distance: Double, of formula: any PathLossModel
  ) throws(UserError) {
    var range = formula.validDistanceMetres
    // With line of sight RMa is stated twice as far as its range as a whole.
    if model == .ruralMacroSight { range = range.lowerBound...10_000 }
    try requireParameter(
      "distance", of: model.rawValue, distance, in: range, unit: "m", code: "DR-341")
  }

  private func formula(carrierGHz: Double) throws(UserError) -> any PathLossModel {
    let user = userHeightMetres ?? 1.5
    switch model {
    case .urbanMacroSight, .urbanMacroObstructed:
      return try UrbanMacro(
        carrierGHz: carrierGHz, baseStationHeightMetres: baseStationHeightMetres ?? 25,
        userHeightMetres: user)
    case .urbanMicroSight, .urbanMicroObstructed:
      return try UrbanMicroStreetCanyon(
        carrierGHz: carrierGHz, baseStationHeightMetres: baseStationHeightMetres ?? 10,
        userHeightMetres: user)
    case .ruralMacroSight, .ruralMacroObstructed:
      return try RuralMacro(
        carrierGHz: carrierGHz, baseStationHeightMetres: baseStationHeightMetres ?? 35,
        userHeightMetres: user)
    case .indoorOfficeSight, .indoorOfficeObstructed:
      return try IndoorOffice(
        carrierGHz: carrierGHz, baseStationHeightMetres: baseStationHeightMetres ?? 3,
        userHeightMetres: user)
    case .factorySparseLow: return try factory(.sparseLow, carrierGHz, user)
    case .factoryDenseLow: return try factory(.denseLow, carrierGHz, user)
    case .factorySparseHigh: return try factory(.sparseHigh, carrierGHz, user)
    case .factoryDenseHigh: return try factory(.denseHigh, carrierGHz, user)
    case .factorySight, .buildingEntry, .clutter, .terrain:
      return try factory(.sparseLow, carrierGHz, user)
    }
  }

  /// The clutter's density, size and height rule only how likely the line of sight is, not the loss.
  private func factory(
    _ clutter: IndoorFactory.Clutter, _ carrierGHz: Double, _ user: Double
  ) throws(UserError) -> IndoorFactory {
    let base = baseStationHeightMetres ?? 8
    return try IndoorFactory(
      carrierGHz: carrierGHz, baseStationHeightMetres: base, userHeightMetres: user,
      clutter: clutter, clutterDensity: 0.5, clutterSizeMetres: 2,
      clutterHeightMetres: base.isFinite ? min(max(base, 0), 25) : 0)
  }
}
