public import Geometry
import Territory

/// Levels of a GeoTIFF at places: what a prediction claims at each sample.
public struct PredictionRaster: Sendable {
  private let raster: Raster
  /// Places that one task looks up.
  private static let block = 1 << 16

  /// A raster of SS-RSRP in dBm.
  ///
  /// - Throws: DR-171 to DR-177 for a file that cannot be read, DR-493 for one without a coordinate system.
  public init(path: String) throws(UserError) {
    try self.init(GeoTIFFReader(path: path).read(), name: path)
  }

  /// A raster that has been read.
  ///
  /// - Throws: DR-493 as ``init(path:)``.
  public init(_ raster: Raster, name: String) throws(UserError) {
    guard raster.grid.system != nil else {
      throw UserError(
        "DR-493", .badData, at: name, "the raster does not say its coordinate system",
        remedy: "give it one with gdal_edit.py -a_srs")
    }
    self.raster = raster
  }

  /// The level in dBm of the cell that each sample lies in; NaN beyond the raster and where it has no data.
  ///
  /// - Throws: DR-111 for a coordinate system that PROJ does not know.
  public func levelsDBm(
    at measurements: MeasurementSet, threads: Int
  ) throws(UserError) -> [Float] {
    let tasks = (measurements.count + Self.block - 1) / Self.block
    let parts = try ConcurrentMap.map(count: tasks, threads: threads) {
      (task) throws(UserError) -> [Float] in
      let range = task * Self.block..<min(measurements.count, (task + 1) * Self.block)
      var places = range.map {
        Coordinate(longitude: measurements.longitudes[$0], latitude: measurements.latitudes[$0])
      }
      try project(&places)
      return places.map(level)
    }
    return parts.flatMap(\.self)
  }

  private func project(_ places: inout [Coordinate]) throws(UserError) {
    switch raster.grid.system {
    case .none: return
    case .chinaAlbers: places = places.map(Albers.china.project)
    case .epsg(let code):
      if raster.grid.system?.isPlainDegrees == true { return }
      let transformer = try CoordinateTransformer(from: .cgcs2000, to: .epsg(code))
      if (try? transformer.transform(&places)) == nil {
        places = places.map { (try? transformer.transform($0)) ?? Coordinate(x: .nan, y: .nan) }
      }
    }
  }

  private func level(at place: Coordinate) -> Float {
    let grid = raster.grid
    let column = ((place.x - grid.originX) / grid.cellWidth).rounded(.down)
    let row = ((grid.originY - place.y) / grid.cellHeight).rounded(.down)
    guard column >= 0, row >= 0, column < Double(grid.columns), row < Double(grid.rows) else {
      return .nan
    }
    return raster[column: Int(column), row: Int(row)]
  }
}
