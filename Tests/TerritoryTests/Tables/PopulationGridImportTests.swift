import Geometry
import Territory
import TestSupport
import Testing

@Suite struct PopulationGridImportTests {
  let world: TinyTerritory

  init() throws { world = try TinyTerritory() }

  /// A grid of tenths of a degree over the four counties, with a margin of a degree: 50 by 40 cells from
  /// 109 east, 33 north.
  private func grid(_ system: RasterSystem? = .epsg(4326)) throws -> RasterGrid {
    try RasterGrid(
      columns: 50, rows: 40, originX: 109, originY: 33, cellWidth: 0.1, cellHeight: 0.1,
      system: system)
  }

  private func run(
    _ grid: RasterGrid, _ values: [Float], _ footprints: [PlacedFootprint] = [],
    _ settings: PopulationGridSettings = PopulationGridSettings()
  ) throws -> (done: TerritoryImport, balance: PopulationGridImport.Balance) {
    let path = world.scratch.path("grid.tif")
    try GeoTIFFWriter.write(Raster(grid: grid, values: values), to: path)
    return try PopulationGridImport(
      into: world.tables(), boundaries: Boundaries(world.geodata), footprints: footprints,
      settings: settings
    ).run(path: path)
  }

  private func square(_ x: Double, _ y: Double, _ side: Double) throws -> Geometry {
    let (east, north) = (x + side, y + side)
    return try Geometry(
      wkt: "POLYGON((\(x) \(y),\(east) \(y),\(east) \(north),\(x) \(north),\(x) \(y)))")
  }

  @Test func aCellBelongsToTheCountyThatHoldsItsMiddle() throws {
    let grid = try grid()
    let found = try run(grid, [Float](repeating: 2, count: grid.cellCount))
    let (done, balance) = found
    // Each county is a square degree of a hundred cells.
    #expect(try done.tables.counties.counts("population") == [200, 200, 200, 200])
    #expect(balance.read == 4000 && balance.kept == 800)
    #expect(balance.outside == 3200 && balance.refused == 0)
    #expect(try done.tables.brokenSums().isEmpty)
    #expect(try Set(done.tables.counties.texts("population_kind")) == ["estimated"])
    // Without footprints the towns keep their proportions: 200 : 100 : 200.
    #expect(try Array(done.tables.towns.counts("population").prefix(3)) == [80, 40, 80])
  }

  @Test func footprintsTakeTheCellsInThem() throws {
    let grid = try grid()
    let footprints = [
      PlacedFootprint(
        settlement: "410100", geometry: try square(110.2, 30.2, 0.5), isLocated: true),
      PlacedFootprint(
        settlement: "410102", geometry: try square(111.1, 30.1, 0.2), isLocated: false),
    ]
    let flat = [Float](repeating: 2, count: grid.cellCount)
    let done = try run(grid, flat, footprints).done
    // 25 cells of 410101 in the city, shared by its seats 160 : 100; the rest by what the towns have
    // besides a located seat, 40 : 0 : 200.
    #expect(try done.tables.count(done.tables.settlements, "410100") == 50)
    #expect(try Array(done.tables.towns.counts("seat_population").prefix(2)) == [31, 19])
    #expect(try Array(done.tables.towns.counts("population").prefix(3)) == [56, 19, 125])
    // The other footprint is round a modelled position: its town's seat keeps its share.
    #expect(try done.tables.count(done.tables.settlements, "410102") == 80)
    #expect(try done.tables.brokenSums().isEmpty)
    let all = try run(grid, flat, footprints, PopulationGridSettings(usesModelledFootprints: true))
    #expect(try all.done.tables.count(all.done.tables.settlements, "410102") == 8)
  }

  @Test func theTablesTotalsCanBeKept() throws {
    let grid = try grid()
    let footprint = PlacedFootprint(
      settlement: "410100", geometry: try square(110.2, 30.2, 0.5), isLocated: true)
    let done = try run(
      grid, [Float](repeating: 3, count: grid.cellCount), [footprint],
      PopulationGridSettings(totals: .counties)
    ).done
    #expect(try done.tables.counties.counts("population") == [500, 300, 200, 200])
    #expect(try done.tables.counties.texts("population_kind").last == "official")
    // A quarter of the county's 500.
    #expect(try done.tables.count(done.tables.settlements, "410100") == 125)
    #expect(try done.tables.brokenSums().isEmpty)
  }

  @Test func aModelsGridIsCalledModelled() throws {
    let grid = try grid()
    let done = try run(
      grid, [Float](repeating: 2, count: grid.cellCount), [],
      PopulationGridSettings(kind: .modelled)
    ).done
    #expect(try Set(done.tables.counties.texts("population_kind")) == ["modelled"])
    #expect(try Set(done.tables.settlements.texts("population_kind")) == ["modelled"])
    try done.write(to: TerritoryFolder(path: world.scratch.path("mine")))
    let overlaid = try world.geodata.overlaid(by: world.scratch.path("mine"))
    #expect(try SettlementTable(overlaid).records.allSatisfy { $0.populationKind == .modelled })
    #expect(try Gazetteer(overlaid)["410000"]?.populationKind == .modelled)
  }

  @Test func theSumIsBalancedOverSeeds() throws {
    let grid = try grid()
    for seed in 0..<25 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let values = (0..<grid.cellCount).map { _ -> Float in
        switch Int.random(in: 0..<20, using: &random) {
        case 0: .nan
        case 1: -Float.random(in: 0...50, using: &random)
        case 2: 5e6
        case 3: .infinity
        default: Float.random(in: 0...1000, using: &random)
        }
      }
      let footprints = try ["410100", "410102", "410103", "419001"].map {
        PlacedFootprint(
          settlement: $0,
          geometry: try square(
            Double.random(in: 109...113, using: &random),
            Double.random(in: 29...32, using: &random),
            Double.random(in: 0.01...2, using: &random)), isLocated: Bool.random(using: &random))
      }
      let (done, balance) = try run(grid, values, footprints)
      #expect(balance.relativeError < 1e-9, "seed \(seed)")
      let finite = values.filter(\.isFinite)
      let sum = finite.reduce(0.0) { $0 + Double($1) }
      #expect(abs(balance.read - sum) < 1e-9 * abs(sum))
      let people = try done.tables.counties.counts("population").reduce(0, +)
      #expect(people == Int(balance.kept.rounded()), "seed \(seed)")
      #expect(try done.tables.brokenSums().isEmpty, "seed \(seed)")
      #expect(
        done.report.findings(.refused).map(\.reason.english).contains {
          $0.contains("are negative")
        })
      #expect(done.report.counts[1].count == values.count { !$0.isFinite })
    }
  }

  @Test func aCountyThatIsCutOffStaysAsItIs() throws {
    // From 110 to 112.5 east: the third county is only half there.
    let grid = try RasterGrid(
      columns: 25, rows: 30, originX: 110, originY: 32.5, cellWidth: 0.1, cellHeight: 0.1,
      system: .epsg(4326))
    let values = [Float](repeating: 2, count: grid.cellCount)
    let (done, balance) = try run(grid, values)
    #expect(try done.tables.counties.counts("population") == [200, 200, 200, 200])
    #expect(try done.tables.counties.texts("population_kind")[2] == "estimated")
    #expect(done.report.findings(.refused).map(\.code) == ["410103"])
    #expect(balance.refused == 100 && balance.kept == 600 && balance.relativeError < 1e-9)
    let strict = userError { try run(grid, values, [], PopulationGridSettings(isStrict: true)) }
    #expect(strict?.code == "DR-270")
  }

  @Test func aMollweideGridIsReadWhenItIsStated() throws {
    // Cells of a kilometre round the image of the counties.
    let corner = Mollweide.project(Coordinate(longitude: 109.5, latitude: 32.5))
    let grid = try RasterGrid(
      columns: 560, rows: 380, originX: (corner.x / 1000).rounded() * 1000 - 30_000,
      originY: (corner.y / 1000).rounded() * 1000 + 1000, cellWidth: 1000, cellHeight: 1000,
      system: nil)
    let values = [Float](repeating: 1, count: grid.cellCount)
    #expect(userError { try run(grid, values) }?.code == "DR-183")
    let (done, balance) = try run(
      grid, values, [], PopulationGridSettings(plane: .worldMollweide))
    #expect(balance.relativeError < 1e-9)
    // An equal-area plane: a person a square kilometre is the square degree's area, on the sphere
    // R^2 (sin 31 - sin 30) pi / 180, to the cells on its edge.
    let people = try done.tables.counties.counts("population")
    let areas = [0.0150380749100, 0.0150380749100, 0.0150380749100, 0.0148811893232].map {
      $0 * 6378.137 * 6378.137 * Double.pi / 180
    }
    for (count, area) in zip(people, areas) { #expect(abs(Double(count) - area) < 0.01 * area) }
  }

  @Test func gridsThatAreNoneAreRefused() throws {
    let grid = try grid()
    #expect(
      userError { try run(grid, [Float](repeating: 0, count: grid.cellCount)) }?.code == "DR-272")
    #expect(
      userError { try run(grid, [Float](repeating: .nan, count: grid.cellCount)) }?.code
        == "DR-272")
    let path = try world.scratch.file("text.tif", "=1+1")
    let error = userError {
      try PopulationGridImport(
        into: world.tables(), boundaries: Boundaries(world.geodata), footprints: []
      ).run(path: path)
    }
    #expect(error?.code == "DR-172")
  }
}
