import Foundation
import Geometry
import TestSupport

/// GDAL's command line, the oracle where it is installed.
enum GDAL {
  static let isInstalled = ["gdalinfo", "gdal_translate"].allSatisfy { path(of: $0) != nil }

  private static func path(of tool: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(tool)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a tool and gives what it prints; nil when it fails.
  @discardableResult
  static func run(_ tool: String, _ arguments: [String]) -> String? {
    guard let path = path(of: tool) else { return nil }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }

  static func info(_ path: String) -> [String: Any] {
    let text = run("gdalinfo", ["-json", path]) ?? ""
    return (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
  }

  /// Middle and value of every cell, row by row.
  static func cells(_ path: String, _ scratch: Scratch) throws -> [(Coordinate, Double)] {
    let target = scratch.path("cells.xyz")
    run("gdal_translate", ["-q", "-of", "XYZ", "-b", "1", path, target])
    return try String(contentsOfFile: target, encoding: .utf8).split(separator: "\n").map { line in
      let numbers = line.split(separator: " ").map { Double($0) ?? .nan }
      return (Coordinate(x: numbers[0], y: numbers[1]), numbers[2])
    }
  }
}

/// A grid whose cells are not square and do not start at a round number.
func sampleGrid(
  _ columns: Int, _ rows: Int, system: RasterSystem? = .epsg(4490)
) throws -> RasterGrid {
  try RasterGrid(
    columns: columns, rows: rows, originX: 110.25, originY: 35.5, cellWidth: 0.0125,
    cellHeight: 0.01, system: system)
}

/// Whole numbers from 1 to 200, with holes of no data where wanted.
func sampleRaster(
  _ columns: Int, _ rows: Int, seed: UInt64 = 1, holes: Bool = true, system: RasterSystem? = nil
) throws -> Raster {
  var random = SeededGenerator(seed: seed)
  let values = (0..<columns * rows).map { _ in
    holes && Int.random(in: 0..<9, using: &random) == 0
      ? Float.nan : Float(Int.random(in: 1...200, using: &random))
  }
  return try Raster(
    grid: sampleGrid(columns, rows, system: system ?? .epsg(4490)), values: values)
}

/// Whether two lists hold the same numbers, NaN equal to NaN.
func same(_ one: [Float], _ other: [Float]) -> Bool {
  one.count == other.count && zip(one, other).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
}

func bytes(_ path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}

func write(_ bytes: [UInt8], _ path: String) throws {
  try Data(bytes).write(to: URL(fileURLWithPath: path))
}
