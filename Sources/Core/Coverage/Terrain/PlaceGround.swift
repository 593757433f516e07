public import Geometry
public import Radio
import Territory

/// The ground of one settlement and its surroundings, in true metres round its centre.
///
/// Not Sendable across places on purpose: it is made, used and dropped where the place is audited.
public struct PlaceGround: Sendable {
  /// The place's frame, whose origin is the field's (0, 0).
  public let frame: AlbersFrame
  /// Heights; where they are not known, NaN.
  public let field: HeightField

  /// Samples heights over a place and a margin round it.
  ///
  /// The cell is that of the heights, between 10 and 100 m: finer ones are sampled, not averaged.
  ///
  /// - Parameters:
  ///   - clutterMetres: representative height of what stands on the built-up cells of the place; the
  ///     rest is open.
  /// - Throws: what the heights' files throw.
  public init(
    _ elevation: ElevationModel, place: AssessedPlace, marginMetres: Double, clutterMetres: Double
  ) throws(UserError) {
    frame = place.frame
    let window = LocalWindow(place, marginMetres: marginMetres)
    let cell = min(max(elevation.resolutionMetres(in: window.degrees) ?? 100, 10), 100)
    let columns = Int((window.east.upperBound - window.east.lowerBound) / cell) + 2
    let rows = Int((window.north.upperBound - window.north.lowerBound) / cell) + 2
    let sampler = try elevation.loaded(over: window.degrees).sampler()
    var terrain = [Float](repeating: .nan, count: columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let local = Coordinate(
          x: window.east.lowerBound + Double(column) * cell,
          y: window.north.lowerBound + Double(row) * cell)
        let degrees = Albers.china.unproject(place.frame.plane(local))
        if let height = sampler.heightMetres(at: degrees) {
          terrain[row * columns + column] = Float(height)
        }
      }
    }
    field = try HeightField(
      originEast: window.east.lowerBound, originNorth: window.north.lowerBound, cellMetres: cell,
      columns: columns, rows: rows, terrainMetres: terrain,
      clutterMetres: clutterMetres > 0
        ? window.clutter(place, clutterMetres, cellMetres: cell, columns: columns, rows: rows)
        : nil)
  }
}

/// A box of true metres round a place.
private struct LocalWindow {
  let east: ClosedRange<Double>
  let north: ClosedRange<Double>
  let degrees: BoundingBox

  init(_ place: AssessedPlace, marginMetres: Double) {
    let bounds = place.grid.albersBounds
    var local = BoundingBox()
    for x in [bounds.minX, bounds.maxX] {
      for y in [bounds.minY, bounds.maxY] {
        local.extend(by: place.frame.local(Coordinate(x: x, y: y)))
      }
    }
    let east = (local.minX - marginMetres)...(local.maxX + marginMetres)
    let north = (local.minY - marginMetres)...(local.maxY + marginMetres)
    self.east = east
    self.north = north
    var degrees = BoundingBox()
    for step in 0...16 {
      let share = Double(step) / 16
      let x = east.lowerBound + share * (east.upperBound - east.lowerBound)
      let y = north.lowerBound + share * (north.upperBound - north.lowerBound)
      for edge in [
        Coordinate(x: x, y: north.lowerBound - 200), Coordinate(x: x, y: north.upperBound + 200),
        Coordinate(x: east.lowerBound - 200, y: y), Coordinate(x: east.upperBound + 200, y: y),
      ] {
        degrees.extend(by: Albers.china.unproject(place.frame.plane(edge)))
      }
    }
    self.degrees = degrees
  }

  /// Clutter on the cells that hold a built-up cell of the place.
  func clutter(
    _ place: AssessedPlace, _ heightMetres: Double, cellMetres: Double, columns: Int, rows: Int
  ) -> [Float] {
    var clutter = [Float](repeating: 0, count: columns * rows)
    // A cell of the raster covers those of the field that lie within half its side.
    let reach = Int((place.grid.cellMetres / 2 / cellMetres).rounded(.up))
    place.grid.forEachCell { _, position in
      let local = place.frame.local(position)
      let column = Int(((local.x - east.lowerBound) / cellMetres).rounded())
      let row = Int(((local.y - north.lowerBound) / cellMetres).rounded())
      for y in max(row - reach, 0)...min(row + reach, rows - 1) {
        for x in max(column - reach, 0)...min(column + reach, columns - 1) {
          clutter[y * columns + x] = Float(heightMetres)
        }
      }
    }
    return clutter
  }
}
