import Coverage
import Geometry
import Radio
import TestSupport
import Testing

/// Surfaces of a synthetic town: closed forms, and the incremental way against the whole.
@Suite struct CarrierSurfaceTests {
  @Test func oneOmnidirectionalMastIsItsLevelTable() throws {
    let world = try SurfaceWorld(sideMetres: 2000)
    var surface = CarrierSurface(world.place.grid, reachMetres: 5000)
    surface.add(try world.transmitter(0, 0, .omnidirectional))
    world.place.grid.forEachCell { cell, position in
      let local = world.place.frame.local(position)
      let distance = (local.x * local.x + local.y * local.y).squareRoot()
      let expected =
        world.budget.ssRSRP(
          lossDB: world.model.meanLossDB(distance2DMetres: distance))
        - SectorPattern.element.verticalLossDB(
          distanceMetres: distance, heightDifferenceMetres: 23.5)
      // The table is linear over 2 m; within the first metres the loss bends most.
      if distance > 20 { #expect(abs(Double(surface.best[cell]) - expected) < 0.01) }
      #expect(surface.transmitterIndex(ofCell: cell) == 0)
    }
  }

  @Test func theStrongerOfTwoServesItsHalf() throws {
    let world = try SurfaceWorld(sideMetres: 2000)
    var surface = CarrierSurface(world.place.grid, reachMetres: 5000)
    surface.add(try world.transmitter(-500, 0, .omnidirectional))
    surface.add(try world.transmitter(500, 0, .omnidirectional))
    world.place.grid.forEachCell { cell, position in
      let local = world.place.frame.local(position)
      if abs(local.x) > 1 {
        #expect(surface.transmitterIndex(ofCell: cell) == (local.x < 0 ? 0 : 1))
      }
    }
  }

  @Test(arguments: 0..<12) func takingAwayIsNotHavingAdded(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let world = try SurfaceWorld(sideMetres: 3000)
    let all = try (0..<12).map { _ in
      try world.transmitter(
        .random(in: -2000...2000, using: &random), .random(in: -2000...2000, using: &random),
        .threeSectors)
    }
    var surface = CarrierSurface(world.place.grid, reachMetres: 1500)
    for transmitter in all { surface.add(transmitter) }
    let gone = Set((0..<4).map { _ in Int.random(in: 0..<12, using: &random) })
    for index in gone.sorted() { surface.remove(index) }
    for index in gone { surface.remove(index) }  // A second time changes nothing.
    // From nothing, with the same numbers: those that are gone are added and taken away first.
    var fresh = CarrierSurface(world.place.grid, reachMetres: 1500)
    for (index, transmitter) in all.enumerated() {
      fresh.add(transmitter)
      if gone.contains(index) { fresh.remove(index) }
    }
    #expect(surface.server == fresh.server)
    #expect(surface.best == fresh.best)
    for cell in 0..<world.place.grid.cellCount {
      let scale = max(fresh.total[cell], 1e-3)
      #expect(abs(surface.total[cell] - fresh.total[cell]) / scale < 1e-4)
    }
  }

  @Test(arguments: 0..<6) func moreTransmittersNeverLowerTheBestLevel(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let world = try SurfaceWorld(sideMetres: 2000)
    var surface = CarrierSurface(world.place.grid, reachMetres: 5000)
    for _ in 0..<6 {
      let before = surface
      surface.add(
        try world.transmitter(
          .random(in: -1500...1500, using: &random), .random(in: -1500...1500, using: &random),
          .threeSectors))
      #expect(zip(before.best, surface.best).allSatisfy { $0 <= $1 })
      #expect(zip(before.total, surface.total).allSatisfy { $0 <= $1 })
    }
  }

  /// What is left out beyond four inter-site distances costs little: held to a tenth of a decibel at
  /// the median, a quarter at nearly every cell.
  @Test func theReachLeavesOutLittle() throws {
    let world = try SurfaceWorld(sideMetres: 1000)
    let spacing = 400.0
    var near = CarrierSurface(
      world.place.grid,
      reachMetres: NetworkSurface.reachMetres(
        sites: 100, areaSquareMetres: 100 * spacing * spacing * 3.0.squareRoot() / 2))
    var far = CarrierSurface(world.place.grid, reachMetres: 5000)
    for row in -15...15 {
      for column in -15...15 {
        let transmitter = try world.transmitter(
          (Double(column) + Double(row % 2) / 2) * spacing,
          Double(row) * spacing * 3.0.squareRoot() / 2, .threeSectors)
        near.add(transmitter)
        far.add(transmitter)
      }
    }
    #expect(abs(near.reachMetres - 1600) < 1)
    func sinr(_ surface: CarrierSurface) -> [Float] {
      SectorKernel.sinr(best: surface.best, total: surface.total, noiseDBm: -122.2, load: 0.5)
    }
    let lost = zip(sinr(near), sinr(far)).map { $0 - $1 }.sorted()
    #expect(lost[0] >= -1e-3)
    #expect(lost[lost.count / 2] < 0.25)
    #expect(lost[lost.count * 99 / 100] < 0.6)
    #expect(near.server == far.server)
  }
}

/// A square town with a 3.5 GHz UMa carrier.
struct SurfaceWorld {
  let place: AssessedPlace
  let model: UrbanMacro
  let budget: LinkBudget

  init(sideMetres: Double) throws {
    place = AssessedPlace(try PlaneWorld.square(sideMetres: sideMetres), cellMetres: 50)
    model = try UrbanMacro(carrierGHz: 3.5, baseStationHeightMetres: 25, userHeightMetres: 1.5)
    budget = try LinkBudget(
      conductedPowerWatts: 200, resourceBlocks: 273, subcarrierSpacingKHz: 30, ssbGainDBi: 18)
  }

  func carrier(services: [ServiceProbability] = []) throws -> CarrierLevel {
    CarrierLevel(
      band: "n78",
      level: try SectorLevel(
        model: model, budget: budget, pattern: .element, heightDifferenceMetres: 23.5,
        limitMetres: 5000),
      noiseDBm: budget.noisePerResourceElementDBm, model: "uma",
      capacity: try CellCapacity(bandwidthMHz: 100, downlinkShare: 0.7, spatialMultiplexing: 4.5),
      uplinkLessDownlinkDB: [-10],
      thresholdsDBm: [-105], services: services)
  }

  func transmitter(
    _ east: Double, _ north: Double, _ sectors: SectorLayout
  ) throws -> Transmitter {
    Transmitter(
      placement: SitePlacement(
        position: place.frame.plane(Coordinate(x: east, y: north)), frame: place.frame),
      antenna: SectorAntenna(.element, sectors), carrier: try carrier(), isOwn: true)
  }
}
