import Coverage
import Geometry
import Radio
import TestSupport
import Territory
import Testing

@Suite("A path loss model with what measurements add")
struct PathLossCorrectionTests {
  private let correction: PathLossCorrection

  init() throws {
    correction = try PathLossCorrection(
      offsetDB: -4, slopeDBPerDecade: 6, referenceMetres: 100, validMetres: 50...1000)
  }

  @Test("the slope ends where measurements end")
  func clamped() throws {
    #expect(correction.levelDB(atMetres: 100) == -4)
    #expect(abs(correction.levelDB(atMetres: 1000) - 2) < 1e-12)
    #expect(correction.levelDB(atMetres: 5000) == correction.levelDB(atMetres: 1000))
    #expect(correction.levelDB(atMetres: 0) == correction.levelDB(atMetres: 50))
  }

  @Test("losses of a mast's map fall by the levels, in maps and in mixtures")
  func maps() throws {
    let grid = try MastWorld.grid(radiusMetres: 1500)
    let plain = try MastWorld.statistical(grid)
    let tuned = try SitePrediction(grid, by: plain.propagation.corrected(by: correction))
    for (index, distance) in MastWorld.distances(grid).enumerated()
    where plain.points[index].state == .computed {
      let level = correction.levelDB(atMetres: distance)
      let fall = Double(plain.points[index].lossDB - tuned.points[index].lossDB)
      #expect(abs(fall - level) < 1e-4)
      let offset = MastWorld.offset(grid, index)
      let before = try #require(plain.propagation.mixture(of: plain.points[index], at: offset))
      let after = try #require(tuned.propagation.mixture(of: tuned.points[index], at: offset))
      #expect(abs(before.first.lossDB - after.first.lossDB - level) < 1e-9)
    }
    let none = try SitePrediction(grid, by: plain.propagation.corrected(by: nil))
    #expect(none.points.map(\.state) == plain.points.map(\.state))
  }

  @Test(
    "audits reach farther with a better world, nearer with a worse, and only where it was tuned")
  func audits() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let morphologies = try MorphologyBook.read(path: geodata.path("books/morphologies.yaml"))
    let bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    let layers = [CoverageLayer(place: .outdoor, thresholdDBm: -105, pointProbability: 0.9)]
    func radius(_ offset: Double?, _ morphology: Morphology = .urban) throws -> Double {
      var corrections: [CalibrationGroup: PathLossCorrection] = [:]
      if let offset {
        corrections[CalibrationGroup(morphology: .urban, band: "n41")] = try PathLossCorrection(
          offsetDB: offset, referenceMetres: 300, validMetres: 50...2000)
      }
      let book = try ReachBook(
        bands: bands, morphologies: morphologies, layers: layers, corrections: corrections)
      return book.radiiMetres("n41-64T64R", morphology, layers)[0]
    }
    let plain = try radius(nil)
    #expect(try radius(6) > plain * 1.2)
    #expect(try radius(-6) < plain / 1.2)
    #expect(try radius(0) == plain)
    #expect(try radius(6, .town) == radius(nil, .town))
  }

  @Test("the strongest server is the one that maps show, at the level that they show")
  func strongestServer() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let morphologies = try MorphologyBook.read(path: geodata.path("books/morphologies.yaml"))
    let bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    let position = PlaneWorld.origin
    func site(_ id: String, _ east: Double) -> Site {
      Site(
        id: id, position: Coordinate(x: position.x + east, y: position.y), group: .mobile,
        configurations: ["n41-64T64R"], heightMetres: 30, status: .existing, kind: .measured,
        settlement: nil)
    }
    let grid = try MastWorld.grid(radiusMetres: 1000)
    let configuration = try #require(bands.configuration("n41-64T64R"))
    let radio = try MastRadio(configuration, try #require(bands.band("n41")), bands)
    let scenario = try #require(morphologies.entry(.urban)).scenario
    let propagation = try #require(
      try PredictionModel.auto.propagation(
        scenario: scenario, carrierGHz: radio.carrierGHz,
        mastHeightMetres: 30, userHeightMetres: 1.5))
    let map = try MastCoverage(
      try SitePrediction(grid, by: propagation), radio: radio, layout: .threeSectors,
      entry: .outdoors, requiredRSRPDBm: -105, requiredUplinkMbps: 1
    ).values(.rsrp)
    func prediction(_ sites: [Site], _ model: PredictionModel = .auto, band: String? = nil) throws
      -> ServerPrediction
    {
      try ServerPrediction(
        sites, bands: bands, morphologies: morphologies, wanted: [.urban], model: model,
        onlyBand: band)
    }
    let lone = try prediction([site("a", 0)])
    let two = try prediction([site("far", 0.01), site("a", 0)])
    var led = 0
    for (index, distance) in MastWorld.distances(grid).enumerated() where distance <= 1000 {
      let plane = grid.plane.plane(of: MastWorld.offset(grid, index))
      let server = try #require(lone.strongest(at: plane, .urban))
      #expect(abs(server.levelDBm - Double(map[index])) < 1e-3)
      #expect(abs(server.distanceMetres - distance) < 0.01 && server.band == "n41")
      #expect(server.leadDB == .infinity && server.site == 0)
      let best = try #require(two.strongest(at: plane, .urban))
      #expect(best.levelDBm >= server.levelDBm && best.leadDB >= 0 && best.leadDB < .infinity)
      led += best.site == 1 ? 1 : 0
    }
    #expect(led > 100)
    let plane = Albers.china.project(position)
    #expect(lone.strongest(at: plane, .rural) == nil)
    #expect(try prediction([site("a", 0)], band: "n28").strongest(at: plane, .urban) == nil)
    #expect(lone.strongest(at: Coordinate(x: 1e6, y: 1e6), .urban) == nil)
    #expect(userError { try prediction([], .terrain) }?.code == "DR-908")
  }
}
