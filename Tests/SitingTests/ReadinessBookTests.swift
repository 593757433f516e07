import Geometry
import Siting
import Territory
import TestSupport
import Testing

@Suite struct ReadinessBookTests {
  private let bundled: String

  init() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    bundled = geodata.path("books/readiness.yaml")
  }

  @Test func theBundledWeightsSumToOne() throws {
    let book = try ReadinessBook.read(path: bundled)
    let weights = book.weights
    let sum =
      weights.seatPopulation.value + weights.shareableSitesAndFibre.value + weights.traffic.value
      + weights.industryAndTransport.value + weights.localSupport.value + weights.equity.value
    #expect(abs(sum - 1) < 1e-12)
    #expect(book.gates.backhaulKilometres.unit == "km")
    #expect(book.routeDetour.value >= 1)
  }

  @Test func aMissingKeyIsNamedWithItsPath() throws {
    let scratch = try Scratch()
    let text = try InputFile.text(at: bundled)
    let path = try scratch.file(
      "readiness.yaml", text.replacing("  equity:", with: "  fairness:"))
    let error = userError { try ReadinessBook.read(path: path) }
    #expect(error?.code == "DR-251")
    #expect(error?.problem.contains("weights.equity") == true)
  }
}
