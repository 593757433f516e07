import Coverage
import Reporting
import Territory
import Testing

@Suite struct UnitRollupTests {
  private func units(_ plan: TinyPlan = TinyPlan()) throws -> [String: UnitSummary] {
    Dictionary(
      try UnitRollup(plan.result()).units.map { ($0.unit.adcode, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func aUnitHasTheStatusOfItsSeatInItsWorstNetwork() throws {
    let units = try units()
    #expect(units["330100"]?.status == .reached)
    #expect(units["330100"]?.plannedStatus == .deep)
    #expect(units["330100"]?.quarter == Quarter("2022Q4"))
    #expect(units["330182"]?.status == CoverageStatus.none)
    #expect(units["330182"]?.plannedStatus == .reached)
    #expect(units["330182200"]?.status == CoverageStatus.none)
    #expect(units["330182200"]?.quarter == nil)
    #expect(units["330182200"]?.failing?.criterion == "reach")
  }

  @Test func aDistrictAndItsTownsHaveTheirCitysStatus() throws {
    let units = try units()
    #expect(units["330102"]?.status == .reached)
    #expect(units["330102001"]?.plannedStatus == .deep)
    #expect(units["330102"]?.before.settlementTotal == 0)
  }

  @Test func aProvinceHasTheLowestStatusOfItsCities() throws {
    #expect(try units()["330000"]?.status == .reached)
  }

  @Test func settlementsResidentsAndAreaSumUp() throws {
    let units = try units()
    for adcode in ["330000", "330100"] {
      let before = try #require(units[adcode]?.before)
      #expect(before.settlements == [2, 1, 0, 0])
      #expect(before.residents == [300, 500, 0, 0])
      #expect(before.squareMetres == [1.25e6, 4e6, 0, 0])
      #expect(units[adcode]?.planned.settlements == [1, 1, 0, 1])
      #expect(units[adcode]?.stations == 8 + 4 + 2 + 1)
      #expect(units[adcode]?.costYuan == 300 + 500 + 50 + 120 + 2000 + 10 + 40 + 60)
    }
    #expect(units["330182"]?.before.settlements == [2, 0, 0, 0])
    #expect(units["330182200"]?.before.residents == [100, 0, 0, 0])
    #expect(units["330182200"]?.costYuan == 110)
  }

  @Test func onlyWhatWasAskedForIsThere() throws {
    let county = try UnitRollup(TinyPlan(regions: ["330182"]).result()).units
    #expect(county.map(\.unit.adcode) == ["330182", "330182100", "330182200"])
    #expect(try UnitRollup(TinyPlan(regions: []).result()).units.count == 7)
  }
}

@Suite struct CoverageTallyTests {
  @Test func sharesAtAStatusOrAbove() {
    var tally = CoverageTally()
    tally.add(.none, residents: 100, squareMetres: 1)
    tally.add(.continuous, residents: 200, squareMetres: 2)
    tally.add(.deep, residents: 100, squareMetres: 1)
    #expect(tally.settlementTotal == 3)
    #expect(tally.residentTotal == 400)
    #expect(tally.settlements(atLeast: .continuous) == 2)
    #expect(tally.residentShare(atLeast: .none) == 1)
    #expect(tally.residentShare(atLeast: .reached) == 0.75)
    #expect(tally.residentShare(atLeast: .deep) == 0.25)
    #expect(tally.areaShare(atLeast: .continuous) == 0.75)
  }

  @Test func nothingHasNoShare() {
    #expect(CoverageTally().residentShare(atLeast: .none) == 0)
    #expect(CoverageTally().areaShare(atLeast: .none) == 0)
  }
}
