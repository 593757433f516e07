import Geometry
import Territory
import TestSupport
import Testing

@Suite struct QuarterTests {
  @Test(arguments: [
    ("2021Q1", 2021, 1), ("2025q4", 2025, 4), ("1900Q1", 1900, 1), ("2199Q4", 2199, 4),
  ]) func reads(
    text: String, year: Int, quarter: Int
  ) throws {
    let read = try #require(Quarter(text))
    #expect(read == Quarter(year: year, quarter: quarter))
    #expect(Quarter(read.description) == read)
  }

  @Test(arguments: [
    "", "2021", "2021Q5", "2021Q0", "21Q1", "2021-Q1", "2021Q1x", "Q1", "9999Q1", "1899Q4",
    "2200Q1", " 2021Q1", "2021Q-1", "2021QQ1", "2021Q１", "2021年Q1",
  ])
  func refuses(text: String) { #expect(Quarter(text) == nil) }

  @Test func booksHoldItAsText() throws {
    let scratch = try Scratch()
    let quarters = try BookReader.read(
      [Quarter].self, path: scratch.file("quarters.yaml", "[2021Q1, 2022Q3]\n"))
    #expect(quarters == [Quarter(year: 2021, quarter: 1), Quarter(year: 2022, quarter: 3)])
    let path = try scratch.file("bad.yaml", "[2021Q7]\n")
    let error = userError { try BookReader.read([Quarter].self, path: path) }
    #expect(error?.code == "DR-251")
    #expect(error?.problem.contains("2021Q7") == true)
  }

  @Test func advancesOverTheYear() {
    #expect(Quarter(year: 2021, quarter: 4).advanced(by: 1).description == "2022Q1")
    #expect(Quarter(year: 2021, quarter: 1).advanced(by: -1).description == "2020Q4")
    #expect(Quarter(year: 2021, quarter: 4) < Quarter(year: 2022, quarter: 1))
  }
}
