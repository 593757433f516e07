import CTIFF

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes rasters as GeoTIFF: tiles of 256 by 256 cells, DEFLATE with predictor, cells as areas.
/// Equal rasters give equal bytes.
public enum GeoTIFFWriter {
  private static let tile = 256

  /// Writes a raster of floats; NaN is no data.
  /// - Throws: as `write(_:on:metadata:to:)`.
  public static func write(
    _ raster: Raster, metadata: RasterMetadata = RasterMetadata(), to path: String
  ) throws(UserError) {
    try write(.float32(raster.values), on: raster.grid, metadata: metadata, to: path)
  }

  /// Writes numbers on a grid, row by row from the north, with their statistics, whole or not at
  /// all: beside the path under another name, then renamed.
  /// - Throws: DR-170 when there is not one number a cell, DR-178 when the file cannot be made or
  ///   written, and then what stood there stays; DR-183 when the grid's system is not known.
  public static func write(
    _ samples: RasterSamples, on grid: RasterGrid, metadata: RasterMetadata = RasterMetadata(),
    to path: String
  ) throws(UserError) {
    guard samples.count == grid.cellCount, grid.columns <= Int32.max, grid.rows <= Int32.max else {
      throw UserError(
        "DR-170", .badData, at: path,
        "there are \(samples.count) values for \(grid.columns) by \(grid.rows) cells",
        remedy: "give one value a cell")
    }
    let keys = try GeoKeys(describing: grid.system)
    let draft = "\(path).partial-\(getpid())"
    do throws(UserError) {
      // Classic TIFF ends at 4 GiB, and bytes that do not compress grow a little.
      let isBig = samples.count * samples.byteCount > 3_900_000_000
      let file = try TIFFFile(writing: draft, isBig: isBig)
      guard writeTags(samples, grid, keys, metadata, to: file), writeTiles(samples, grid, to: file),
        TIFFWriteDirectory(file.handle) == 1, TIFFFlush(file.handle) == 1
      else { throw failure(of: file, path) }
      file.closeFile()
      guard file.takeMessage() == nil, rename(draft, path) == 0 else {
        throw failure(of: file, path)
      }
    } catch {
      unlink(draft)
      throw error
    }
  }

  private static func failure(of file: TIFFFile, _ path: String) -> UserError {
    UserError(
      "DR-178", .inputOutput, at: path,
      "cannot be written: \(file.takeMessage() ?? RasterFile.reason())",
      remedy: "check the space on the disk and the rights of the folder")
  }

  private static func writeTags(
    _ samples: RasterSamples, _ grid: RasterGrid, _ keys: GeoKeys, _ metadata: RasterMetadata,
    to file: TIFFFile
  ) -> Bool {
    guard let handle = file.handle, ctiff_add_geotiff_fields(handle) == 0 else { return false }
    func short(_ tag: Int32, _ value: Int32) -> Bool {
      ctiff_set_short(handle, UInt32(tag), UInt16(value)) == 1
    }
    func long(_ tag: Int32, _ value: Int) -> Bool {
      ctiff_set_long(handle, UInt32(tag), UInt32(value)) == 1
    }
    func doubles(_ tag: TIFFFile.PrivateTag, _ values: [Double]) -> Bool {
      ctiff_set_doubles(handle, tag.rawValue, UInt32(values.count), values) == 1
    }
    func text(_ tag: TIFFFile.PrivateTag, _ text: String) -> Bool {
      ctiff_set_text(handle, tag.rawValue, text) == 1
    }
    let directory = keys.directory
    return long(TIFFTAG_IMAGEWIDTH, grid.columns) && long(TIFFTAG_IMAGELENGTH, grid.rows)
      && long(TIFFTAG_TILEWIDTH, tile) && long(TIFFTAG_TILELENGTH, tile)
      && short(TIFFTAG_SAMPLESPERPIXEL, 1) && short(TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG)
      && short(TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK)
      && short(TIFFTAG_BITSPERSAMPLE, Int32(8 * samples.byteCount))
      && short(TIFFTAG_SAMPLEFORMAT, samples.format)
      && short(TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE)
      && short(TIFFTAG_PREDICTOR, samples.predictor)
      && doubles(.pixelScale, [grid.cellWidth, grid.cellHeight, 0])
      && doubles(.tiePoint, [0, 0, 0, grid.originX, grid.originY, 0])
      && ctiff_set_shorts(
        handle, TIFFFile.PrivateTag.geoKeys.rawValue, UInt32(directory.count), directory) == 1
      && (keys.doubles.isEmpty || doubles(.geoDoubles, keys.doubles))
      && (keys.text.isEmpty || text(.geoText, keys.text))
      && text(.metadata, metadata.gdal(statistics: samples.statistics))
      && (samples.noDataText.map { text(.noData, $0) } ?? true)
  }

  private static func writeTiles(
    _ samples: RasterSamples, _ grid: RasterGrid, to file: TIFFFile
  ) -> Bool {
    switch samples {
    case .float32(let values): writeTiles(values, padding: .nan, grid, to: file)
    case .int32(let values, let noData): writeTiles(values, padding: noData ?? 0, grid, to: file)
    case .uint8(let values, let noData): writeTiles(values, padding: noData ?? 0, grid, to: file)
    }
  }

  private static func writeTiles<Value: BitwiseCopyable>(
    _ values: [Value], padding: Value, _ grid: RasterGrid, to file: TIFFFile
  ) -> Bool {
    let size = Int64(tile * tile * MemoryLayout<Value>.stride)
    var number: UInt32 = 0
    for top in stride(from: 0, to: grid.rows, by: tile) {
      for left in stride(from: 0, to: grid.columns, by: tile) {
        var block = [Value](repeating: padding, count: tile * tile)
        let width = min(tile, grid.columns - left)
        for row in top..<min(grid.rows, top + tile) {
          let from = row * grid.columns + left
          let to = (row - top) * tile
          block.replaceSubrange(to..<to + width, with: values[from..<from + width])
        }
        guard TIFFWriteEncodedTile(file.handle, number, &block, size) == size else {
          return false
        }
        number += 1
      }
    }
    return true
  }
}

extension RasterSamples {
  fileprivate var byteCount: Int {
    switch self {
    case .float32, .int32: 4
    case .uint8: 1
    }
  }

  fileprivate var format: Int32 {
    switch self {
    case .float32: SAMPLEFORMAT_IEEEFP
    case .int32: SAMPLEFORMAT_INT
    case .uint8: SAMPLEFORMAT_UINT
    }
  }

  fileprivate var predictor: Int32 {
    switch self {
    case .float32: PREDICTOR_FLOATINGPOINT
    case .int32, .uint8: PREDICTOR_HORIZONTAL
    }
  }

  fileprivate var noDataText: String? {
    switch self {
    case .float32: "nan"
    case .int32(_, let noData): noData.map { "\($0)" }
    case .uint8(_, let noData): noData.map { "\($0)" }
    }
  }
}
