import FoundationEssentials
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
      targets.east(column: index % targets.columns) - mastEast,
      targets.north(row: index / targets.columns) - mastNorth
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
    let side = straight.columns
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
    let side = losses.columns
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

  @Test("nearer than 250 m is for another model, and counted")
  func near() throws {
    let field = try TestTerrain.field(3000, cell: 50) { _, _ in 0 }
    let sweep = try sweep(field, radius: 1000, cell: 20)
    let losses = sweep.losses()
    for index in losses.states.indices {
      let offset = sweep.offset(index)
      let near = offset.east * offset.east + offset.north * offset.north < 250 * 250 - 1e-6
      #expect((losses.states[index] == .tooNear) == near)
      #expect(losses.lossDB[index].isNaN == near)
    }
    #expect(losses.tooNearCount == losses.states.count { $0 == .tooNear })
    #expect(losses.computedCount == losses.states.count { $0 == .computed })
    #expect(try sweep.pointToPointLoss(column: 50, row: 50) == .tooNear)
  }

  @Test("at 250 m sharp both ways of asking answer", arguments: [7.0, 30, 90, 100, 249, 1000])
  func sharp(step: Double) throws {
    let field = try TestTerrain.field(1000, cell: 50) { _, _ in 0 }
    let sweep = try TerrainSweep(
      try model(), over: field, mastEast: 0, mastNorth: 0,
      targets: try TargetGrid(
        originEast: 250, originNorth: 0, cellMetres: 1, columns: 1, rows: 1),
      stepMetres: step)
    let state = sweep.losses().states[0]
    switch try sweep.pointToPointLoss(column: 0, row: 0) {
    case .computed: #expect(state == .computed)
    case .tooNear: #expect(state == .tooNear)
    case .unknown: Issue.record("nothing is unknown here")
    }
  }

  @Test("ranges of rows give what all rows give", arguments: [1, 7, 80])
  func ranges(size: Int) throws {
    let field = try TestTerrain.clutterBlocks.field(halfSideMetres: 6000)
    let sweep = try sweep(field)
    let whole = sweep.losses()
    var parts: [Float] = []
    var states: [SweptState] = []
    for start in stride(from: 0, to: 80, by: size) {
      let part = sweep.losses(rows: start..<min(start + size, 80))
      parts += part.lossDB
      states += part.states
    }
    #expect(parts.map(\.bitPattern) == whole.lossDB.map(\.bitPattern))
    #expect(states == whole.states)
    #expect(sweep.losses(rows: 3..<3).lossDB.isEmpty)
  }

  @Test("the profile is the ground under the ray, at equal steps no longer than asked")
  func profile() throws {
    let sweep = try sweep(try TestTerrain.fineHills.field(halfSideMetres: 6000), step: 45)
    for index in stride(from: 0, to: 6400, by: 379) {
      let offset = sweep.offset(index)
      let profile = try #require(
        try sweep.profile(column: index % 80, row: index / 80))
      let length = (offset.east * offset.east + offset.north * offset.north).squareRoot()
      #expect(abs(profile.lengthKilometres * 1000 - length) < 1e-9)
      let steps = Double(profile.count - 1)
      #expect(length / steps <= 45 + 1e-9)
      #expect(length / (steps - 1) > 45)
      for point in 0..<profile.count {
        let share = Double(point) / steps
        let height = sweep.field.height(
          east: sweep.mastEast + share * offset.east, north: sweep.mastNorth + share * offset.north)
        #expect(abs(profile.terrainMetres[point] - height) < 1e-6)
      }
    }
  }

  @Test("refuses a mast that is nowhere, no step, and targets beyond reach")
  func refusals() throws {
    let field = try TestTerrain.field(1000, cell: 50) { _, _ in 0 }
    let near = try TargetGrid(aroundEast: 0, north: 0, radiusMetres: 500, cellMetres: 50)
    let far = try TargetGrid(
      originEast: 2_000_000, originNorth: 0, cellMetres: 50, columns: 1, rows: 1)
    func refused(_ east: Double, _ step: Double, _ targets: TargetGrid) throws {
      let model = try model()
      #expect(throws: UserError.self) {
        try TerrainSweep(
          model, over: field, mastEast: east, mastNorth: 0, targets: targets, stepMetres: step)
      }
    }
    try refused(.nan, 50, near)
    try refused(.infinity, 50, near)
    for step in [0, -1, .nan, .infinity, 1e-9] { try refused(0, step, near) }
    try refused(0, 50, far)
  }

  @Test(
    "rates, when asked for",
    .enabled(
      if: ProcessInfo.processInfo.environment["DEEPREACH_BENCH"] != nil, "DEEPREACH_BENCH unset"))
  func rates() throws {
    for (radius, cell, time) in [
      (10_000.0, 90.0, 50.0), (30_000, 90, 50), (10_000, 30, 50), (30_000, 30, 50),
      (10_000, 90, 10), (30_000, 90, 10),
    ] {
      let rate = try SweepBenchmark.measure(
        radiusMetres: radius, fieldCellMetres: cell, timePercent: time)
      print(
        "sweep: \(Int(radius)) m, step \(Int(cell)) m, \(Int(time)) %: \(rate.pathCount) paths of "
          + "\(Int(rate.pointsPerPath)) points, \(Int(rate.pathsPerSecond)) paths/s")
    }
  }
}
