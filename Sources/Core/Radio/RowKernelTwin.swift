/// The row kernels in plain Swift, bit for bit the same: the reference that tests hold C to.
public enum RowKernelTwin {
  /// See `RowKernel.raise(_:cells:_:_:)`.
  public static func raise(
    _ best: inout [Float], cells: Range<Int>, _ row: RasterRow, _ table: ServiceTable
  ) {
    for (cell, target) in cells.enumerated() {
      let value = table.value(atMetres: row.distanceMetres(cell: cell))
      if value > best[target] { best[target] = value }
    }
  }

  /// See `RowKernel.raise(_:_:cells:_:_:_:)`.
  public static func raise(
    _ first: inout [Float], _ second: inout [Float], cells: Range<Int>, _ row: RasterRow,
    _ firstTable: ServiceTable, _ secondTable: ServiceTable
  ) {
    raise(&first, cells: cells, row, firstTable)
    raise(&second, cells: cells, row, secondTable)
  }

  /// See `RowKernel.raise(_:server:cells:_:_:index:)`.
  public static func raise(
    _ best: inout [Float], server: inout [Int32], cells: Range<Int>, _ row: RasterRow,
    _ table: ServiceTable, index: Int32
  ) {
    for (cell, target) in cells.enumerated() {
      let value = table.value(atMetres: row.distanceMetres(cell: cell))
      if value > best[target] {
        best[target] = value
        server[target] = index
      }
    }
  }
}
