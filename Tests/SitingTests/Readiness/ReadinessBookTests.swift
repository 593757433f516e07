import Foundation
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

  @Test func theBundledWeightsSumToOneAndNameTheirSources() throws {
    let book = try ReadinessBook.read(path: bundled)
    let weights = ReadinessSignal.allCases.map { book.weights[$0] }
    #expect(abs(weights.reduce(0) { $0 + $1.value } - 1) < 1e-12)
    #expect(weights.allSatisfy { $0.source.count > 20 })
    #expect(book.gates.backhaulKilometres.unit == "km")
    #expect(book.gates.localCommitment.value == 0)
    #expect(book.routeDetour.value >= 1)
  }

  @Test func everySignalHasAWeightOfItsOwn() throws {
    let book = try ReadinessBook.read(path: bundled)
    #expect(Set(ReadinessSignal.allCases.map { book.weights[$0].source }).count >= 7)
    #expect(book.weights[.industry].value == book.weights.industry.value)
    #expect(book.weights[.localSupport].value == book.weights.localSupport.value)
  }

  @Test(arguments: ["  equity:", "  industry:", "  localCommitment:", "fullScores:"])
  func aMissingKeyIsNamedWithItsPath(key: String) throws {
    let scratch = try Scratch()
    let text = try InputFile.text(at: bundled)
    let name = key.trimming
    let path = try scratch.file(
      "readiness.yaml", text.replacing("\n" + key, with: "\n" + key.replacing(name, with: "x")))
    let error = userError { try ReadinessBook.read(path: path) }
    #expect(error?.code == "DR-251")
    #expect(error?.problem.contains(name) == true, "\(error?.problem ?? "")")
  }

  @Test(
    arguments: [
      ("value: 30\n", "value: -1\n", "backhaulKilometres"),
      ("value: 1\n", "value: 0.5\n", "powerAvailable"),
      ("value: 0\n", "value: 2\n", "localCommitment"),
      ("value: 1.3\n", "value: 0.9\n", "routeDetour"),
      ("value: 0.10\n", "value: -0.1\n", "industry"),
      ("value: 15.95\n", "value: 0\n", "trafficGigabytes"),
      ("value: 50000\n", "value: -5\n", "seatPopulation"),
    ]) func aFigureThatCannotBeIsRefused(found: String, replacement: String, key: String) throws
  {
    let scratch = try Scratch()
    let text = try InputFile.text(at: bundled)
    let start = try #require(text.range(of: found))
    let path = try scratch.file(
      "readiness.yaml", text.replacingCharacters(in: start, with: replacement))
    let error = userError { try ReadinessBook.read(path: path) }
    #expect(error?.code == "DR-587")
    #expect(error?.place.contains(key) == true, "\(error?.place ?? "")")
  }

  @Test func weightsThatAreAllZeroAreRefused() throws {
    let scratch = try Scratch()
    var text = try InputFile.text(at: bundled)
    for weight in ["0.20", "0.10", "0.05"] {
      text = text.replacing("value: \(weight)\n", with: "value: 0\n")
    }
    let path = try scratch.file("readiness.yaml", text)
    #expect(userError { try ReadinessBook.read(path: path) }?.code == "DR-587")
  }
}

extension String {
  /// A key without indent and colon.
  fileprivate var trimming: String { filter { $0 != " " && $0 != ":" } }
}
