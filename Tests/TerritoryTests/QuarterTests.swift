import Territory
import Testing

@Suite struct QuarterTests {
  @Test(arguments: [("2021Q1", 2021, 1), ("2025q4", 2025, 4)]) func reads(
    text: String, year: Int, quarter: Int
  ) throws {
    let read = try #require(Quarter(text))
    #expect(read == Quarter(year: year, quarter: quarter))
    #expect(Quarter(read.description) == read)
  }

  @Test(arguments: ["", "2021", "2021Q5", "2021Q0", "21Q1", "2021-Q1", "2021Q1x", "Q1", "9999Q1"])
  func refuses(text: String) { #expect(Quarter(text) == nil) }

  @Test func advancesOverTheYear() {
    #expect(Quarter(year: 2021, quarter: 4).advanced(by: 1).description == "2022Q1")
    #expect(Quarter(year: 2021, quarter: 1).advanced(by: -1).description == "2020Q4")
    #expect(Quarter(year: 2021, quarter: 4) < Quarter(year: 2022, quarter: 1))
  }
}
