public import Geometry

extension TerrainSweep {
  /// The profile from the mast to a target's centre, point by point; nil where ground is unknown or
  /// the target too near.
  ///
  /// - Throws: nothing for a target of the grid; a target outside it is a programmer's mistake and
  ///   traps.
  public func profile(column: Int, row: Int) throws(UserError) -> PathProfile? {
    precondition((0..<targets.columns).contains(column) && (0..<targets.rows).contains(row))
    guard case .inside(let ray) = ray(column, row) else { return nil }
    let positions = (0...ray.intervals).map(ray.position)
    let heights = ContiguousArray(positions.map(field.height(at:)))
    let clutter =
      field.clutterMetres == nil ? [] : ContiguousArray(positions.map(field.clutter(at:)))
    guard heights.allSatisfy(\.isFinite), clutter.allSatisfy(\.isFinite) else { return nil }
    return try PathProfile(
      try PathSpacing(stepKilometres: ray.stepKilometres, count: positions.count),
      terrainMetres: heights, clutterMetres: clutter)
  }

  /// The loss of one target by itself: P.1812 over `profile(column:row:)`.
  ///
  /// Slower than a sweep, and what a sweep is held to.
  public func pointToPointLoss(column: Int, row: Int) throws(UserError) -> PointToPointLoss {
    if case .tooNear = ray(column, row) { return .tooNear }
    guard let profile = try profile(column: column, row: row) else { return .unknown }
    return .computed(try model.lossDB(over: profile))
  }
}
