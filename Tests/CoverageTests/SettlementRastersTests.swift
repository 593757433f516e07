import Coverage
import Geometry
import Radio
import TestSupport
import Testing

@Suite struct SettlementRastersTests {
  @Test func rastersShowWhatTheSurfaceHolds() throws {
    let world = try SurfaceWorld(sideMetres: 1000)
    let layers = [CoverageLayer(place: .outdoor, thresholdDBm: -105, pointProbability: 0.75)]
    var state = CoverageState(
      world.place, layers: layers,
      surface: NetworkSurface(world.place.grid, reachMetres: 5000))
    let service = ServiceProbability(
      model: world.model, budget: world.budget, thresholdDBm: -105, place: .outdoors,
      sector: .init(.element, heightDifferenceMetres: 23.5))
    let reach = StationReach(
      pattern: .element, contours: [ServiceContour(service, probability: 0.75)],
      carrier: try world.carrier(services: [service]))
    state.add(
      reach.facing(.threeSectors),
      at: SitePlacement(position: world.place.center, frame: world.place.frame), isOwn: true,
      site: 0)
    let rasters = try #require(
      try SettlementRasters(state, Interference(neighbourLoad: 0.5, sinrDB: -3)))
    let servers = rasters.servers()
    #expect(rasters.grid.system == .chinaAlbers)
    #expect(servers.entries.map(\.number) == [1, 2, 3])
    #expect(servers.entries.map(\.azimuthDegrees) == [0, 120, 240])
    #expect(servers.entries.reduce(0) { $0 + $1.cells } == world.place.grid.cellCount)

    let rsrp = floats(rasters.samples(.rsrp, servers: servers))
    let people = floats(rasters.samples(.population, servers: servers))
    let chances = floats(rasters.samples(.outdoorProbability, servers: servers))
    #expect(rsrp.count { $0.isFinite } == world.place.grid.cellCount)
    let residents = people.filter(\.isFinite).reduce(0, +)
    #expect(abs(residents / 100_000 - 1) < 1e-3)
    for (level, chance) in zip(rsrp, chances) where level.isFinite {
      #expect((0...1).contains(chance))
    }
    guard case .int32(let numbers, let noData) = rasters.samples(.bestServer, servers: servers)
    else {
      Issue.record("best-server is not a raster of integers")
      return
    }
    #expect(noData == 0)
    #expect(Set(numbers).subtracting([0]) == [1, 2, 3])
    // What the probability calls served is what the contour encloses; its radii are tabulated.
    let served = chances.count { $0 >= 0.75 }
    #expect(abs(served - state.masks[0].servedCount) <= 4)
    let outline = try rasters.outline(ofLayer: 0)
    #expect(outline.isValid)
    #expect(abs(outline.area / (Double(state.masks[0].servedCount) * 2500) - 1) < 0.02)
  }

  /// The strongest carrier outdoors is not always the surest inside: a cell that any carrier serves
  /// shows that carrier's probability.
  @Test func probabilityIsThatOfTheSurestCarrier() throws {
    let world = try SurfaceWorld(sideMetres: 1000)
    func service(_ thresholdDBm: Double) -> ServiceProbability {
      ServiceProbability(
        model: world.model, budget: world.budget, thresholdDBm: thresholdDBm, place: .outdoors)
    }
    let weaker = try LinkBudget(
      conductedPowerWatts: 20, resourceBlocks: 273, subcarrierSpacingKHz: 30, ssbGainDBi: 18)
    func reach(_ band: String, _ budget: LinkBudget, _ service: ServiceProbability) throws
      -> SectorReach
    {
      StationReach(
        pattern: .element, contours: [ServiceContour(service, probability: 0.75)],
        carrier: CarrierLevel(
          band: band,
          level: try SectorLevel(
            model: world.model, budget: budget, pattern: .element, heightDifferenceMetres: 23.5,
            limitMetres: 5000),
          noiseDBm: -122, model: "uma",
          capacity: try CellCapacity(
            bandwidthMHz: 100, downlinkShare: 0.7, spatialMultiplexing: 4.5),
          uplinkLessDownlinkDB: [0], thresholdsDBm: [-105], services: [service])
      ).facing(.omnidirectional)
    }
    let layers = [CoverageLayer(place: .outdoor, thresholdDBm: -105, pointProbability: 0.75)]
    func chances(_ reaches: [SectorReach]) throws -> [Float] {
      var state = CoverageState(
        world.place, layers: layers, surface: NetworkSurface(world.place.grid, reachMetres: 5000))
      let placement = SitePlacement(position: world.place.center, frame: world.place.frame)
      for reach in reaches { state.add(reach, at: placement, isOwn: true, site: 0) }
      let rasters = try #require(
        try SettlementRasters(state, Interference(neighbourLoad: 0.5, sinrDB: -3)))
      let chances = floats(rasters.samples(.outdoorProbability, servers: rasters.servers()))
      // Tabulated radii leave a cell or two on the edge.
      #expect(abs(chances.count { $0 >= 0.75 } - state.masks[0].servedCount) <= 4)
      return chances
    }
    let strong = try reach("n78", world.budget, service(-70))
    let sure = try reach("n28", weaker, service(-90))
    let both = try chances([strong, sure])
    let apart = zip(try chances([strong]), try chances([sure])).map { max($0, $1) }
    #expect(zip(both, apart).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
    #expect(try chances([strong]) != both)
  }

  private func floats(_ samples: RasterSamples) -> [Float] {
    guard case .float32(let values) = samples else { return [] }
    return values
  }
}
