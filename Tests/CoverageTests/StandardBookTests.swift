import Coverage
import Geometry
import Radio
import Territory
import Testing

@Suite struct StandardBookTests {
  @Test func everyBundledStandardIsReadAndComplete() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    #expect(
      geodata.standardNames()
        == ["deep-coverage", "gigabit-city", "signal-upgrade-2025", "taiyuan-2018"])
    for name in geodata.standardNames() {
      let standard = try StandardBook.read(path: geodata.path("books/standards/\(name).yaml"))
      #expect(standard.name == name)
      #expect(Assessment(standard, kind: .city).target == .deep)
      for kind in SettlementKind.allCases {
        for rule in standard.rules(for: kind) {
          for criterion in rule.criteria { #expect(!criterion.threshold.source.isEmpty) }
        }
      }
    }
  }

  @Test func theBooksOfReachGrowWithPowerAndFallWithProbability() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    let morphologies = try MorphologyBook.read(path: geodata.path("books/morphologies.yaml"))
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
      }
    }
    let outdoor = [layers[2]]
    #expect(
      reach.radiiMetres("n28-4T4R", .town, outdoor)[0]
        > reach.radiiMetres("n1-4T4R", .town, outdoor)[0])
    #expect(reach.radiiMetres("unknown", .town, outdoor) == [0])
  }
}
