import Coverage
import Geometry
import Radio
import TestSupport
import Testing

@Suite struct SurfaceSummaryTests {
  @Test func aLoneOwnStationsCapacityIsItsSectorsAtTheMeanEfficiency() throws {
    let world = try SurfaceWorld(sideMetres: 600)
    var surface = NetworkSurface(world.place.grid, reachMetres: 5000)
    surface.add(try world.transmitter(0, 0, .threeSectors))
    let summary = SurfaceSummary(surface, Interference(neighbourLoad: 0, sinrDB: -3), layer: 0)
    #expect(summary.carriers.map(\.band) == ["n78"])
    #expect(summary.carriers[0].sectors == 3)
    // Alone and near the mast all but a few cells, between the sectors, are above the 30 dB where the
    // bound is cut off: 5.98 bit/s/Hz.
    let expected = 3 * 100 * 0.7 * 4.5 * 0.6 * 9.967226
    #expect((0.99...1.0001).contains(summary.capacityMbps / expected))
    #expect(summary.models == ["uma": world.place.grid.cellCount])
    #expect(summary.sinr.cells == world.place.grid.cellCount)
    // The uplink of this carrier gives out 10 dB before the downlink, everywhere.
    #expect(summary.limiting[.uplink] == world.place.grid.cellCount)
  }

  @Test func aNeighboursStationAddsNoCapacity() throws {
    let world = try SurfaceWorld(sideMetres: 600)
    var surface = NetworkSurface(world.place.grid, reachMetres: 5000)
    let own = try world.transmitter(0, 0, .threeSectors)
    surface.add(
      Transmitter(
        placement: own.placement, antenna: own.antenna, carrier: own.carrier, isOwn: false))
    let summary = SurfaceSummary(surface, Interference(neighbourLoad: 0.5, sinrDB: -3), layer: 0)
    #expect(summary.capacityMbps == 0)
    #expect(summary.carriers[0].sectors == 0)
  }

  @Test func loadLowersSINRAndCapacity() throws {
    let world = try SurfaceWorld(sideMetres: 1500)
    var surface = NetworkSurface(world.place.grid, reachMetres: 5000)
    for east in stride(from: -900.0, through: 900, by: 450) {
      surface.add(try world.transmitter(east, 0, .threeSectors))
    }
    let summaries = [0.0, 0.3, 0.6, 1].map {
      SurfaceSummary(surface, Interference(neighbourLoad: $0, sinrDB: -3), layer: 0)
    }
    for (less, more) in zip(summaries, summaries.dropFirst()) {
      #expect(more.capacityMbps < less.capacityMbps)
      let (one, other) = (less.sinr.medianDB ?? 0, more.sinr.medianDB ?? 0)
      #expect(other < one)
      #expect(
        more.share(sinrAtLeastDB: 0, cells: surface.grid.cellCount)
          <= less.share(sinrAtLeastDB: 0, cells: surface.grid.cellCount))
    }
    #expect(summaries[3].limiting[.interference] ?? 0 > 0)
  }

  @Test func aPlaceWithoutASignalSaysSo() throws {
    let world = try SurfaceWorld(sideMetres: 600)
    let surface = NetworkSurface(world.place.grid, reachMetres: 5000)
    let summary = SurfaceSummary(surface, Interference(neighbourLoad: 0.5, sinrDB: -3), layer: 0)
    #expect(summary.models == ["none": world.place.grid.cellCount])
    #expect(summary.limiting[.none] == world.place.grid.cellCount)
    #expect(summary.sinr.medianDB == nil)
    #expect(summary.share(sinrAtLeastDB: -30, cells: 10) == 0)
    #expect(summary.capacityMbps == 0)
  }

  @Test func theLeastMarginLimits() {
    #expect(LimitingLink.least(downlinkDB: 1, uplinkDB: 2, interferenceDB: 3) == .downlink)
    #expect(LimitingLink.least(downlinkDB: 2, uplinkDB: 1, interferenceDB: 3) == .uplink)
    #expect(LimitingLink.least(downlinkDB: 3, uplinkDB: 2, interferenceDB: 1) == .interference)
    #expect(LimitingLink.least(downlinkDB: 1, uplinkDB: 1, interferenceDB: 1) == .downlink)
    #expect(Set(LimitingLink.allCases.map(\.code)).count == 4)
  }

  @Test func theReachFollowsTheInterSiteDistance() {
    // A hexagonal lattice of 400 m has a site on 138 564 square metres.
    #expect(
      abs(NetworkSurface.reachMetres(sites: 100, areaSquareMetres: 13_856_406) - 1600) < 0.1)
    #expect(NetworkSurface.reachMetres(sites: 1000, areaSquareMetres: 13_856_406) == 1200)
    #expect(NetworkSurface.reachMetres(sites: 0, areaSquareMetres: 1) == 5000)
    #expect(NetworkSurface.reachMetres(sites: 1, areaSquareMetres: 1e9) == 5000)
  }
}

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

  private func floats(_ samples: RasterSamples) -> [Float] {
    guard case .float32(let values) = samples else { return [] }
    return values
  }
}

@Suite struct SINRDistributionTests {
  @Test func aSurfaceOfTwoLevelsHasTwoSteps() throws {
    let world = try SurfaceWorld(sideMetres: 600)
    var surface = NetworkSurface(world.place.grid, reachMetres: 5000)
    surface.add(try world.transmitter(0, 0, .omnidirectional))
    surface.add(try world.transmitter(0, 0, .omnidirectional))
    // Two equal cells at full load: 0 dB everywhere, as noise is far below.
    let summary = SurfaceSummary(surface, Interference(neighbourLoad: 1, sinrDB: -3), layer: 0)
    #expect(summary.sinr.share(atLeastDB: -0.2) == 1)
    #expect(summary.sinr.share(atLeastDB: 0.2) == 0)
    #expect(abs(summary.sinr.medianDB ?? 9) < 0.2)
  }
}
