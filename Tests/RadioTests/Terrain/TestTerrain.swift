import Geometry
import Radio

/// Grounds that try a sweep in different ways, with the middle at (0, 0).
enum TestTerrain: String, CaseIterable, CustomStringConvertible, Sendable {
  case plane, ridge, fineHills, coarseHills, steepValley, clutterBlocks

  var description: String { rawValue }

  func field(halfSideMetres: Double) throws -> HeightField {
    switch self {
    case .plane: try Self.field(halfSideMetres, cell: 90) { _, _ in 120 }
    case .ridge:
      // A wall 150 m high, oblique to the grid.
      try Self.field(halfSideMetres, cell: 90) { east, north in
        let off = abs(0.8 * east + 0.6 * north - 3000)
        return 100 + max(0, 150 - off * 0.4)
      }
    case .fineHills:
      try SyntheticTerrain.hills(seed: 7, halfSideMetres: halfSideMetres, cellMetres: 30)
    case .coarseHills:
      try SyntheticTerrain.hills(
        seed: 8, halfSideMetres: halfSideMetres, cellMetres: 90, reliefMetres: 1200)
    case .steepValley:
      // The mast stands at the bottom; the sides rise by 2 in 1 to 600 m.
      try Self.field(halfSideMetres, cell: 30) { east, north in
        let across = abs(east - north) * 0.7071
        return 300 + min(max(0, (across - 150) * 2), 600)
      }
    case .clutterBlocks:
      try Self.field(
        halfSideMetres, cell: 30, { east, north in 50 + 0.002 * east - 0.001 * north },
        clutter: { east, north in
          let block = Int((east / 90).rounded(.down)) &* 31 &+ Int((north / 120).rounded(.down))
          return block % 5 == 0 ? 18 : block % 3 == 0 ? 6 : 0
        })
    }
  }

  static func field(
    _ halfSideMetres: Double, cell: Double, _ height: (Double, Double) -> Double,
    clutter: ((Double, Double) -> Double)? = nil
  ) throws -> HeightField {
    let half = Int((halfSideMetres / cell).rounded(.up))
    func raster(_ value: (Double, Double) -> Double) -> [Float] {
      (-half...half).flatMap { row in
        (-half...half).map { Float(value(Double($0) * cell, Double(row) * cell)) }
      }
    }
    return try HeightField(
      originEast: -Double(half) * cell, originNorth: -Double(half) * cell, cellMetres: cell,
      columns: 2 * half + 1, rows: 2 * half + 1, terrainMetres: raster(height),
      clutterMetres: clutter.map(raster))
  }
}
