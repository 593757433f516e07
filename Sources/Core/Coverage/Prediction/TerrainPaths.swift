import Geometry
public import Radio

/// P.1812 from a mast to points over its ground.
public struct TerrainPaths: Sendable {
  /// Carrier, heights, shares of time and places, climate.
  public let model: P1812
  /// The ground round the mast.
  public let ground: TerrainGround

  /// Paths over ground.
  public init(_ model: P1812, over ground: TerrainGround) {
    self.model = model
    self.ground = ground
  }

  /// Losses along a row of points, and what is known of each.
  func losses(along row: LocalRow) throws(UserError) -> SweptLosses {
    let targets = try TargetGrid(
      originEast: row.start.x, originNorth: row.start.y,
      columnStep: GridStep(eastMetres: row.step.x, northMetres: row.step.y),
      // One row has no next one: any step that spans cells will do.
      rowStep: GridStep(eastMetres: -row.step.y, northMetres: row.step.x), columns: row.count,
      rows: 1)
    return try TerrainSweep(
      model, over: ground.field, mastEast: 0, mastNorth: 0, targets: targets
    ).losses()
  }

  /// Spread of the median over places at a point outdoors, dB.
  func deviationDB(at offset: Coordinate) -> Double {
    let clutter = ground.field.clutter(east: offset.x, north: offset.y)
    return model.locationDeviationDB(receiverClutterMetres: clutter.isFinite ? clutter : 0)
  }
}
