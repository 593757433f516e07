import Coverage
import Foundation
import Geometry
import Territory

/// Readers that open their file themselves.
extension FuzzTargets {
  private static func bundled(_ path: String) -> [[UInt8]] {
    guard let geodata = try? Geodata.locate(),
      let bytes = try? InputFile.bytes(at: geodata.path(path))
    else { return [] }
    return [bytes]
  }

  static let standard = FuzzTarget(
    "standards", file: "s.yaml", bytes: bundled("books/standards/signal-upgrade-2025.yaml")
  ) { (_, path) throws(UserError) in
    let standard = try StandardBook.read(path: path)
    let parts = standard.parts
    return Set(parts).count == parts.count ? nil : "a part stands twice"
  }

  static let rule = FuzzTarget(
    "rules of reliability", file: "r.yaml", bytes: bundled("books/rules/drive-test-105.yaml")
  ) { (_, path) throws(UserError) in
    let rule = try ReliabilityRuleBook.read(path: path)
    return (0...1).contains(rule.requiredShare.value) ? nil : "a share is no share"
  }

  /// A GeoTIFF of three by two cells as the writer makes it.
  private static let writtenTIFF: [[UInt8]] = {
    guard
      let grid = try? RasterGrid(
        columns: 3, rows: 2, originX: 100, originY: 30, cellWidth: 1, cellHeight: 1,
        system: .epsg(4326)),
      let raster = try? Raster(grid: grid, values: [1, 2, 3, 4, 5, .nan])
    else { return [] }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "deepreach-fuzz-\(UUID().uuidString).tif")
    defer { try? FileManager.default.removeItem(at: path) }
    guard (try? GeoTIFFWriter.write(raster, to: path.path)) != nil,
      let data = try? Data(contentsOf: path)
    else { return [] }
    return [[UInt8](data)]
  }()

  static let geoTIFF = FuzzTarget("GeoTIFF", file: "a.tif", bytes: writtenTIFF) {
    (_, path) throws(UserError) in
    let reader = try GeoTIFFReader(path: path)
    let raster = try reader.read(cellLimit: 1 << 20)
    return raster.values.count == raster.grid.columns * raster.grid.rows
      ? nil : "not as many values as cells"
  }

  static let heightTile = FuzzTarget(
    "heights", file: "N30E120.hgt", bytes: [[UInt8](repeating: 1, count: 2 * 11 * 11)]
  ) { (_, path) throws(UserError) in
    let tile = try HeightTile(path: path)
    _ = try tile.read()
    return nil
  }
}
