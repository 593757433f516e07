import Geometry
import Radio
import Territory
import TestSupport
import Testing

@Suite struct StationBookTests {
  @Test func theBundledCountsRise() throws {
    let book = try bundled()
    let counts = book.published.map(\.stations.value)
    #expect(counts == counts.sorted())
    #expect(book.regionShares.keys.sorted() == ["central", "east", "northeast", "west"])
    #expect(abs(book.regionShares.values.reduce(0, +) - 1) < 1e-12)
    #expect(book.weights[.city] == 1)
    #expect(book.weights.count == SettlementKind.allCases.count)
  }

  @Test(
    arguments: [
      ("2019Q4", nil), ("2020Q1", "2019-12"), ("2020Q4", "2019-12"), ("2021Q1", "2020-12"),
      ("2021Q2", "2021-03"), ("2022Q1", "2021-12"), ("2199Q4", "2022-12"),
    ] as [(String, String?)]) func theCountBeforeAQuarterIsTheLatestOfThose(
      quarter: String, date: String?
    ) throws
  {
    #expect(try bundled().count(before: #require(Quarter(quarter)))?.date == date)
  }

  @Test(arguments: [
    (["2021-12", "2020-12"], "town-seat"), (["2020-12", "2020-12"], "town-seat"),
    (["2020-12", "2020-2"], "town-seat"), (["2020-13"], "town-seat"), (["2020"], "town-seat"),
    (["December"], "town-seat"), (["2020-12"], "hamlet"),
  ]) func mistakesAreNamed(dates: [String], kind: String) throws {
    let scratch = try Scratch()
    let path = try scratch.file("stations.yaml", Self.text(dates, kind))
    let error = userError { try StationBook.read(path: path) }
    #expect(error?.code == "DR-312")
    #expect(error?.place == path)
    #expect(error?.status == .badData)
  }

  @Test func monthsAreOrderedAsMonths() throws {
    let scratch = try Scratch()
    let path = try scratch.file("s.yaml", Self.text(["2020-2", "2020-12", "2021-1"], "town-seat"))
    let book = try StationBook.read(path: path)
    #expect(book.count(before: Quarter(year: 2021, quarter: 1))?.date == "2020-12")
  }

  private func bundled() throws -> StationBook {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    return try StationBook.read(path: geodata.path("books/stations.yaml"))
  }

  private static func text(_ dates: [String], _ kind: String) -> String {
    let figure = "{value: 0.5, unit: \"1\", kind: judgement, source: test}"
    let published = dates.map { "  - {date: \"\($0)\", stations: \(figure)}\n" }.joined()
    return "published:\n\(published)regionStations: {}\nshareOfGroup: \(figure)\n"
      + "residentWeights: {city: \(figure), county-seat: \(figure), \(kind): \(figure)}\n"
  }
}
