import Geometry
import Reporting
import Siting
import Territory
import TestSupport
import Testing

/// The tables of a run, of a plan whose answers are known by hand.
@Suite struct TableTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try TinyPlan().write(scratch)
  }

  private func table(_ name: String) throws -> CSVTable {
    try CSVTable(name: name, bytes: Array(try scratch.text("run/\(name)").utf8))
  }

  private func column(_ title: String, of name: String) throws -> [String] {
    let table = try table(name)
    let index = try table.require(title)
    return table.rows.map { CSVWriter.unguarded($0.cells[index]) }
  }

  @Test func auditHasARowASettlementAndGroup() throws {
    let name = "audit.csv"
    #expect(
      try column("settlement", of: name)
        == ["330100", "330100", "330182", "330182", "330182200", "330182200"])
    #expect(try column("name", of: name).first == "N,330100")
    #expect(
      try column("status", of: name)
        == ["continuous", "reached", "none", "reached", "none", "none"])
    #expect(
      try column("failing", of: name).prefix(3) == ["indoor-share", "outdoor-share", "reach"])
    #expect(try column("missing", of: name).prefix(2) == ["0.6500", "0.4500"])
    #expect(try column("deep_indoor_share", of: name).first == "0.2500")
    #expect(try column("deep_indoor_share_threshold", of: name).first == "0.9000")
    #expect(try column("area_km2", of: name).last == "0.250")
    #expect(try column("reasons", of: name).first == "equity;unknown:traffic")
  }

  @Test func packagesKeepTheirOrderAndGuardNames() throws {
    #expect(try column("id", of: "packages.csv") == TinyPlan.packages.map(\.id))
    #expect(try column("name", of: "packages.csv").first == "=330100")
    #expect(try scratch.text("run/packages.csv").contains(",'=330100,"))
    #expect(try column("prerequisite", of: "packages.csv")[3] == "330182/mobile/reached")
  }

  @Test func scheduleHasScheduledThenUnscheduledPackages() throws {
    let name = "schedule.csv"
    #expect(
      try column("package", of: name) == [
        "330100/mobile/deep", "330100/unicom/deep", "330182/mobile/reached", "330182/mobile/deep",
        "330182200/unicom/continuous", "330182/unicom/deep", "330182200/mobile/deep",
        "330182200/mobile/reached",
      ])
    #expect(
      try column("state", of: name) == [
        "scheduled", "scheduled", "scheduled", "scheduled", "scheduled", "budget-exhausted",
        "prerequisite", "not-feasible",
      ])
    #expect(try column("payments", of: name)[0] == "2021Q1:100;2021Q2:100;2021Q3:100")
    #expect(try column("payments", of: name)[3] == "2023Q1:50;2023Q2:70")
    #expect(try column("start", of: name)[3] == "2023Q1")
    #expect(try column("finish", of: name)[7].isEmpty)
  }

  @Test func budgetHasARowAQuarter() throws {
    let name = "budget.csv"
    #expect(try column("quarter", of: name).count == 12)
    #expect(try column("spent_yuan", of: name).suffix(4) == ["100", "80", "0", "0"])
    #expect(try column("carried_in_yuan", of: name).suffix(3) == ["0", "20", "120"])
    #expect(try column("carried_out_yuan", of: name).last == "220")
    #expect(try column("packages_finished", of: name).compactMap { Int($0) }.reduce(0, +) == 5)
    #expect(try column("stations_finished", of: name).compactMap { Int($0) }.reduce(0, +) == 12)
    #expect(try column("stations_built", of: name).compactMap { Int($0) }.reduce(0, +) == 12)
    #expect(try column("people_deep", of: name)[2] == "100")
  }

  @Test func unitsAreDrawnWithTheirCountiesPolygons() throws {
    let features = try GeoJSONReader(source: "units.geojson").features(
      in: Array(try scratch.text("run/units.geojson").utf8))
    #expect(
      features.map { $0.properties["adcode"]?.string } == [
        "330000", "330100", "330102", "330182", "330102001", "330182100", "330182200",
      ])
    #expect(features[0].properties["status_planned"]?.string == "deep")
    #expect(features[4].geometry?.isEmpty == false)
  }

  @Test func theSameResultGivesTheSameBytes() throws {
    try TinyPlan().write(scratch, to: "again")
    for name in scratch.names("run") where name != "timings.json" {
      #expect(try scratch.text("run/\(name)") == scratch.text("again/\(name)"), "\(name)")
    }
  }
}
