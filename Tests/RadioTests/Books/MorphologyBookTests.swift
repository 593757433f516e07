import Geometry
import Radio
import Territory
import TestSupport
import Testing

@Suite struct MorphologyBookTests {
  private let geodata: Geodata
  private let book: MorphologyBook

  init() throws {
    geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    book = try MorphologyBook.read(path: geodata.path("books/morphologies.yaml"))
  }

  @Test func carriersAreConfigurationsOfTheirGroup() throws {
    let bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    for entry in book.morphologies {
      for group in NetworkGroup.allCases {
        let carriers = entry.carriers(group)
        for name in [carriers.main, carriers.second].compactMap({ $0 }) {
          #expect(bands.groupByConfiguration[name] == group, "\(entry.morphology) \(name)")
        }
        #expect(carriers.candidateSpacingMetres.value <= carriers.interSiteDistanceMetres.value)
      }
    }
  }

  @Test func everyBandHasAModelInEveryMorphology() throws {
    let bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    for morphology in Morphology.allCases {
      let entry = try #require(book.entry(morphology))
      for band in bands.bands {
        let model = try entry.choice(carrierGHz: band.centreGHz.value).first.model
        let near = model.nonLineOfSightLossDB(distance2DMetres: 100)
        let far = model.nonLineOfSightLossDB(distance2DMetres: 1000)
        #expect(near > 50 && far > near + 15, "\(morphology) \(band.name)")
      }
      #expect((0...1).contains(entry.highLossBuildingShare.value))
    }
  }

  @Test func denserMorphologiesStandCloser() throws {
    let order: [Morphology] = [.denseUrban, .urban, .suburban, .town, .rural]
    for group in NetworkGroup.allCases {
      let distances = try order.map {
        try #require(book.entry($0)).carriers(group).interSiteDistanceMetres.value
      }
      #expect(distances == distances.sorted())
    }
  }

  @Test(arguments: [
    ("morphology: rural", "morphology: town", "DR-311"),
    ("scenario: rma", "scenario: hata", "DR-251"),
  ]) func mistakesAreNamed(found: String, replacement: String, code: String) throws {
    let scratch = try Scratch()
    let text = try InputFile.text(at: geodata.path("books/morphologies.yaml"))
    #expect(text.contains(found))
    let path = try scratch.file(
      "morphologies.yaml", text.replacing(found, with: replacement))
    let error = userError { try MorphologyBook.read(path: path) }
    #expect(error?.code == code)
    #expect(error?.place == path)
  }
}
