import Geometry

/// The people of a grid's cells by polygon and by settlement in it.
struct PopulationTally: Sendable {
  /// Cells and the people in them.
  struct Cells: Sendable {
    var count = 0
    var people = CompensatedSum()
    /// Column and row of the first.
    var first: (column: Int, row: Int)?

    mutating func add(_ value: Double, _ column: Int, _ row: Int) {
      if first == nil { first = (column, row) }
      count += 1
      people.add(value)
    }
  }

  /// A settlement in a polygon.
  struct Pair: Hashable {
    let settlement: Int
    let polygon: Int
  }

  /// Everything that is a number.
  private(set) var read = Cells()
  /// No data, NaN, infinite.
  private(set) var empty = Cells()
  private(set) var negative = Cells()
  private(set) var absurd = Cells()
  /// In no polygon.
  private(set) var outside = Cells()
  /// By polygon.
  private(set) var polygons: [Cells]
  /// Boxes of the polygons in cells.
  let boxes: [BoundingBox]
  /// Within them, by settlement.
  private(set) var pairs: [Pair: Cells] = [:]

  /// Reads a grid.
  ///
  /// - Parameters:
  ///   - counties: polygons that share no cell; of two that do the later has it.
  ///   - footprints: the later goes before the earlier.
  ///   - reader: the grid.
  /// - Throws: as the reader does, DR-111 for a plane that PROJ does not know.
  init(
    _ reader: GeoTIFFReader, plane: RasterPlane, counties: [Geometry], footprints: [Geometry]
  ) throws(UserError) {
    let bands = reader.bands
    let grid = reader.grid
    let raster = try PolygonRaster(counties, on: grid, plane: plane, bands: bands)
    let places = try PolygonRaster(footprints, on: grid, plane: plane, bands: bands)
    polygons = [Cells](repeating: Cells(), count: counties.count)
    boxes = raster.boxes
    let columns = grid.columns
    var owners = [Int32](repeating: -1, count: columns)
    var settlements = [Int32](repeating: -1, count: columns)
    for (band, rows) in bands.enumerated() {
      let values = try reader.read(rows: rows)
      let countySpans = raster.spans(ofBand: band)
      let placeSpans = places.spans(ofBand: band)
      var (county, place) = (0, 0)
      for row in rows {
        let from = (county, place)
        Self.paint(&owners, countySpans, &county, row)
        Self.paint(&settlements, placeSpans, &place, row)
        let start = (row - rows.lowerBound) * columns
        values.withUnsafeBufferPointer { all in
          add(
            UnsafeBufferPointer(rebasing: all[start..<start + columns]), row, owners, settlements)
        }
        for span in countySpans[from.0..<county] {
          for column in span.columns { owners[column] = -1 }
        }
        for span in placeSpans[from.1..<place] {
          for column in span.columns { settlements[column] = -1 }
        }
      }
    }
  }

  private static func paint(
    _ cells: inout [Int32], _ spans: [PolygonRaster.Span], _ next: inout Int, _ row: Int
  ) {
    while next < spans.count, spans[next].row == row {
      let owner = Int32(spans[next].polygon)
      for column in spans[next].columns { cells[column] = owner }
      next += 1
    }
  }

  private mutating func add(
    _ values: UnsafeBufferPointer<Float>, _ row: Int, _ owners: [Int32], _ settlements: [Int32]
  ) {
    var column = 0
    while column < values.count {
      // Runs of cells of one owner and settlement are summed on their own: few look-ups, little rounding.
      let (owner, settlement) = (owners[column], settlements[column])
      var run = CompensatedSum()
      var count = 0
      let first = column
      while column < values.count, owners[column] == owner, settlements[column] == settlement {
        let value = Double(values[column])
        if value >= 0, value <= PopulationGridSettings.greatestCell {
          run.add(value)
          count += 1
        } else {
          addOdd(value, column, row)
        }
        column += 1
      }
      guard count > 0 else { continue }
      func take(_ cells: inout Cells) {
        if cells.first == nil { cells.first = (first, row) }
        cells.count += count
        cells.people.add(run.value)
      }
      take(&read)
      guard owner >= 0 else {
        take(&outside)
        continue
      }
      take(&polygons[Int(owner)])
      if settlement >= 0 {
        take(&pairs[Pair(settlement: Int(settlement), polygon: Int(owner)), default: Cells()])
      }
    }
  }

  private mutating func addOdd(_ value: Double, _ column: Int, _ row: Int) {
    guard value.isFinite else { return empty.add(0, column, row) }
    read.add(value, column, row)
    if value < 0 { negative.add(value, column, row) } else { absurd.add(value, column, row) }
  }
}
