import Foundation
import Geometry
import Reporting
import TestSupport
import Territory
import Testing

/// Runs side by side, with winners and losers that are known by hand.
@Suite struct ComparisonTests {
  private let runs: ComparedRuns

  init() throws { runs = try ComparedRuns() }

  @Test func winnersAndLosersAreThoseOfTheClosedForm() throws {
    let comparison = try runs.comparison("b100", "b10", "b400")
    #expect(comparison.counties.map(\.adcode) == ["330100", "330182"])
    #expect(comparison.counties.map(\.isCity) == [true, false])
    #expect(comparison.counties.map(\.residents) == [500, 300])
    let (city, county) = (comparison.counties[0], comparison.counties[1])
    // Twelve quarters; reached in the eighth it holds in five of them, in the second in eleven.
    #expect(city.outcomes.map(\.residentQuarters) == [500 * 5, 0, 500 * 11])
    #expect(city.outcomes.map(\.waitQuarters) == [8, nil, 2])
    #expect(county.outcomes.map(\.residentQuarters) == [0, 0, 200 * 5])
    #expect(county.outcomes.map(\.targetResidents) == [0, 0, 200])
    #expect((0...2).map(city.verdict) == [.same, .loser, .winner])
    #expect((0...2).map(county.verdict) == [.same, .same, .winner])
  }

  @Test func theTablesSayTheSame() throws {
    let comparison = try runs.comparison("b100", "b400")
    let counties = try runs.rows(comparison.countiesCSV())
    #expect(counties.map { $0["verdict_b400"] } == ["winner", "winner"])
    #expect(counties.map { $0["difference_residents_b400"] } == ["0", "200"])
    #expect(counties.map { $0["difference_resident_quarters_b400"] } == ["3000", "1000"])
    #expect(counties.map { $0["wait_quarters_b100"] } == ["8.000", ""])
    #expect(counties.map { $0["level"] } == ["city", "county"])
    let rows = try runs.rows(comparison.csv())
    let spent = rows.first { $0["measure"] == "spent_yuan" }
    #expect(spent == ["measure": "spent_yuan", "quarter": "", "b100": "980", "b400": "2980"])
    let residents = rows.filter { $0["measure"] == "target_residents" && $0["quarter"] != "" }
    #expect(residents.count == 12)
    #expect(residents.map { $0["b400"] }.prefix(2) == ["0", "500"])
    #expect(rows.first { $0["measure"] == "county_seat_last_quarter" }?["b100"] == "")
  }

  /// A second way to the same sum: quarter by quarter over the whole run.
  @Test func countiesAddUpToTheQuarters() throws {
    var generator = SeededGenerator(seed: 3)
    for round in 0..<12 {
      var names: [String] = []
      for side in ["a", "b"] {
        let budget = Int.random(in: 1...900, using: &generator)
        names.append("\(side)\(round)")
        try runs.write(TinyPlan(budgetYuan: budget), to: names[names.count - 1])
      }
      let comparison = try Comparison(folders: names.map { runs.scratch.path($0) })
      for (index, run) in comparison.runs.enumerated() {
        let byQuarter = comparison.quarters.reduce(0) { $0 + run.targetResidents(at: $1) }
        let byCounty = comparison.counties.reduce(0) { $0 + $1.outcomes[index].residentQuarters }
        #expect(byQuarter == byCounty)
      }
      for county in comparison.counties where county.verdict(1) == .winner {
        #expect(county.outcomes[1].residentQuarters > county.outcomes[0].residentQuarters)
      }
    }
  }

  @Test func everyCountyIsDrawnOnceAndADistrictAsItsCity() throws {
    let bytes = try runs.comparison("b100", "b400").geoJSON()
    let features = try GeoJSONReader(source: "c").features(in: bytes)
    #expect(features.map { $0.properties["adcode"]?.string } == ["330102", "330182"])
    #expect(features.allSatisfy { $0.geometry != nil })
    #expect(features.map { $0.properties["city"]?.string } == ["330100", nil])
    #expect(features.map { $0.properties["residents"]?.integer } == [500, 300])
    #expect(features.map { $0.properties["verdict_b400"]?.string } == ["winner", "winner"])
  }

  @Test func twoLooksGiveTheSameBytes() throws {
    let (one, two) = (try runs.comparison("b10", "b400"), try runs.comparison("b10", "b400"))
    for format in ComparisonFiles.Format.allCases {
      let first = try runs.files(one, .chinese).bytes(format)
      #expect(try first == runs.files(two, .chinese).bytes(format))
      #expect(!first.isEmpty)
    }
    #expect(one.countiesCSV() == two.countiesCSV())
  }

  @Test func theReportSpeaksItsLanguage() throws {
    let comparison = try runs.comparison("b100", "b400")
    let english = ComparisonReport(comparison, .english).terminal(width: nil)
    #expect(english.contains("b400 against b100: winners 2 (800 residents), losers 0"))
    let han = english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    #expect(!han)
    let chinese = ComparisonReport(comparison, .chinese).markdown()
    #expect(chinese.contains("b400 与 b100 相比：受益 2 个"))
    #expect(!chinese.contains("residents"))
  }

  @Test func jsonHoldsEveryMeasureAndQuarter() throws {
    let comparison = try runs.comparison("b100", "b400")
    let value = try JSONValue(parsing: comparison.json(), source: "c").object
    #expect(value?["measures"]?.array?.count == Measure.all.count)
    #expect(value?["quarters"]?.array?.count == 12)
    let last = value?["quarters"]?.array?.last?.object
    #expect(last?["target_residents"]?.array?.map(\.integer) == [500, 700])
    #expect(value?["runs"]?.array?.map { $0.object?["run"]?.string } == ["b100", "b400"])
  }

  @Test func runsOfOneNameAreToldApartByTheirPaths() throws {
    for folder in ["x", "y"] {
      try runs.scratch.directory(folder)
      try runs.write(TinyPlan(), to: "\(folder)/run")
    }
    let comparison = try runs.comparison("x/run", "y/run")
    #expect(Set(comparison.runs.map(\.label)).count == 2)
    #expect(comparison.counties.allSatisfy { $0.verdict(1) == .same })
  }
}
