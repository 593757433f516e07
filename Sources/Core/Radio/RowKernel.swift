public import Geometry
internal import Kernels

/// A piece of a raster row as a site sees it: its cell i is cell c = `first` + i of the row, and lies at
/// (`eastMetres` + c `eastStepMetres`, `northMetres` + c `northStepMetres`) from the site's foot.
public struct RasterRow: Hashable, Sendable {
  /// East of the site, cell 0.
  public var eastMetres: Float
  /// North of the site, cell 0.
  public var northMetres: Float
  /// From cell to cell, eastwards.
  public var eastStepMetres: Float
  /// From cell to cell, northwards.
  public var northStepMetres: Float
  /// Cell of the row that the piece begins with.
  public var first = 0

  /// A row that runs east unless a northward step is given.
  public init(
    eastMetres: Float, northMetres: Float, eastStepMetres: Float, northStepMetres: Float = 0
  ) {
    self.eastMetres = eastMetres
    self.northMetres = northMetres
    self.eastStepMetres = eastStepMetres
    self.northStepMetres = northStepMetres
  }

  /// The piece from a later cell on.
  public func advanced(by cells: Int) -> RasterRow {
    var later = self
    later.first += cells
    return later
  }

  /// Offset of a cell east and north of the site's foot, metres.
  public func offset(cell: Int) -> Coordinate {
    let (east, north) = offsetMetres(cell: cell)
    return Coordinate(x: Double(east), y: Double(north))
  }

  /// Offset of a cell east and north of the site's foot.
  func offsetMetres(cell: Int) -> (east: Float, north: Float) {
    let column = Float(first + cell)
    return (eastMetres + column * eastStepMetres, northMetres + column * northStepMetres)
  }

  func distanceMetres(cell: Int) -> Float {
    let (east, north) = offsetMetres(cell: cell)
    return (east * east + north * north).squareRoot()
  }

  var kernelRow: deepreach_row {
    deepreach_row(
      east: eastMetres, north: northMetres, east_step: eastStepMetres, north_step: northStepMetres,
      first: Int32(first))
  }
}

/// The hot loops of coverage over one raster row, in C.
///
/// `cells` are the indices in the array that the row's cells 0, 1, ... occupy; a range outside the
/// array is a programmer's mistake and traps. `RowKernelTwin` does the same in Swift.
public enum RowKernel {
  /// Raises every cell to the table's value at its distance.
  public static func raise(
    _ best: inout [Float], cells: Range<Int>, _ row: RasterRow, _ table: ServiceTable
  ) {
    precondition(cells.lowerBound >= 0 && cells.upperBound <= best.count)
    best.withUnsafeMutableBufferPointer { best in
      table.withKernelTable { table in
        guard let start = best.baseAddress else { return }
        deepreach_raise(start + cells.lowerBound, cells.count, row.kernelRow, table)
      }
    }
  }

  /// Raises two layers by two tables of the same step, with one distance for both.
  public static func raise(
    _ first: inout [Float], _ second: inout [Float], cells: Range<Int>, _ row: RasterRow,
    _ firstTable: ServiceTable, _ secondTable: ServiceTable
  ) {
    precondition(cells.lowerBound >= 0)
    precondition(cells.upperBound <= first.count && cells.upperBound <= second.count)
    precondition(firstTable.stepMetres == secondTable.stepMetres)
    first.withUnsafeMutableBufferPointer { first in
      second.withUnsafeMutableBufferPointer { second in
        guard let one = first.baseAddress, let other = second.baseAddress else { return }
        firstTable.withKernelTable { firstTable in
          secondTable.withKernelTable { secondTable in
            deepreach_raise_pair(
              one + cells.lowerBound, other + cells.lowerBound, cells.count, row.kernelRow,
              firstTable, secondTable)
          }
        }
      }
    }
  }

  /// Raises every cell and notes who raised it last; at equal values the earlier server stays.
  public static func raise(
    _ best: inout [Float], server: inout [Int32], cells: Range<Int>, _ row: RasterRow,
    _ table: ServiceTable, index: Int32
  ) {
    precondition(cells.lowerBound >= 0)
    precondition(cells.upperBound <= best.count && cells.upperBound <= server.count)
    best.withUnsafeMutableBufferPointer { best in
      server.withUnsafeMutableBufferPointer { server in
        guard let start = best.baseAddress, let serving = server.baseAddress else { return }
        table.withKernelTable { table in
          deepreach_raise_server(
            start + cells.lowerBound, serving + cells.lowerBound, cells.count, row.kernelRow,
            table, index)
        }
      }
    }
  }
}

extension ServiceTable {
  func withKernelTable(_ body: (deepreach_table) -> Void) {
    entries.withUnsafeBufferPointer { values in
      body(
        deepreach_table(
          values: values.baseAddress, count: Int32(values.count), inverse_step: 1 / stepMetres))
    }
  }
}
