import Geometry
import Radio
import Testing

private func model(time: Double = 50) throws -> P1812 {
  try P1812(
    carrierGHz: 2.6, transmitterHeightMetres: 35, receiverHeightMetres: 1.5, timePercent: time,
    climate: try RadioClimate())
}

private func sweep(
  _ field: HeightField, east: Double = 0, north: Double = 0, radius: Double = 5000,
  cell: Double = 125, step: Double? = nil
) throws -> TerrainSweep {
  try TerrainSweep(
    try model(), over: field, mastEast: east, mastNorth: north,
    targets: try TargetGrid(
      aroundEast: east, north: north, radiusMetres: radius, cellMetres: cell),
    stepMetres: step)
}

extension TerrainSweep {
  /// A target's centre as seen from the mast.
  fileprivate func offset(_ index: Int) -> (east: Double, north: Double) {
    (
      targets.east(column: index % targets.columns, row: index / targets.columns) - mastEast,
      targets.north(column: index % targets.columns, row: index / targets.columns) - mastNorth
    )
  }
}

@Suite("Terrain sweep")
struct TerrainSweepTests {
  @Test("over a plain the loss is that of a profile of the plain, whatever the direction")
  func plain() throws {
    let field = try TestTerrain.field(6000, cell: 70) { _, _ in 210 }
    // Mast and targets lie askew of the heights' cells.
    let sweep = try sweep(field, east: 17, north: -23.5)
    let losses = sweep.losses()
    for index in losses.lossDB.indices where losses.states[index] == .computed {
      let offset = sweep.offset(index)
      let length = (offset.east * offset.east + offset.north * offset.north).squareRoot()
      let steps = (length / 70).rounded(.up)
      let loss = try model().lossDB(
        over: try PathProfile(
          try PathSpacing(stepKilometres: length / steps / 1000, count: Int(steps) + 1),
          terrainMetres: ContiguousArray(repeating: 210, count: Int(steps) + 1)))
      #expect(abs(Double(losses.lossDB[index]) - loss) < 1e-4)
    }
    #expect(losses.computedCount + losses.tooNearCount == 80 * 80)
  }

  @Test("a quarter turn of the ground turns the losses")
  func turn() throws {
    func ground(_ east: Double, _ north: Double) -> Double {
      150 + 60 * (east * 0.001 - 0.4 * north * 0.001) + (Int(east / 500) % 3 == 0 ? 40 : 0)
    }
    let straight = try sweep(TestTerrain.field(5500, cell: 60, ground)).losses()
    let turned = try sweep(
      TestTerrain.field(5500, cell: 60) { east, north in ground(north, -east) }
    ).losses()
    let side = 80
    for row in 0..<side {
      for column in 0..<side {
        let one = straight.lossDB[row * side + column]
        let other = turned.lossDB[column * side + (side - 1 - row)]
        #expect(one.isNaN ? other.isNaN : abs(one - other) < 1e-4)
      }
    }
  }

  @Test("behind a ridge the loss is greater than before it")
  func ridge() throws {
    // 100 m high from 2000 to 2400 m east.
    let field = try TestTerrain.field(6000, cell: 50) { east, _ in
      50 + max(0, 100 - abs(east - 2200) * 0.5)
    }
    let sweep = try sweep(field, step: 50)
    let losses = sweep.losses()
    let side = sweep.targets.columns
    for row in 0..<side {
      for column in (side / 2 + 20)..<side where sweep.offset(row * side + column).east > 2500 {
        let behind = losses.lossDB[row * side + column]
        let opposite = losses.lossDB[row * side + (side - 1 - column)]
        #expect(behind > opposite + 15)
      }
    }
    // Before the ridge its presence hardly matters.
    let plain = try TestTerrain.field(6000, cell: 50) { _, _ in 50 }
    let without = try TerrainSweepTests.losses(plain)
    for row in 0..<side {
      for column in 0..<(side / 2) where losses.states[row * side + column] == .computed {
        #expect(abs(losses.lossDB[row * side + column] - without[row * side + column]) < 1e-4)
      }
    }
  }

  private static func losses(_ field: HeightField) throws -> [Float] {
    try sweep(field, step: 50).losses().lossDB
  }

  /// Rays through the inside of a tile of unknown cells are unknown, rays past it are not; those that
  /// graze its edge within a cell may be either.
  @Test("an unknown tile hides exactly what lies behind it")
  func tile() throws {
    let (west, east, south, north) = (1200.0, 2100.0, 600.0, 1500.0)
    let field = try TestTerrain.field(6000, cell: 50) { x, y in
      (west...east).contains(x) && (south...north).contains(y) ? .nan : 40
    }
    let sweep = try sweep(field)
    let losses = sweep.losses()
    var hidden = 0
    for index in losses.states.indices where losses.states[index] != .tooNear {
      let target = sweep.offset(index)
      /// Whether the ray meets the tile grown by a margin, by clipping it to both slabs.
      func meets(_ margin: Double) -> Bool {
        var (from, to) = (0.0, 1.0)
        for (reach, low, high) in [
          (target.east, west - margin, east + margin),
          (target.north, south - margin, north + margin),
        ] {
          guard reach != 0 else {
            if low > 0 || high < 0 { return false }
            continue
          }
          from = max(from, min(low / reach, high / reach))
          to = min(to, max(low / reach, high / reach))
        }
        return from <= to
      }
      // A step of 50 m cannot leap over a corner that is cut by more than that.
      if meets(-50) {
        hidden += 1
        #expect(losses.states[index] == .unknown)
        #expect(losses.lossDB[index].isNaN)
      } else if !meets(50.001) {
        #expect(losses.states[index] == .computed)
        #expect(losses.lossDB[index].isFinite)
      }
    }
    #expect(hidden > 500)
    #expect(losses.unknownCount >= hidden)
  }

  @Test("unknown clutter is unknown too")
  func unknownClutter() throws {
    let field = try TestTerrain.field(6000, cell: 50, { _, _ in 40 }) { east, _ in
      (1000...1100).contains(east) ? .nan : 0
    }
    let sweep = try sweep(field)
    let losses = sweep.losses()
    for index in losses.states.indices where losses.states[index] != .tooNear {
      let east = sweep.offset(index).east
      if east > 1130 { #expect(losses.states[index] == .unknown) }
      if east < 970 { #expect(losses.states[index] == .computed) }
    }
  }

  @Test("outside the heights nothing is known; a mast there knows nothing")
  func outside() throws {
    let field = try TestTerrain.field(3000, cell: 50) { _, _ in 0 }
    let sweep = try sweep(field)
    let losses = sweep.losses()
    for index in losses.states.indices where losses.states[index] != .tooNear {
      let offset = sweep.offset(index)
      let inside = abs(offset.east) <= 3000 && abs(offset.north) <= 3000
      #expect((losses.states[index] == .computed) == inside)
    }
    let away = try TerrainSweepTests.away(field)
    #expect(away.computedCount == 0)
    #expect(away.unknownCount + away.tooNearCount == 80 * 80)
  }

  private static func away(_ field: HeightField) throws -> SweptLosses {
    try sweep(field, east: 3001).losses()
  }
}
