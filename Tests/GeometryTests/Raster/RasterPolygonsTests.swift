import Geometry
import TestSupport
import Testing

@Suite("Raster polygons")
struct RasterPolygonsTests {
  /// A raster drawn with characters, `#` for cells of the class; cells of 2 by 3.
  private func drawn(_ lines: [String]) throws -> Raster {
    let grid = try RasterGrid(
      columns: lines[0].count, rows: lines.count, originX: 100, originY: 50, cellWidth: 2,
      cellHeight: 3, system: nil)
    return try Raster(
      grid: grid, values: lines.joined().map { $0 == "#" ? 5 : $0 == "?" ? .nan : 4 })
  }

  private func outline(_ lines: [String]) throws -> Geometry {
    try RasterPolygons.outline(of: drawn(lines), atLeast: 5)
  }

  @Test("one cell, with the fewest positions")
  func cell() throws {
    let outline = try outline(["...", ".#.", "..."])
    #expect(outline.type == .polygon && outline.isValid)
    #expect(outline.area == 6 && outline.coordinates.count == 5)
    #expect(outline.envelope == BoundingBox(minX: 102, minY: 44, maxX: 104, maxY: 47))
  }

  @Test("nothing, everything, and no data")
  func extremes() throws {
    #expect(try outline(["..", ".?"]).isEmpty)
    let all = try outline(["###", "###"])
    #expect(all.area == 36 && all.coordinates.count == 5)
    #expect(try outline(["#?", "##"]).area == 18)
  }

  @Test("a ring has a hole, and an island in the hole is a polygon of its own")
  func ring() throws {
    let lines = ["#####", "#...#", "#.#.#", "#...#", "#####"]
    let polygons = try outline(lines).polygons
    #expect(polygons.map(\.count) == [2, 1])
    #expect(try outline(lines).isValid && outline(lines).area == 17 * 6)
    #expect(Ring.signedArea(polygons[0][0]) > 0 && Ring.signedArea(polygons[0][1]) < 0)
  }

  @Test("cells that share a corner only are apart")
  func checkerboard() throws {
    let lines = (0..<6).map { row in
      String((0..<6).map { ($0 + row) % 2 == 0 ? Character("#") : "." })
    }
    let board = try outline(lines)
    #expect(board.polygons.count == 18 && board.isValid && board.area == 18 * 6)
  }

  @Test("a part that touches itself at a corner is one valid polygon, its hole touching the shell")
  func touching() throws {
    for lines in [
      ["###", "#.#", "##."], ["##.", "#.#", "###"], [".##", "#.#", "###"], ["###", "#.#", ".##"],
    ] {
      let outline = try outline(lines)
      #expect(outline.isValid && outline.area == 7 * 6, "\(lines)")
      #expect(outline.polygons.map(\.count) == [2])
    }
    let holes = try outline(["#####", "#.###", "##.##", "###.#", "#####"])
    #expect(holes.isValid && holes.area == 22 * 6 && holes.polygons.map(\.count) == [4])
  }

  private func randomMask(_ seed: UInt64) throws -> Raster {
    var random = SeededGenerator(seed: seed)
    let columns = Int.random(in: 1...40, using: &random)
    let rows = Int.random(in: 1...40, using: &random)
    let share = Double.random(in: 0.1...0.9, using: &random)
    let grid = try RasterGrid(
      columns: columns, rows: rows, originX: 0.5, originY: 8, cellWidth: 0.25, cellHeight: 0.5,
      system: nil)
    return try Raster(
      grid: grid,
      values: (0..<columns * rows).map { _ in
        Double.random(in: 0...1, using: &random) < share ? 1 : 0
      })
  }

  @Test(
    "random masks: valid, exact in area, and every cell on its side",
    arguments: 0..<60 as Range<UInt64>)
  func random(seed: UInt64) throws {
    let raster = try randomMask(seed)
    let outline = try RasterPolygons.outline(of: raster, atLeast: 0.5)
    #expect(outline.isValid)
    #expect(outline.area == Double(raster.values.count { $0 == 1 }) * 0.125)
    let polygons = outline.polygons
    #expect(polygons.count == parts(of: raster))
    for row in 0..<raster.grid.rows {
      for column in 0..<raster.grid.columns {
        let center = raster.grid.center(column: column, row: row)
        var count = 0
        for polygon in polygons
        where polygon.count(where: { Ring.side(of: center, by: $0) == .inside }) % 2 == 1 {
          count += 1
        }
        #expect(count == Int(raster[column: column, row: row]))
      }
    }
  }

  /// Parts joined by edges, by filling them one after the other.
  private func parts(of raster: Raster) -> Int {
    var left = Set(raster.values.indices.filter { raster.values[$0] == 1 })
    let columns = raster.grid.columns
    var count = 0
    while let first = left.popFirst() {
      count += 1
      var stack = [first]
      while let cell = stack.popLast() {
        var neighbours = [cell - columns, cell + columns]
        if cell % columns > 0 { neighbours.append(cell - 1) }
        if cell % columns < columns - 1 { neighbours.append(cell + 1) }
        for next in neighbours where left.remove(next) != nil { stack.append(next) }
      }
    }
    return count
  }

  @Test(
    "random masks stay valid and keep their area when simplified",
    arguments: 0..<60 as Range<UInt64>)
  func simplifiedRandom(seed: UInt64) throws {
    let raster = try randomMask(seed)
    let outline = try RasterPolygons.outline(of: raster, atLeast: 0.5)
    let simple = try RasterPolygons.simplified(outline, on: raster.grid)
    #expect(simple.isValid)
    #expect(abs(simple.area - outline.area) <= 0.02 * outline.area)
  }

  @Test("a disc of cells: its area, few positions after simplification, none far away")
  func disc() throws {
    let radius = 60.0
    let grid = try RasterGrid(
      columns: 130, rows: 130, originX: -65, originY: 65, cellWidth: 1, cellHeight: 1, system: nil)
    let outline = try RasterPolygons.outline(on: grid) { index in
      let center = grid.center(column: index % 130, row: index / 130)
      return center.x * center.x + center.y * center.y <= radius * radius
    }
    #expect(outline.polygons.map(\.count) == [1])
    #expect(abs(outline.area / (.pi * radius * radius) - 1) < 0.005)
    let simple = try RasterPolygons.simplified(outline, on: grid)
    #expect(simple.coordinates.count * 3 < outline.coordinates.count)
    #expect(simple.isValid && abs(simple.area / outline.area - 1) <= 0.02)
    for ring in outline.polygons.flatMap({ $0 }) {
      for (from, to) in zip(ring, ring.dropFirst()) {
        for middle in middles(from, to) {
          #expect(try simple.boundaryDistance(to: middle) <= 0.5 + 1e-9)
        }
      }
    }
  }

  /// Middles of the unit edges between two corners.
  private func middles(_ from: Coordinate, _ to: Coordinate) -> [Coordinate] {
    let count = Int((abs(to.x - from.x) + abs(to.y - from.y)).rounded())
    return (0..<count).map { index in
      let share = (Double(index) + 0.5) / Double(count)
      return Coordinate(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
    }
  }

  @Test(
    "level and diagonal edges drawn in cells come back straight",
    arguments: [0.0, 0.2, 0.37, 1, 1.8])
  func straight(slope: Double) throws {
    let grid = try RasterGrid(
      columns: 80, rows: 200, originX: 0, originY: 200, cellWidth: 1, cellHeight: 1, system: nil)
    let outline = try RasterPolygons.outline(on: grid) { index in
      let center = grid.center(column: index % 80, row: index / 80)
      return center.y <= 20.3 + slope * center.x
    }
    let simple = try RasterPolygons.simplified(outline, on: grid)
    #expect(simple.isValid && abs(simple.area / outline.area - 1) <= 0.02)
    // Four corners, each cut off, and nothing between them.
    if slope == 0 || slope == 1 { #expect(simple.coordinates.count <= 9) }
    #expect(simple.coordinates.count < outline.coordinates.count + 5)
  }

  @Test("no tolerance of the area leaves the outline as it is, or its equal")
  func noTolerance() throws {
    let raster = try randomMask(4)
    let outline = try RasterPolygons.outline(of: raster, atLeast: 0.5)
    let simple = try RasterPolygons.simplified(outline, on: raster.grid, areaTolerance: 0)
    #expect(simple.area == outline.area && simple.isValid)
  }
}

extension Geometry {
  /// Distance from the edges of an area.
  fileprivate func boundaryDistance(to position: Coordinate) throws -> Double {
    try Geometry.multiLineString(polygons.flatMap { $0 }).distance(to: .point(position))
  }
}
