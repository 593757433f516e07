public import Geometry
public import Radio
import Territory

/// The ground round a mast, in true metres east and north of its foot.
public struct TerrainGround: Sendable {
  /// Heights; the mast's foot is (0, 0), the centre of a cell.
  public let field: HeightField
  /// Ground under the mast, above the sea.
  public let mastMetres: Double

  /// - Throws: DR-382 where the ground under the mast is not known.
  public init(_ field: HeightField) throws(UserError) {
    self.field = field
    mastMetres = field.height(east: 0, north: 0)
    guard mastMetres.isFinite else {
      throw UserError(
        "DR-382", .badData, at: "mast", "the ground under it is not known",
        remedy: "give heights that hold the mast")
    }
  }

  /// Samples heights up to a radius.
  ///
  /// The cell is as fine as the finest heights there, but at least a two-thousandth of the radius: what
  /// is finer is sampled, not averaged.
  /// - Parameters:
  ///   - elevation: the bare ground.
  ///   - clutter: heights of buildings and trees above it; nil for none.
  ///   - plane: round the mast.
  ///   - radiusMetres: farthest point that is asked for.
  ///   - threads: the result does not depend on it.
  /// - Throws: what the heights' files throw, DR-351 for clutter below the ground, DR-382 where the
  ///   ground under the mast is not known.
  public init(
    sampling elevation: ElevationModel, clutter: ElevationModel? = nil, round plane: LocalPlane,
    radiusMetres: Double, threads: Int = 1
  ) throws(UserError) {
    let box = try Self.degrees(round: plane, halfSideMetres: radiusMetres * 1.01 + 200)
    let finest = max(
      elevation.resolutionMetres(in: box) ?? .infinity, radiusMetres / 2000)
    let cell = finest.isFinite ? finest : radiusMetres / 10
    let half = Int((radiusMetres / cell).rounded(.up)) + 1
    func heights(_ model: ElevationModel) throws(UserError) -> [Float] {
      let surface = try model.loaded(over: box)
      return try Self.sample(surface, plane, cellMetres: cell, half: half, threads: threads)
    }
    let terrain = try heights(elevation)
    var standing: [Float]?
    if let clutter { standing = try heights(clutter) }
    try self.init(
      HeightField(
        originEast: -Double(half) * cell, originNorth: -Double(half) * cell, cellMetres: cell,
        columns: 2 * half + 1, rows: 2 * half + 1, terrainMetres: terrain,
        clutterMetres: standing))
  }

  /// Height of the mast's foot above the ground at a point; nil where that is not known.
  func fallMetres(to offset: Coordinate) -> Double? {
    let ground = field.height(east: offset.x, north: offset.y)
    return ground.isFinite ? mastMetres - ground : nil
  }

  /// Box in degrees that holds a square of true metres round the mast.
  private static func degrees(
    round plane: LocalPlane, halfSideMetres: Double
  ) throws(UserError) -> BoundingBox {
    let edge = (-16...16).flatMap { step in
      let along = Double(step) / 16 * halfSideMetres
      return [
        Coordinate(x: along, y: -halfSideMetres), Coordinate(x: along, y: halfSideMetres),
        Coordinate(x: -halfSideMetres, y: along), Coordinate(x: halfSideMetres, y: along),
      ]
    }
    var box = BoundingBox()
    for position in try plane.degrees(ofPlane: edge.map(plane.plane(of:))) {
      box.extend(by: position)
    }
    return box
  }

  private static func sample(
    _ surface: ElevationSurface, _ plane: LocalPlane, cellMetres: Double, half: Int, threads: Int
  ) throws(UserError) -> [Float] {
    // Blocks of rows: each block makes transformations of its own, which is slow.
    let side = 2 * half + 1
    let block = 64
    let blocks = try ConcurrentMap.map(count: (side + block - 1) / block, threads: threads) {
      (index) throws(UserError) -> [Float] in
      let sampler = try surface.sampler()
      let rows = index * block..<min(side, (index + 1) * block)
      let positions = rows.flatMap { row in
        (0..<side).map { column in
          plane.plane(
            of: Coordinate(
              x: Double(column - half) * cellMetres, y: Double(row - half) * cellMetres))
        }
      }
      return try plane.degrees(ofPlane: positions).map {
        sampler.heightMetres(at: $0).map { Float($0) } ?? .nan
      }
    }
    return Array(blocks.joined())
  }
}
