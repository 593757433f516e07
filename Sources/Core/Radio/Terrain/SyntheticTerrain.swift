public import Geometry

/// Made-up ground, the same for the same seed everywhere: for benchmarks and tests.
public enum SyntheticTerrain {
  /// Hills in octaves of value noise, each half as wide and half as high as the one before, down to
  /// two cells.
  ///
  /// - Parameters:
  ///   - seed: of the noise.
  ///   - halfSideMetres: from the middle, which is (0, 0), to the centre of an outer cell at least.
  ///   - cellMetres: side of a cell.
  ///   - reliefMetres: from the lowest to the highest ground at most.
  ///   - hillMetres: width of the widest hills.
  /// - Throws: DR-350 for a cell or a side that makes no grid.
  public static func hills(
    seed: UInt64, halfSideMetres: Double, cellMetres: Double, reliefMetres: Double = 400,
    hillMetres: Double = 5000
  ) throws(UserError) -> HeightField {
    let half = (halfSideMetres / cellMetres).rounded(.up)
    guard half >= 1, half <= 20_000 else {
      throw UserError(
        "DR-350", .badData, at: "synthetic terrain",
        "cells of \(cellMetres) m over \(halfSideMetres) m", remedy: "give 1 to 20,000 cells")
    }
    let side = 2 * Int(half) + 1
    var heights = [Double](repeating: 0, count: side * side)
    var width = hillMetres / cellMetres
    var amplitude = reliefMetres / 2
    var octave: UInt64 = 0
    while octave == 0 || width >= 2 {
      let noise = ValueNoise(seed: seed &+ octave &* 0x9E37_79B9_7F4A_7C15)
      for row in 0..<side {
        for column in 0..<side {
          heights[row * side + column] +=
            amplitude * noise.value(Double(column) / width, Double(row) / width)
        }
      }
      width /= 2
      amplitude /= 2
      octave += 1
    }
    return try HeightField(
      originEast: -half * cellMetres, originNorth: -half * cellMetres, cellMetres: cellMetres,
      columns: side, rows: side, terrainMetres: heights.map { Float($0) })
  }
}

/// Random values at the corners of a lattice, smoothly interpolated: 0 to 1.
private struct ValueNoise {
  let seed: UInt64

  func value(_ x: Double, _ y: Double) -> Double {
    let column = Int64(x.rounded(.down))
    let row = Int64(y.rounded(.down))
    let u = smooth(x - Double(column))
    let v = smooth(y - Double(row))
    let south = corner(column, row) * (1 - u) + corner(column + 1, row) * u
    let north = corner(column, row + 1) * (1 - u) + corner(column + 1, row + 1) * u
    return south * (1 - v) + north * v
  }

  private func smooth(_ t: Double) -> Double { t * t * (3 - 2 * t) }

  private func corner(_ column: Int64, _ row: Int64) -> Double {
    var z =
      seed &+ UInt64(bitPattern: column) &* 0x9E37_79B9_7F4A_7C15
      &+ UInt64(bitPattern: row) &* 0xC2B2_AE3D_27D4_EB4F
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) / 9_007_199_254_740_992
  }
}
