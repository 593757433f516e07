import Foundation
import Geometry
import TestSupport
import Testing

/// Writes a height file whose samples follow a rule of column and row; nil is no data.
func heightFile(
  _ name: String, in scratch: Scratch, side: Int = 1201, _ rule: (Int, Int) -> Int16?
) throws -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(side * side * 2)
  for row in 0..<side {
    for column in 0..<side {
      let sample = UInt16(bitPattern: rule(column, row) ?? -32768)
      bytes.append(UInt8(sample >> 8))
      bytes.append(UInt8(sample & 255))
    }
  }
  let path = scratch.path(name)
  try write(bytes, path)
  return path
}

@Suite("SRTM height file")
struct HeightTileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("samples lie on whole degrees, negative heights and no data come back")
  func samples() throws {
    let path = try heightFile("N30E120.hgt", in: scratch) { column, row in
      column == 5 && row == 7 ? nil : Int16(column - row)
    }
    let tile = try HeightTile(path: path)
    let northWest = tile.grid.center(column: 0, row: 0)
    let southEast = tile.grid.center(column: 1200, row: 1200)
    #expect(abs(northWest.x - 120) < 1e-12 && abs(northWest.y - 31) < 1e-12)
    #expect(abs(southEast.x - 121) < 1e-12 && abs(southEast.y - 30) < 1e-12)
    let raster = try tile.read()
    #expect(raster[column: 5, row: 7].isNaN)
    #expect(raster[column: 9, row: 1200] == -1191 && raster[column: 1200, row: 3] == 1197)
    let window = try tile.read(columns: 5..<8, rows: 6..<8)
    #expect(same(window.values, [-1, 0, 1, .nan, -1, 0]))
  }

  @Test("names give the south-western corner")
  func names() throws {
    for (name, longitude, latitude) in [
      ("S01W180.hgt", -180.0, -1.0), ("n00e000.HGT", 0, 0), ("N89E179.hgt", 179, 89),
    ] {
      let path = try heightFile(name, in: scratch) { _, _ in 1 }
      let box = try HeightTile(path: path).grid.box
      #expect(abs(box.minX - longitude) < 1e-3 && abs(box.minY - latitude) < 1e-3)
    }
    for name in [
      "N30E120.txt", "30N120E.hgt", "N90E000.hgt", "N00E180.hgt", "S91E000.hgt", "a.hgt",
    ] {
      try scratch.file(name, "x")
      #expect(userError { try HeightTile(path: scratch.path(name)) }?.code == "DR-179")
    }
  }

  @Test("sizes that are not those of a tile")
  func sizes() throws {
    let path = scratch.path("N30E120.hgt")
    for count in [0, 1, 2_884_801, 2_884_803, 25_934_400] {
      try write([UInt8](repeating: 0, count: count), path)
      #expect(userError { try HeightTile(path: path) }?.code == "DR-180")
    }
    #expect(userError { try HeightTile(path: scratch.path("N31E120.hgt")) }?.code == "DR-171")
    let shrinking = try HeightTile(path: heightFile("N32E120.hgt", in: scratch) { _, _ in 0 })
    try write([0, 0], shrinking.path)
    #expect(userError { try shrinking.read() }?.code == "DR-172")
    #expect(
      userError { try shrinking.read(columns: 0..<1202, rows: 0..<1) }?.code == "DR-176")
  }
}
