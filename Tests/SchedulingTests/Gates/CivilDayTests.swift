import Scheduling
import Territory
import Testing

/// Days of the calendar against known ones and against themselves.
@Suite struct CivilDayTests {
  @Test func knownDays() {
    for (text, number) in [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
      ("2021-01-01", 18_628), ("2024-12-31", 20_088), ("1900-03-01", -25_508),
    ] {
      #expect(CivilDay(text)?.number == number, "\(text)")
      #expect(CivilDay(number: number).description == text)
    }
    #expect(CivilDay(firstOf: Quarter(year: 2021, quarter: 3)).description == "2021-07-01")
    #expect(CivilDay("2021-12-31")?.advanced(by: 1).description == "2022-01-01")
  }

  @Test func everyDayOfThreeCenturiesComesBack() throws {
    let first = try #require(CivilDay("1900-01-01"))
    var last = first.advanced(by: -1)
    for offset in 0..<109_573 {
      let day = first.advanced(by: offset)
      #expect(CivilDay(day.description) == day)
      #expect(last < day)
      last = day
    }
    #expect(last.description == "2199-12-31")
  }

  @Test(
    arguments: [
      "", "2021-1-01", "2021-13-01", "2021-00-10", "2021-02-29", "1900-02-29", "2021-04-31",
      "2021/01/01", "20210101", "2021-01-01 ", "-021-01-01", "2200-01-01", "２021-01-01",
      "2021-01-0x",
    ]) func otherTextsAreNoDays(text: String)
  {
    #expect(CivilDay(text) == nil)
  }
}
