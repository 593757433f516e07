import Coverage
import Geometry
import Radio
import Territory
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

  /// A standard may ask for stations or SINR alone.
  @Test func whereNothingAsksForALayerEverySignalIsService() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    func criterion(_ kind: CriterionKind, sinrDB: Double? = nil) -> Criterion {
      func figure(_ value: Double) -> Figure {
        Figure(value: value, unit: "1", kind: .judgement, source: "test")
      }
      return Criterion(
        criterion: kind, threshold: figure(0.5), rsrpDBm: nil, pointProbability: nil,
        sinrDB: sinrDB.map(figure))
    }
    let rules = [
      StatusRule(status: .reached, criteria: [criterion(.reach)]),
      StatusRule(status: .continuous, criteria: [criterion(.sinrShare, sinrDB: -3)]),
    ]
    let engine = AuditEngine(
      standard: Standard(
        name: "test", titleChinese: "", titleEnglish: "", description: "", source: "",
        city: rules, countySeat: rules, townSeat: rules),
      reach: try ReachBook(
        bands: BandBook.read(path: geodata.path("books/bands.yaml")),
        morphologies: MorphologyBook.read(path: geodata.path("books/morphologies.yaml")),
        layers: []),
      stationShare: 0.5, interference: Interference(neighbourLoad: 0.5, sinrDB: -3))
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 600), cellMetres: 50)
    let site = Site(
      id: "a", position: PlaneWorld.origin, group: .mobile, configurations: ["n41-64T64R"],
      heightMetres: 25, status: .existing, kind: .measured, settlement: nil)
    let state = engine.state(of: place, network: SiteIndex([site]), depth: .full)
    let audit = engine.audit(state, group: .mobile)
    let signal = try #require(audit.signal)
    #expect(signal.limiting[.interference] == place.grid.cellCount)
    #expect(signal.models == ["uma": place.grid.cellCount])
    #expect(audit.status == .continuous)
    let rasters = try #require(
      try SettlementRasters(state, Interference(neighbourLoad: 0.5, sinrDB: -3)))
    #expect(rasters.servers().entries.reduce(0) { $0 + $1.cells } == place.grid.cellCount)
    _ = rasters.samples(.limitingLink, servers: rasters.servers())
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
