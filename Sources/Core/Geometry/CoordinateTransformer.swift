/// Takes positions from one coordinate system to another, always longitude or easting first.
///
/// Not Sendable on purpose: PROJ's context belongs to one thread at a time. Make one a thread.
public final class CoordinateTransformer {
  /// What positions come in.
  public let source: CoordinateSystem
  /// What they go to.
  public let target: CoordinateSystem
  private let sourceStage: PROJStage?
  private let targetStage: PROJStage?

  /// A transformer; by default to degrees of CGCS2000, in which positions rest.
  /// - Throws: DR-111 when PROJ does not know a system, or no transformation between it and
  ///   CGCS2000 that is better than a guess.
  public init(
    from source: CoordinateSystem, to target: CoordinateSystem = .cgcs2000
  ) throws(UserError) {
    self.source = source
    self.target = target
    sourceStage = try CoordinateTransformer.stage(of: source)
    targetStage = try CoordinateTransformer.stage(of: target)
  }

  private static func stage(of system: CoordinateSystem) throws(UserError) -> PROJStage? {
    guard case .epsg(let code) = system, !system.isPlainDegrees else { return nil }
    return try PROJStage(code)
  }

  /// Transforms all positions in place, from `source` to `target`. On an error they are left as they
  /// were.
  /// - Throws: DR-112 with the number of the first position that has no image.
  public func transform(_ positions: inout [Coordinate]) throws(UserError) {
    try move(&positions, from: (source, sourceStage), to: (target, targetStage))
  }

  /// Transforms all positions in place, from `target` back to `source`. On an error they are left as
  /// they were.
  /// - Throws: DR-112 with the number of the first position that has no image.
  public func inverse(_ positions: inout [Coordinate]) throws(UserError) {
    try move(&positions, from: (target, targetStage), to: (source, sourceStage))
  }

  /// One position, from `source` to `target`.
  /// - Throws: DR-112 when it has no image.
  public func transform(_ position: Coordinate) throws(UserError) -> Coordinate {
    var positions = [position]
    try transform(&positions)
    return positions[0]
  }

  /// One position, from `target` back to `source`.
  /// - Throws: DR-112 when it has no image.
  public func inverse(_ position: Coordinate) throws(UserError) -> Coordinate {
    var positions = [position]
    try inverse(&positions)
    return positions[0]
  }

  /// A geometry, vertex by vertex, from `source` to `target`.
  /// - Throws: DR-112 when a vertex has no image.
  public func transform(_ geometry: Geometry) throws(UserError) -> Geometry {
    try geometry.mapSequences { (positions) throws(UserError) in try transform(&positions) }
  }

  private func move(
    _ positions: inout [Coordinate], from: (CoordinateSystem, PROJStage?),
    to: (CoordinateSystem, PROJStage?)
  ) throws(UserError) {
    guard from.0 != to.0 else { return }
    var moved = positions
    switch from.0 {
    case .gcj02: moved = moved.map(ChinaShift.wgs84(fromGCJ02:))
    case .bd09:
      moved = moved.map { ChinaShift.wgs84(fromGCJ02: ChinaShift.gcj02(fromBD09: $0)) }
    case .wgs84, .cgcs2000, .epsg: try from.1?.transform(&moved, .toDegrees)
    }
    switch to.0 {
    case .gcj02: moved = moved.map(ChinaShift.gcj02(fromWGS84:))
    case .bd09:
      moved = moved.map { ChinaShift.bd09(fromGCJ02: ChinaShift.gcj02(fromWGS84: $0)) }
    case .wgs84, .cgcs2000, .epsg: try to.1?.transform(&moved, .fromDegrees)
    }
    positions = moved
  }
}
