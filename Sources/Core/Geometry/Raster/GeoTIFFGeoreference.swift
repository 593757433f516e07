/// Where a GeoTIFF says its cells are.
struct GeoTIFFGeoreference {
  private let path: String
  private let keys: GeoKeys

  /// The grid of a file of a size.
  /// - Throws: DR-173 without a georeference or with one that makes no sense, DR-174 for a turned
  ///   one.
  static func grid(of file: TIFFFile, _ layout: GeoTIFFLayout) throws(UserError) -> RasterGrid {
    let directory = try file.shorts(.geoKeys) ?? []
    let doubles = try file.doubles(.geoDoubles) ?? []
    let reference = GeoTIFFGeoreference(
      path: file.path, keys: GeoKeys(directory: directory, doubles: doubles))
    let scale = try file.doubles(.pixelScale)
    let ties = try file.doubles(.tiePoint)
    let matrix = try file.doubles(.transformation)
    return try reference.grid(layout, scale: scale, ties: ties, matrix: matrix)
  }

  private func grid(
    _ layout: GeoTIFFLayout, scale: [Double]?, ties: [Double]?, matrix: [Double]?
  ) throws(UserError) -> RasterGrid {
    var corner: Coordinate
    let width: Double
    let height: Double
    if let scale, let ties, scale.count >= 2, ties.count >= 6 {
      width = scale[0]
      height = scale[1]
      corner = Coordinate(x: ties[3] - ties[0] * width, y: ties[4] + ties[1] * height)
    } else if let matrix, matrix.count >= 8 {
      guard matrix[1] == 0, matrix[4] == 0 else {
        throw turned("is turned or sheared: its transformation has \(matrix[1]) and \(matrix[4])")
      }
      width = matrix[0]
      height = -matrix[5]
      corner = Coordinate(x: matrix[3], y: matrix[7])
    } else if let ties, ties.count > 6 {
      throw turned("has \(ties.count / 6) ground control points instead of a grid")
    } else {
      throw UserError(
        "DR-173", .badData, at: path, "has no georeference",
        remedy: "add one with gdal_edit.py -a_ullr and -a_srs, or give a GeoTIFF that has one")
    }
    guard width > 0, height > 0 else {
      throw turned("has cells of \(width) by \(height)")
    }
    if keys.isPoint {
      corner = Coordinate(x: corner.x - width / 2, y: corner.y + height / 2)
    }
    do throws(UserError) {
      return try RasterGrid(
        columns: layout.columns, rows: layout.rows, originX: corner.x, originY: corner.y,
        cellWidth: width, cellHeight: height, system: keys.system)
    } catch {
      throw UserError(
        "DR-173", .badData, at: path, "has a georeference that cannot be: \(error.problem)",
        remedy: "correct it with gdal_edit.py -a_ullr")
    }
  }

  private func turned(_ problem: String) -> UserError {
    UserError(
      "DR-174", .badData, at: path, "\(problem), where north has to be up",
      remedy: "warp it to a north-up grid with gdalwarp")
  }
}
