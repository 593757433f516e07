extension GeoTIFFReader {
  /// Ranges of rows from north to south in which the file is read at little memory: whole tiles or
  /// strips, so that none is decoded twice, and at most about 16 million cells where these allow it.
  public var bands: [Range<Int>] {
    let most = max(1, (16 << 20) / grid.columns)
    let height = max(blockRows, most / blockRows * blockRows)
    return stride(from: 0, to: grid.rows, by: height).map {
      $0..<min($0 + height, grid.rows)
    }
  }

  /// All cells of some rows, row by row; NaN is no data.
  ///
  /// - Throws: as ``read(columns:rows:cellLimit:)``.
  public func read(rows: Range<Int>) throws(UserError) -> [Float] {
    try read(columns: 0..<grid.columns, rows: rows).values
  }
}
