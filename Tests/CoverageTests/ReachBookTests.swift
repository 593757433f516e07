import Coverage
import Geometry
import Radio
import Territory
import TestSupport
import Testing

@Suite struct ReachBookTests {
  private let geodata: Geodata
  private let morphologies: MorphologyBook

  init() throws {
    geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    morphologies = try MorphologyBook.read(path: geodata.path("books/morphologies.yaml"))
  }

  @Test func probabilityAndWallsShortenTheBundledRadii() throws {
    let bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    let layers = [0.5, 0.75, 0.9].flatMap { probability in
      [CoverageLayer.Place.outdoor, .indoor].map {
        CoverageLayer(place: $0, thresholdDBm: -110, pointProbability: probability)
      }
    }
    let reach = try ReachBook(bands: bands, morphologies: morphologies, layers: layers)
    for configuration in bands.configurations {
      for morphology in Morphology.allCases {
        let radii = reach.radiiMetres(configuration.name, morphology, layers)
        #expect(radii[0] >= radii[2] && radii[2] >= radii[4])
        #expect(radii[1] >= radii[3] && radii[3] >= radii[5])
        #expect(radii[0] > radii[1] && radii[4] > radii[5])
        #expect(reach.widestMetres(morphology, layers) >= radii[0])
      }
    }
    let outdoor = [layers[2]]
    #expect(
      reach.radiiMetres("n28-4T4R", .town, outdoor)[0]
        > reach.radiiMetres("n1-4T4R", .town, outdoor)[0])
    #expect(reach.radiiMetres("unknown", .town, outdoor) == [0])
  }

  @Test(arguments: [0.773, 2.6, 3.5, 4.85]) func morePowerNeverReachesLess(
    carrierGHz: Double
  ) throws {
    let powers = [1, 5, 20, 80, 320, 1280]
    let bands = try book(powersWatts: powers, carrierGHz: carrierGHz)
    let layers = [CoverageLayer.Place.outdoor, .indoor].map {
      CoverageLayer(place: $0, thresholdDBm: -100, pointProbability: 0.75)
    }
    let reach = try ReachBook(bands: bands, morphologies: morphologies, layers: layers)
    for morphology in Morphology.allCases {
      let radii = powers.map { reach.radiiMetres("\($0)W", morphology, layers) }
      for (less, more) in zip(radii, radii.dropFirst()) {
        #expect(more[0] >= less[0] && more[1] >= less[1], "\(morphology)")
      }
      #expect(radii[5][0] > radii[0][0] && radii[5][1] > radii[0][1], "\(morphology)")
    }
  }

  @Test func aStricterLevelNeverReachesFarther() throws {
    let bands = try book(powersWatts: [200], carrierGHz: 2.6)
    let layers = stride(from: -120.0, through: -70, by: 5).map {
      CoverageLayer(place: .outdoor, thresholdDBm: $0, pointProbability: 0.75)
    }
    let reach = try ReachBook(bands: bands, morphologies: morphologies, layers: layers)
    for morphology in Morphology.allCases {
      let radii = reach.radiiMetres("200W", morphology, layers)
      #expect(radii == radii.sorted(by: >), "\(morphology)")
      #expect(radii[0] > radii[10], "\(morphology)")
    }
  }

  /// Configurations that differ in power alone.
  private func book(powersWatts: [Int], carrierGHz: Double) throws -> BandBook {
    func figure(_ value: Double) -> String {
      "{value: \(value), unit: \"1\", kind: judgement, source: test}"
    }
    var lines = [
      "bodyLossDB: \(figure(3))", "noiseFigureDB: \(figure(7))", "bands:",
      "  - {name: b, group: mobile, duplex: TDD, centreGHz: \(figure(carrierGHz)),",
      "     bandwidthMHz: \(figure(100)), subcarrierSpacingKHz: \(figure(30)),",
      "     resourceBlocks: \(figure(273)), uplinkShare: \(figure(0.2)),",
      "     downlinkShare: \(figure(0.7))}", "userPowerDBm: \(figure(23))",
      "uplinkInterferenceMarginDB: \(figure(3))", "neighbourLoad: \(figure(0.5))",
      "configurations:",
    ]
    for power in powersWatts {
      lines += [
        "  - {name: \(power)W, band: b, conductedPowerWatts: \(figure(Double(power))),",
        "     ssbGainDBi: \(figure(18)), feederLossDB: \(figure(0)),",
        "     receiveGainDBi: \(figure(24)), receiveNoiseFigureDB: \(figure(3)),",
        "     spatialMultiplexing: \(figure(4)), horizontalBeamwidthDegrees: \(figure(65)),",
        "     verticalBeamwidthDegrees: \(figure(65)), frontToBackDB: \(figure(30)),",
        "     downtiltDegrees: \(figure(3)),",
        "     idlePowerKilowatts: \(figure(1)), fullPowerKilowatts: \(figure(2)),",
        "     equipmentYuan: \(figure(1))}",
      ]
    }
    let scratch = try Scratch()
    let text = lines.joined(separator: "\n") + "\n"
    return try BandBook.read(path: scratch.file("bands.yaml", text))
  }
}
