import Coverage
import Foundation
import Geometry
import Radio
import TestSupport
import Testing

@Suite("Cells round a mast")
struct PredictionGridTests {
  @Test("the national raster's cells are those of audits, seen as audits see them")
  func national() throws {
    let grid = try MastWorld.grid(radiusMetres: 1500)
    #expect(grid.raster.system == .chinaAlbers)
    #expect(grid.raster.originX.truncatingRemainder(dividingBy: 50) == 0)
    #expect(grid.raster.originY.truncatingRemainder(dividingBy: 50) == 0)
    let placement = SitePlacement(at: MastWorld.mast)
    for (column, row) in [(0, 0), (3, 40), (59, 59)] {
      let expected = placement.offset(of: grid.raster.center(column: column, row: row))
      let offset = grid.offset(column: column, row: row)
      #expect(abs(offset.x - expected.x) < 1e-6 && abs(offset.y - expected.y) < 1e-6)
    }
    #expect(abs(grid.cellSquareMetres - 2500) < 1e-3)
  }

  @Test("rows hold the circle and nothing else", arguments: [333.0, 1500, 5000])
  func circle(radius: Double) throws {
    let grid = try MastWorld.grid(radiusMetres: radius)
    let inside = Set(
      MastWorld.distances(grid).enumerated().filter { $0.element <= radius }.map(\.offset))
    var listed: Set<Int> = []
    for row in 0..<grid.raster.rows {
      guard let (first, points) = grid.points(ofRow: row) else { continue }
      for index in 0..<points.count {
        listed.insert(row * grid.raster.columns + first + index)
        let offset = grid.offset(column: first + index, row: row)
        #expect(abs(points[index].x - offset.x) + abs(points[index].y - offset.y) < 1e-6)
      }
    }
    #expect(listed == inside)
    let area = Double(inside.count) * grid.cellSquareMetres
    #expect(abs(area / (Double.pi * radius * radius) - 1) < 0.02)
    // No cell of the circle is cut off by the raster's edge.
    for angle in 0..<72 {
      let radians = Double(angle) * Double.pi / 36
      let edge = Coordinate(x: radius * sin(radians), y: radius * cos(radians))
      let plane = grid.plane.plane(of: edge)
      let box = grid.raster.box
      #expect(plane.x > box.minX - 1e-6 && plane.x < box.maxX + 1e-6)
      #expect(plane.y > box.minY - 1e-6 && plane.y < box.maxY + 1e-6)
    }
  }

  /// Two projections, two derivations of the frame: both must name the same place.
  @Test("the plane of another projection agrees with the national one", arguments: [4546, 4547])
  func projected(code: Int) throws {
    let national = try LocalPlane(nationalAt: MastWorld.mast)
    let other = try LocalPlane(epsg: code, at: MastWorld.mast)
    for angle in stride(from: 0.0, to: 360, by: 30) {
      let radians = angle * Double.pi / 180
      let offset = Coordinate(x: 5000 * sin(radians), y: 5000 * cos(radians))
      let degrees = try other.degrees(ofPlane: [other.plane(of: offset)])[0]
      let back = national.offset(of: Albers.china.project(degrees))
      #expect(abs(back.x - offset.x) < 1 && abs(back.y - offset.y) < 1, "\(angle): \(back)")
      let again = other.offset(of: other.plane(of: offset))
      #expect(abs(again.x - offset.x) + abs(again.y - offset.y) < 1e-6)
    }
    #expect(abs(other.squareMetresPerUnit - 1) < 1e-3)
  }

  @Test("a plane that is none, and a mast that is nowhere near")
  func refusals() throws {
    #expect(userError { try LocalPlane(epsg: 4490, at: MastWorld.mast) }?.code == "DR-380")
    #expect(userError { try LocalPlane(epsg: 4978, at: MastWorld.mast) } != nil)
    #expect(userError { try LocalPlane(epsg: 9999, at: MastWorld.mast) }?.code == "DR-111")
    let munich = Coordinate(longitude: 11.57, latitude: 48.14)
    let error = userError { try LocalPlane(nationalAt: munich) }
    #expect(error?.code == "DR-383")
    #expect(error?.remedy.contains("EPSG:32632") == true)
    let plane = try LocalPlane(epsg: 32632, at: munich)
    #expect(abs(plane.squareMetresPerUnit - 1) < 1e-3)
  }

  @Test(
    "radii and cells out of range",
    arguments: [
      (0, 50), (.nan, 50), (-5, 50), (200_000, 50), (500, 0), (500, .nan), (500, -1), (500, 2000),
      (20, 50), (100_000, 1), (.infinity, 50),
    ] as [(Double, Double)])
  func ranges(radius: Double, cell: Double) throws {
    let plane = try LocalPlane(nationalAt: MastWorld.mast)
    let error = userError {
      try PredictionGrid(plane, radiusMetres: radius, cellMetres: cell)
    }
    #expect(error?.code == "DR-381")
  }
}
