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
  func losses(along row: LocalRow) throws(UserError) -> (lossDB: [Float], states: [SweptState]) {
    var losses: [Float] = []
    var states: [SweptState] = []
    losses.reserveCapacity(row.count)
    states.reserveCapacity(row.count)
    for index in 0..<row.count {
      let point = row[index]
      let target = try TargetGrid(
        originEast: point.x, originNorth: point.y, cellMetres: 1, columns: 1, rows: 1)
      let swept = try TerrainSweep(
        model, over: ground.field, mastEast: 0, mastNorth: 0, targets: target
      ).losses()
      losses.append(swept.lossDB[0])
      states.append(swept.states[0])
    }
    return (losses, states)
  }

  /// Spread of the median over places at a point outdoors, dB.
  func deviationDB(at offset: Coordinate) -> Double {
    let clutter = ground.field.clutter(east: offset.x, north: offset.y)
    return model.locationDeviationDB(receiverClutterMetres: clutter.isFinite ? clutter : 0)
  }
}
