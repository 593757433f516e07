import Coverage
import Geometry
import Radio
import Territory
import TestSupport
import Testing

/// A town on ground whose heights the test makes: level, half unknown, or with a ridge across.
@Suite struct TerrainAuditTests {
  @Test func levelGroundServesRoundTheMast() throws {
    let world = try TerrainWorld()
    let state = try world.state(ground: { _, _ in 50 })
    let audit = world.engine.audit(state, group: .mobile)
    let signal = try #require(audit.signal)
    #expect(state.unknownCells == 0)
    // Nearer than 250 m RMa, beyond it P.1812; every cell has one of them.
    let near = Double.pi * 250 * 250 / 2500
    #expect(abs(Double(signal.models["rma"] ?? 0) / near - 1) < 0.05)
    #expect((signal.models["rma"] ?? 0) + (signal.models["p1812"] ?? 0) == audit.gridPoints)
    // Three sectors: turned by 120 degrees the picture is the same.
    let served = world.served(state)
    #expect(served[0] > 0)
    #expect(abs(Double(served[0]) / Double(served[1]) - 1) < 0.03)
    #expect(abs(Double(served[0]) / Double(served[2]) - 1) < 0.03)
  }

  @Test func whatLiesBehindUnknownGroundIsUnknown() throws {
    let world = try TerrainWorld()
    let level = try world.state(ground: { _, _ in 50 })
    let half = try world.state(ground: { east, _ in east > 400 ? nil : 50 })
    #expect(half.unknownCells > 1000)
    var known = 0
    world.place.grid.forEachCell { cell, position in
      let east = world.place.frame.local(position).x
      if east > 450 {
        #expect(!half.masks[0][cell])
      } else if east < 250 {
        known += 1
        #expect(half.masks[0][cell] == level.masks[0][cell])
      }
    }
    #expect(known > 1000)
    let audit = world.engine.audit(half, group: .mobile)
    #expect(audit.signal?.unknownCells == half.unknownCells)
    #expect(audit.outdoorShare < world.engine.audit(level, group: .mobile).outdoorShare)
  }

  @Test func aRidgeHidesWhatLiesBehind() throws {
    let world = try TerrainWorld()
    let level = try world.state(ground: { _, _ in 50 })
    let ridge = try world.state(ground: { east, _ in (600...700).contains(east) ? 250 : 50 })
    let before = try #require(level.surface?.surfaces.first)
    let behind = try #require(ridge.surface?.surfaces.first)
    world.place.grid.forEachCell { cell, position in
      let east = world.place.frame.local(position).x
      if east > 800 { #expect(behind.best[cell] < before.best[cell] - 15) }
      if east < 300 { #expect(abs(behind.best[cell] - before.best[cell]) < 1e-3) }
    }
  }

  @Test func citiesKeepTheirStatistics() throws {
    let world = try TerrainWorld(morphology: .urban, configuration: "n41-64T64R")
    let over = try world.state(ground: { east, _ in east > 300 ? 400 : 50 })
    let flat = world.engine.state(
      of: world.place, network: SiteIndex([world.site]), depth: .full)
    #expect(over.masks[0].servedCount == flat.masks[0].servedCount)
    #expect(over.surface?.surfaces.first?.best == flat.surface?.surfaces.first?.best)
    #expect(world.engine.audit(over, group: .mobile).signal?.models.keys.sorted() == ["uma"])
  }
}

private struct TerrainWorld {
  let place: AssessedPlace
  let engine: AuditEngine
  let site: Site

  init(
    morphology: Morphology = .town, configuration: String = "n28-4T4R"
  ) throws {
    let settlement = try PlaneWorld.square(sideMetres: 4000, morphology: morphology)
    place = AssessedPlace(settlement, cellMetres: 50)
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let standard = try StandardBook.read(path: geodata.path("books/standards/deep-coverage.yaml"))
    let bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    engine = AuditEngine(
      standard: standard,
      reach: try ReachBook(
        bands: bands,
        morphologies: MorphologyBook.read(path: geodata.path("books/morphologies.yaml")),
        layers: Assessment(standard, kind: .city).layers), stationShare: 0.5,
      interference: Interference(neighbourLoad: 0.5, sinrDB: -3))
    site = Site(
      id: "a", position: PlaneWorld.origin, group: .mobile, configurations: [configuration],
      heightMetres: morphology == .town ? 35 : 25, status: .existing, kind: .measured,
      settlement: settlement.id)
  }

  /// The state over ground by metres east and north of the centre; nil is unknown.
  func state(ground: (Double, Double) -> Double?) throws -> CoverageState {
    let scratch = try Scratch()
    let cell = 0.00025
    let grid = try RasterGrid(
      columns: 800, rows: 800, originX: PlaneWorld.origin.x - 400 * cell,
      originY: PlaneWorld.origin.y + 400 * cell, cellWidth: cell, cellHeight: cell,
      system: .epsg(4490))
    var heights: [Float] = []
    for row in 0..<800 {
      for column in 0..<800 {
        let degrees = grid.center(column: column, row: row)
        let local = place.frame.local(Albers.china.project(degrees))
        heights.append(ground(local.x, local.y).map { Float($0) } ?? .nan)
      }
    }
    let path = scratch.path("ground.tif")
    try GeoTIFFWriter.write(Raster(grid: grid, values: heights), to: path)
    return try engine.state(
      of: place, network: SiteIndex([site]),
      terrain: TerrainRule(elevation: ElevationModel(path: path)))
  }

  /// Served cells by thirds of the circle round the boresights at 0, 120 and 240 degrees, within the
  /// largest circle of the square.
  func served(_ state: CoverageState) -> [Int] {
    var counts = [0, 0, 0]
    place.grid.forEachCell { cell, position in
      let local = place.frame.local(position)
      guard state.masks[1][cell], local.x * local.x + local.y * local.y < 1990 * 1990 else {
        return
      }
      let boresights = [(0.0, 1.0), (0.8660254, -0.5), (-0.8660254, -0.5)]
      let along = boresights.map { local.x * $0.0 + local.y * $0.1 }
      counts[along.firstIndex(of: along.max() ?? 0) ?? 0] += 1
    }
    return counts
  }
}
