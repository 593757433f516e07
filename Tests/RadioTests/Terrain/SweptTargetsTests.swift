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
      targets.east(column: index % targets.columns, row: index / targets.columns) - mastEast,
      targets.north(column: index % targets.columns, row: index / targets.columns) - mastNorth
    )
  }
}

@Suite("Targets of a terrain sweep")
struct SweptTargetsTests {
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

  @Test("stretches give what all rows give, in the order asked for")
  func stretches() throws {
    let sweep = try sweep(try TestTerrain.fineHills.field(halfSideMetres: 6000))
    let whole = sweep.losses()
    let asked = [
      TargetStretch(row: 70, columns: 3..<40), TargetStretch(row: 2, columns: 80..<80),
      TargetStretch(row: 39, columns: 30..<50), TargetStretch(row: 70, columns: 3..<4),
    ]
    let some = sweep.losses(of: asked)
    let indices = asked.flatMap { stretch in stretch.columns.map { stretch.row * 80 + $0 } }
    #expect(some.lossDB.map(\.bitPattern) == indices.map { whole.lossDB[$0].bitPattern })
    #expect(some.states == indices.map { whole.states[$0] })
    #expect(some.computedCount + some.tooNearCount == 37 + 20 + 1)
    #expect(sweep.losses(row: 70, columns: 3..<40).lossDB == Array(some.lossDB[..<37]))
    #expect(sweep.losses(of: []).lossDB.isEmpty)
  }

  @Test("a turned and sheared grid reads the ground under its own cells")
  func turnedGrid() throws {
    let sweep = try TerrainSweep(
      try model(), over: try TestTerrain.clutterBlocks.field(halfSideMetres: 6000), mastEast: 31,
      mastNorth: -12,
      targets: try TargetGrid(
        originEast: -3500, originNorth: -3000,
        columnStep: GridStep(eastMetres: 150, northMetres: 20),
        rowStep: GridStep(eastMetres: -17, northMetres: 160), columns: 45, rows: 38))
    let deviation = try Deviation(sweep)
    #expect(deviation.mismatches == 0)
    #expect(deviation.worst < 1e-4)
    // Each target by itself, as the one cell of a grid along the axes.
    let losses = sweep.losses()
    for index in stride(from: 0, to: losses.lossDB.count, by: 41) {
      let offset = sweep.offset(index)
      let alone = try TerrainSweep(
        sweep.model, over: sweep.field, mastEast: 31, mastNorth: -12,
        targets: try TargetGrid(
          originEast: 31 + offset.east, originNorth: -12 + offset.north, cellMetres: 1, columns: 1,
          rows: 1)
      ).losses()
      #expect(alone.states[0] == losses.states[index])
      if alone.states[0] == .computed {
        #expect(abs(alone.lossDB[0] - losses.lossDB[index]) < 1e-4)
      }
    }
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
