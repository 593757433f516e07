import CTIFF

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A GeoTIFF whose header has been read: classic or BigTIFF, in tiles or strips, of integers up to
/// 32 bits or floats, compressed by any method that libtiff reads here. Only the first band counts.
///
/// The file is opened again for each reading, so that this can be kept and shared at no cost.
public struct GeoTIFFReader: Sendable {
  /// Cells that are read at once, at most, when nothing else is said: 1.6 GB of floats.
  public static let defaultCellLimit = 400_000_000

  /// The file.
  public let path: String
  /// Where its cells lie.
  public let grid: RasterGrid
  /// What it says of itself.
  public let metadata: RasterMetadata
  /// What it says of its coordinate system.
  public let definition: RasterDefinition
  /// Rows of a tile or strip.
  var blockRows: Int { layout.blockRows }
  /// The stored number that is no data; nil when the file names none but NaN.
  public var noData: Double? { decoder.noData }
  private let layout: GeoTIFFLayout
  private let decoder: GeoTIFFDecoder

  /// Reads a file's header.
  /// - Throws: DR-171 when it cannot be opened, DR-172 when it is damaged or no TIFF, DR-173 and
  ///   DR-174 for its georeference, DR-175 for a layout that is not read, DR-177 for a no-data value
  ///   that is no number.
  public init(path: String) throws(UserError) {
    try self.init(TIFFFile(reading: path))
  }

  private init(_ file: TIFFFile) throws(UserError) {
    path = file.path
    layout = try GeoTIFFLayout(of: file)
    grid = try GeoTIFFGeoreference.grid(of: file, layout)
    metadata = RasterMetadata(gdal: try file.text(.metadata) ?? "")
    decoder = try GeoTIFFDecoder(file, metadata)
    definition = try RasterDefinition(file)
  }

  /// Reads all cells. Infinite numbers count as no data; integers beyond 2^24 are rounded to floats.
  /// - Throws: as `read(columns:rows:cellLimit:)`.
  public func read(cellLimit: Int = defaultCellLimit) throws(UserError) -> Raster {
    try read(columns: 0..<grid.columns, rows: 0..<grid.rows, cellLimit: cellLimit)
  }

  /// Reads the cells of some columns and rows, and no tile or strip that has none of them.
  /// - Throws: DR-172 when the file is damaged or cut off, DR-176 when there are no such cells or
  ///   more than the limit.
  public func read(
    columns: Range<Int>, rows: Range<Int>, cellLimit: Int = defaultCellLimit
  ) throws(UserError) -> Raster {
    let window = try grid.window(columns: columns, rows: rows)
    guard window.cellCount <= cellLimit else {
      throw UserError(
        "DR-176", .badData, at: path,
        "\(columns.count) by \(rows.count) cells are more than \(cellLimit)",
        remedy: "cut out a part, or make it coarser, with gdalwarp -te or -tr")
    }
    let file = try TIFFFile(reading: path)
    let now = try GeoTIFFReader(file)
    guard now.layout == layout, now.grid == grid, now.decoder == decoder else {
      throw file.damaged("has changed while it was in use")
    }
    let values = try cells(of: file, columns: columns, rows: rows)
    return try Raster(grid: window, values: values)
  }

  private func cells(
    of file: TIFFFile, columns: Range<Int>, rows: Range<Int>
  ) throws(UserError) -> [Float] {
    let down = blocks(of: rows, size: layout.blockRows)
    let across = blocks(of: columns, size: layout.blockColumns)
    var filled: [(block: Int, row: Int, column: Int)] = []
    for row in down {
      for column in across {
        let block = row * layout.blocksAcross + column
        if try layout.hasData(block: block, row: row, in: file) {
          filled.append((block, row, column))
        }
      }
    }
    guard let first = filled.first else {
      return [Float](repeating: .nan, count: columns.count * rows.count)
    }
    // Zeroed, but not touched before it is used, as is the array below: a file that only claims to be
    // large fails at its first block.
    guard let buffer = calloc(layout.blockByteCount, 1) else {
      throw file.damaged("needs more memory than there is")
    }
    defer { free(buffer) }
    try load(first.block, first.row, of: file, into: buffer)
    var values = [Float](repeating: .nan, count: columns.count * rows.count)
    decode(buffer, first.row, first.column, &values, columns, rows)
    for (block, row, column) in filled.dropFirst() {
      try load(block, row, of: file, into: buffer)
      decode(buffer, row, column, &values, columns, rows)
    }
    return values
  }

  private func blocks(of range: Range<Int>, size: Int) -> ClosedRange<Int> {
    range.lowerBound / size...(range.upperBound - 1) / size
  }

  private func load(
    _ block: Int, _ row: Int, of file: TIFFFile, into buffer: UnsafeMutableRawPointer
  ) throws(UserError) {
    let stored =
      layout.blockByteCount / layout.blockRows * layout.storedRows(ofBlockRow: row)
    let number = UInt32(block)
    let got =
      layout.isTiled
      ? TIFFReadEncodedTile(file.handle, number, buffer, Int64(stored))
      : TIFFReadEncodedStrip(file.handle, number, buffer, Int64(stored))
    guard got == Int64(stored) else {
      throw file.damaged("tile or strip \(block) cannot be decoded")
    }
  }

  private func decode(
    _ buffer: UnsafeMutableRawPointer, _ blockRow: Int, _ blockColumn: Int,
    _ values: inout [Float], _ columns: Range<Int>, _ rows: Range<Int>
  ) {
    let left = blockColumn * layout.blockColumns
    let top = blockRow * layout.blockRows
    let inColumns = columns.clamped(to: left..<left + layout.blockColumns)
    let inRows = rows.clamped(to: top..<top + layout.blockRows)
    values.withUnsafeMutableBufferPointer { all in
      for row in inRows {
        let target =
          (row - rows.lowerBound) * columns.count + inColumns.lowerBound
          - columns.lowerBound
        let first = (row - top) * layout.blockColumns + inColumns.lowerBound - left
        decoder.decode(
          layout.sample, buffer, from: first * layout.interleaved, stride: layout.interleaved,
          into: UnsafeMutableBufferPointer(rebasing: all[target..<target + inColumns.count]))
      }
    }
  }
}
