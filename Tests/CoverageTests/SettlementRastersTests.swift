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

  private func floats(_ samples: RasterSamples) -> [Float] {
    guard case .float32(let values) = samples else { return [] }
    return values
  }
}
