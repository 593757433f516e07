#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A height file of the Shuttle Radar Topography Mission: a degree by a degree of big-endian 16-bit
/// integers, 1201 or 3601 each way, in degrees of WGS 84 (SRTM Topography, USGS, section 3).
///
/// The name gives the south-western sample, and samples are points: the outermost lie on whole
/// degrees, and neighbouring files both hold the samples between them.
public struct HeightTile: Hashable, Sendable {
  /// The file.
  public let path: String
  /// Its cells, each round a sample: the grid is larger than the degree by half a cell all round.
  public let grid: RasterGrid

  private static let noData: Int16 = -32768
  private static let sampleBytes = 2

  /// Looks at a file's name and size.
  /// - Throws: DR-171 when it cannot be opened, DR-179 for a name that is no corner, DR-180 for a
  ///   size that is neither of the two.
  public init(path: String) throws(UserError) {
    let corner = try HeightTile.corner(of: path)
    let file = try RasterFile(opening: path)
    file.closeFile()
    guard let side = [1201, 3601].first(where: { $0 * $0 * 2 == file.byteCount }) else {
      throw UserError(
        "DR-180", .badData, at: path,
        "it has \(file.byteCount) bytes instead of 2884802 (1201 x 1201) or 25934402 (3601 x 3601)",
        remedy: "fetch the tile again, or unpack it")
    }
    let cell = 1 / Double(side - 1)
    self.path = path
    grid = try RasterGrid(
      columns: side, rows: side, originX: Double(corner.longitude) - cell / 2,
      originY: Double(corner.latitude + 1) + cell / 2, cellWidth: cell, cellHeight: cell,
      system: .epsg(4326))
  }

  /// Whole degrees of the south-western sample, from `N30E120.hgt`.
  private static func corner(of path: String) throws(UserError) -> (longitude: Int, latitude: Int) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let match = name.wholeMatch(of: /([NSns])([0-9]{2})([EWew])([0-9]{3})\.[Hh][Gg][Tt]/)
    if let match, let north = Int(match.2), let east = Int(match.4) {
      let latitude = match.1.lowercased() == "s" ? -north : north
      let longitude = match.3.lowercased() == "w" ? -east : east
      if (-90..<90).contains(latitude), (-180..<180).contains(longitude) {
        return (longitude, latitude)
      }
    }
    throw UserError(
      "DR-179", .badData, at: path, "the name '\(name)' does not give a corner",
      remedy: "name it by its south-western corner, such as N30E120.hgt")
  }

  /// Reads the samples of some columns and rows, as a raster of cells round them.
  /// - Throws: DR-171 when it cannot be opened, DR-172 when it ends too early, DR-176 when there are
  ///   no such samples.
  public func read(columns: Range<Int>, rows: Range<Int>) throws(UserError) -> Raster {
    let window = try grid.window(columns: columns, rows: rows)
    let file = try RasterFile(opening: path)
    defer { file.closeFile() }
    let rowBytes = grid.columns * HeightTile.sampleBytes
    let wanted = rows.count * rowBytes
    let bytes = file.bytes(from: rows.lowerBound * rowBytes, count: wanted)
    guard bytes.count == wanted else {
      throw UserError(
        "DR-172", .badData, at: path, "it ended at byte \(bytes.count) of \(wanted)",
        remedy: "check the file and the disk it is on")
    }
    var values: [Float] = []
    values.reserveCapacity(window.cellCount)
    for row in 0..<rows.count {
      for column in columns {
        let at = row * rowBytes + column * HeightTile.sampleBytes
        let sample = Int16(bitPattern: UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1]))
        values.append(sample == HeightTile.noData ? .nan : Float(sample))
      }
    }
    return try Raster(grid: window, values: values)
  }

  /// Reads all samples.
  /// - Throws: as `read(columns:rows:)`.
  public func read() throws(UserError) -> Raster {
    try read(columns: 0..<grid.columns, rows: 0..<grid.rows)
  }
}
