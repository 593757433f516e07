import Geometry
import Siting
import Territory
import TestSupport
import Testing

@Suite struct CostBookTests {
  private let bundled: String

  init() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    bundled = geodata.path("books/costs.yaml")
  }

  @Test func theBundledBookIsRead() throws {
    let book = try CostBook.read(path: bundled)
    #expect(book.publishedInvestmentYuanPerYear.value == 184_900_000_000)
    #expect(book.shareOnExistingSites.value == 0.97)
    #expect(book.newTowerYuan.unit == "yuan")
  }

  @Test(
    arguments: [
      ("value: 0.97,", "value: 1.01,", "DR-510", "shareOnExistingSites"),
      ("value: 0.3,", "value: -0.1,", "DR-510", "meanLoad"),
      ("value: 275000,", "value: -1,", "DR-510", "newTowerYuan"),
      ("value: 40000,", "value: 1e300,", "DR-510", "installationYuan"),
      ("value: 0.3,", "value: .nan,", "DR-251", nil),
      ("fibreYuanPerMetre:", "fibreYuan:", "DR-251", nil),
    ] as [(String, String, String, String?)]) func aFigureThatCannotBeIsRefused(
      found: String, replacement: String, code: String, key: String?
    ) throws
  {
    let scratch = try Scratch()
    let text = try InputFile.text(at: bundled)
    let path = try scratch.file(
      "costs.yaml", text.replacing(found, with: replacement))
    let error = userError { try CostBook.read(path: path) }
    #expect(error?.code == code)
    #expect(error?.status == .badData)
    #expect(error?.place == (key.map { "\(path): \($0)" } ?? path))
  }
}
