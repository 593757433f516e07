import CTIFF

/// How the cells of a TIFF's first image are stored.
struct GeoTIFFLayout: Hashable, Sendable {
  /// Types of numbers that are read.
  enum Sample: Hashable, Sendable {
    case uint8, int8, uint16, int16, uint32, int32, float32, float64

    var byteCount: Int {
      switch self {
      case .uint8, .int8: 1
      case .uint16, .int16: 2
      case .uint32, .int32, .float32: 4
      case .float64: 8
      }
    }

    init?(bits: Int, format: Int) {
      switch (Int32(format), bits) {
      case (SAMPLEFORMAT_UINT, 8): self = .uint8
      case (SAMPLEFORMAT_UINT, 16): self = .uint16
      case (SAMPLEFORMAT_UINT, 32): self = .uint32
      case (SAMPLEFORMAT_INT, 8): self = .int8
      case (SAMPLEFORMAT_INT, 16): self = .int16
      case (SAMPLEFORMAT_INT, 32): self = .int32
      case (SAMPLEFORMAT_IEEEFP, 32): self = .float32
      case (SAMPLEFORMAT_IEEEFP, 64): self = .float64
      default: return nil
      }
    }
  }

  let columns: Int
  let rows: Int
  let sample: Sample
  /// Numbers of one cell side by side: the bands, or 1 when each band is stored on its own.
  let interleaved: Int
  let isTiled: Bool
  /// Columns and rows of a tile or strip; a strip is as wide as the image.
  let blockColumns: Int
  let blockRows: Int
  let compression: Int

  /// Bytes of a whole tile or strip.
  var blockByteCount: Int { blockColumns * blockRows * interleaved * sample.byteCount }
  var blocksAcross: Int { (columns + blockColumns - 1) / blockColumns }

  /// Reads the directory.
  /// - Throws: DR-172 when it lacks what it must have, DR-175 for a layout that is not read.
  init(of file: TIFFFile) throws(UserError) {
    guard let columns = file.long(TIFFTAG_IMAGEWIDTH), let rows = file.long(TIFFTAG_IMAGELENGTH),
      columns > 0, rows > 0, let bands = file.short(TIFFTAG_SAMPLESPERPIXEL), bands > 0
    else { throw file.damaged("has no width, height or bands") }
    self.columns = columns
    self.rows = rows
    sample = try GeoTIFFLayout.sample(of: file)
    interleaved = Int32(file.short(TIFFTAG_PLANARCONFIG) ?? 1) == PLANARCONFIG_CONTIG ? bands : 1
    compression = file.short(TIFFTAG_COMPRESSION) ?? 1
    isTiled = TIFFIsTiled(file.handle) != 0
    blockColumns = isTiled ? file.long(TIFFTAG_TILEWIDTH) ?? 0 : columns
    blockRows =
      isTiled
      ? file.long(TIFFTAG_TILELENGTH) ?? 0 : min(rows, file.long(TIFFTAG_ROWSPERSTRIP) ?? rows)
    try check(file)
  }

  private static func sample(of file: TIFFFile) throws(UserError) -> Sample {
    let bits = file.short(TIFFTAG_BITSPERSAMPLE) ?? 1
    let format = file.short(TIFFTAG_SAMPLEFORMAT) ?? 1
    guard let sample = Sample(bits: bits, format: format) else {
      throw refused(
        file, "holds samples of \(bits) bits and format \(format)",
        "convert it with gdal_translate -ot Float32")
    }
    return sample
  }

  private static func refused(_ file: TIFFFile, _ problem: String, _ remedy: String) -> UserError {
    UserError("DR-175", .badData, at: file.path, problem, remedy: remedy)
  }

  private func check(_ file: TIFFFile) throws(UserError) {
    guard TIFFIsCODECConfigured(UInt16(compression)) != 0,
      Int32(compression) != COMPRESSION_OJPEG
    else {
      throw GeoTIFFLayout.refused(
        file, "is compressed by method \(compression), which libtiff does not read here",
        "convert it with gdal_translate -co COMPRESS=DEFLATE")
    }
    let meaning = file.short(TIFFTAG_PHOTOMETRIC) ?? 1
    guard meaning <= 3, (file.long(TIFFTAG_IMAGEDEPTH) ?? 1) == 1 else {
      throw GeoTIFFLayout.refused(
        file, "is a picture of photometric interpretation \(meaning)",
        "give a raster of heights or of other plain numbers")
    }
    let cells = blockColumns.multipliedReportingOverflow(by: blockRows)
    let bytes = cells.partialValue.multipliedReportingOverflow(
      by: interleaved * sample.byteCount)
    guard blockColumns > 0, blockRows > 0 else { throw file.damaged("has tiles without size") }
    guard !cells.overflow, !bytes.overflow, bytes.partialValue <= TIFFFile.allocationLimit else {
      throw GeoTIFFLayout.refused(
        file, "has tiles or strips of \(blockColumns) by \(blockRows) cells, more than 512 MiB",
        "convert it with gdal_translate -co TILED=YES")
    }
    // libtiff's own idea of the size: were it larger than ours, it would write behind our buffer.
    let expected = isTiled ? TIFFTileSize64(file.handle) : TIFFStripSize64(file.handle)
    guard expected == UInt64(bytes.partialValue) else {
      throw GeoTIFFLayout.refused(
        file, "has tiles or strips of \(expected) bytes where \(bytes.partialValue) are expected",
        "convert it with gdal_translate")
    }
  }

  /// Rows of a block that the file stores: a strip ends with the image, a tile does not.
  func storedRows(ofBlockRow row: Int) -> Int {
    isTiled ? blockRows : min(blockRows, rows - row * blockRows)
  }

  /// The most bytes that a byte of compressed data can stand for, from each method's format, with
  /// some to spare. Nil for methods without bound.
  private var greatestExpansion: Int? {
    switch Int32(compression) {
    case COMPRESSION_NONE: 1
    case COMPRESSION_PACKBITS: 130
    case COMPRESSION_LZW: 4200
    case COMPRESSION_ADOBE_DEFLATE, COMPRESSION_DEFLATE: 1100
    case COMPRESSION_JPEG: 2000
    case COMPRESSION_LERC: nil
    // Zstandard repeats a byte up to 128 KiB for four; the others come nowhere near.
    default: 40_000
    }
  }

  /// Looks whether a block's bytes are in the file and can hold its cells, before memory is taken.
  /// - Returns: whether it holds data; a block without bytes is no data, by GDAL's custom.
  /// - Throws: DR-172 when the file is too short.
  func hasData(block: Int, row: Int, in file: TIFFFile) throws(UserError) -> Bool {
    var failure: Int32 = 0
    let offset = TIFFGetStrileOffsetWithErr(file.handle, UInt32(block), &failure)
    let count =
      failure == 0 ? TIFFGetStrileByteCountWithErr(file.handle, UInt32(block), &failure) : 0
    guard failure == 0 else { throw file.damaged("has no place for tile or strip \(block)") }
    if count == 0 { return false }
    let size = UInt64(file.byteCount)
    guard offset <= size, count <= size - offset else {
      throw file.damaged(
        "is cut off: tile or strip \(block) ends beyond the file's \(size) bytes")
    }
    let stored = blockColumns * storedRows(ofBlockRow: row) * interleaved * sample.byteCount
    if let greatestExpansion,
      Int(count) < (stored - 1024) / greatestExpansion
        || (greatestExpansion == 1 && Int(count) < stored)
    {
      throw file.damaged("has \(count) bytes for the \(stored) of tile or strip \(block)")
    }
    return true
  }
}
