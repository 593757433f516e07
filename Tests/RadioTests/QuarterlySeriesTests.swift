import Foundation
import Radio
import Territory
import Testing

@Suite struct QuarterlySeriesTests {
  private func series(_ values: [(String, Double)]) throws -> QuarterlySeries {
    QuarterlySeries(
      try values.map { text, value in
        QuarterlyFigure(
          quarter: try #require(Quarter(text)),
          figure: Figure(value: value, unit: "1", kind: .judgement, source: "test"))
      })
  }

  @Test func figuresStandAtTheirQuartersAndStraightBetween() throws {
    let series = try series([("2020Q4", 10), ("2021Q4", 14), ("2022Q1", 20)])
    for (text, expected) in [
      ("2019Q1", 10.0), ("2020Q4", 10), ("2021Q1", 11), ("2021Q3", 13), ("2021Q4", 14),
      ("2022Q1", 20), ("2023Q1", 20),
    ] {
      #expect(series.value(at: try #require(Quarter(text))) == expected, "\(text)")
    }
  }

  @Test func afterTheLastTheyGrowByTheYear() throws {
    let series = try series([("2020Q4", 10)])
    let last = Quarter(year: 2020, quarter: 4)
    #expect(series.value(at: last, annualGrowth: 0.21) == 10)
    #expect(abs(series.value(at: last.advanced(by: 4), annualGrowth: 0.21) - 12.1) < 1e-9)
    #expect(abs(series.value(at: last.advanced(by: 2), annualGrowth: 0.21) - 11) < 1e-9)
    #expect(series.value(at: last.advanced(by: -4), annualGrowth: 0.21) == 10)
  }

  @Test func orderIsSeen() throws {
    #expect(try series([("2020Q4", 1), ("2021Q1", 1)]).isInOrder)
    #expect(try !series([("2020Q4", 1), ("2020Q4", 1)]).isInOrder)
    #expect(try !series([("2021Q1", 1), ("2020Q4", 1)]).isInOrder)
    #expect(try !series([]).isInOrder)
    #expect(try series([]).value(at: Quarter(year: 2021, quarter: 1)) == 0)
  }

  @Test func writtenAndReadItIsTheSame() throws {
    let series = try series([("2020Q4", 10), ("2021Q4", 14)])
    let text = try JSONEncoder().encode(series)
    #expect(try JSONDecoder().decode(QuarterlySeries.self, from: text) == series)
  }
}
