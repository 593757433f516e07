import Foundation
import TestSupport
import Testing

/// `deepreach campus` and `plan --campuses`, as a user runs them.
@Suite struct CampusTests {
  private let scratch: Scratch
  private static let region = "岱山县"

  init() throws {
    scratch = try Scratch()
    try scratch.file(
      "campuses.csv",
      """
      id,name,kind,industry,lon,lat,area_ha,employees,scenarios,earliest
      a,=港区,port,港口,122.20,30.25,80,1000,远程设备操控:6;厂区智能理货:40,2019Q1
      b,船厂,factory,equipment-manufacturing,122.16,30.32,60,3000,,
      x,杭州,factory,textile,120.18,30.24,9,500,,

      """)
  }

  @Test func aFileOfCampuses() throws {
    let outcome = try Tool.run(
      ["campus", "--region", Self.region, "--campuses", "campuses.csv", "-o", "run"],
      in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("2 campuses with"))
    #expect(outcome.output.contains("campus outside the regions asked for: left out"))
    let rows = try scratch.text("run/campuses.csv").split(separator: "\n")
    #expect(rows.count == 3)
    #expect(
      rows[1].hasPrefix(
        "a,'=港区,port,port,330000,330900,330921,122.200000,30.250000,80.00,1000,measured,"))
    #expect(try scratch.text("run/report.md").contains("campus-matrix.svg"))
    #expect(try scratch.text("run/campus-matrix.svg").hasPrefix("<svg "))
    #expect(try Tool.run(["verify", "run"], in: scratch.url).status == 0)
    let scenarios = try scratch.text("run/scenarios.csv")
    try scratch.file("run/scenarios.csv", scenarios.replacing(",missing,", with: ",yes,"))
    let broken = try Tool.run(["verify", "run"], in: scratch.url)
    #expect(broken.status != 0 && (broken.output + broken.errors).contains("DR-924"))
  }

  @Test func aPlanBuildsThemBehindTheSettlements() throws {
    let plan = ["plan", "--region", Self.region, "--grid", "100"]
    let plain = try Tool.run(plan + ["-o", "plain"], in: scratch.url)
    #expect(plain.status == 0, "\(plain.errors)")
    let outcome = try Tool.run(
      plan + ["--campuses", "campuses.csv", "-o", "run"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Campuses: networks of 2 are scheduled"))
    for file in ["audit.csv", "settlements.geojson", "units.geojson", "readiness.csv"] {
      #expect(try scratch.text("run/\(file)") == scratch.text("plain/\(file)"), "\(file)")
    }
    let schedule = try scratch.text("run/schedule.csv").split(separator: "\n")
    #expect(schedule.count { $0.contains(",campus,") } == 2)
    let report = try scratch.text("run/report.md")
    #expect(report.contains("## Campuses (5G + industrial internet)"))
    #expect(report.contains("### Scenarios enabled by quarter"))
    #expect(report.contains("2019Q1 → 2021Q1"))
    #expect(try scratch.text("run/report.html").contains("Scenarios of campuses that can run"))
    #expect(try Tool.run(["verify", "run"], in: scratch.url).status == 0)
    try chartsSumToTheRun()
    let again = try Tool.run(
      ["schedule", "run/packages.csv", "-o", "again"], in: scratch.url)
    #expect(again.status == 0, "\(again.errors)")
  }

  /// The campuses have a row of their own, and all rows sum to the manifest and the tables.
  private func chartsSumToTheRun() throws {
    let page = try scratch.text("run/report.html")
    let chart = try #require(
      page.firstMatch(of: /<figure id="chart-cost" class="chart">.*?<\/figure>/)
    ).output
    let rows = chart.matches(of: /<tr>(.*?)<\/tr>/).dropFirst().map { row in
      row.output.1.matches(of: /<td[^>]*>(.*?)<\/td>/).map { String($0.output.1) }
    }
    func sum(_ column: Int) -> Int {
      rows.reduce(0) { $0 + (Int($1[column].replacing(",", with: "")) ?? 0) }
    }
    let scheduled = try scratch.rows("run/schedule.csv").filter { $0["state"] == "scheduled" }
    let campuses = scheduled.filter { $0["kind"] == "campus" }
    #expect(rows.last?[0] == "Campus networks" && rows.last?[1] == String(campuses.count))
    #expect(
      Int(rows.last?[2] ?? "") == campuses.reduce(0) { $0 + (Int($1["stations"] ?? "") ?? 0) })
    #expect(sum(1) == scheduled.count)
    let manifest = try scratch.text("run/run.json")
    #expect(manifest.contains("\n  \"stations\": \(sum(2)),\n"))
    // Scenarios that can run at the end are those of the table.
    let enabled = try scratch.text("run/scenarios.csv").split(separator: "\n").dropFirst().count {
      !$0.hasSuffix(",")
    }
    let scenarios = try #require(page.firstMatch(of: /id="chart-scenarios".*?<\/figure>/)).output
    let last = try #require(scenarios.matches(of: /<tr>(.*?)<\/tr>/).last).output.1
    #expect(last.contains(">\(enabled)<"), "\(last)")
    #expect(page.contains("of that campuses"))
    // Their carbon stands in the section on power.
    #expect(try scratch.text("run/report.md").contains("Networks of 2 campuses ("))
  }

  /// A campus' decisions stand in its city, and a file of gates names it as the list of decisions does.
  @Test func campusesHaveDecisionsInTheirCity() throws {
    let plan = [
      "plan", "--region", Self.region, "--grid", "100", "--campuses", "campuses.csv", "--gates",
      "gates.csv", "-o",
    ]
    try scratch.file(
      "gates.csv", "settlement,gate,state,date\ncampus/b,frequency,granted,2021-01-05\n")
    let outcome = try Tool.run(plan + ["run"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let decisions = try scratch.text("run/decisions.csv").split(separator: "\n")
    #expect(
      decisions.contains { $0.hasPrefix("campus/b,船厂,campus/b/") && $0.contains(",granted,") })
    let report = try scratch.text("run/report.md")
    #expect(report.contains("### 舟山市 (") && !report.contains("### 浙江省 ("))
    try scratch.file("gates.csv", "settlement,gate,state\ncampus/x,frequency,open\n")
    let refused = try Tool.run(plan + ["refused"], in: scratch.url)
    #expect(refused.status != 0 && refused.errors.contains("DR-936"))
    #expect(!scratch.names().contains("refused"))
  }

  @Test func aProjectKeepsTheCampuses() throws {
    let written = try Tool.run(
      [
        "plan", "--region", Self.region, "--campuses", "estimate", "--tdd", "1:3",
        "--write-project", "p.yaml",
      ], in: scratch.url)
    #expect(written.status == 0, "\(written.errors)")
    let text = try scratch.text("p.yaml")
    #expect(text.contains("campuses: estimate") && text.contains("1:3"))
    let plan = try Tool.run(["plan", "--project", "p.yaml", "-o", "run"], in: scratch.url)
    #expect(plan.status == 0, "\(plan.errors)")
    #expect(try scratch.text("run/campuses.csv").contains(",estimated,"))
  }

  @Test(arguments: [
    (["campus", "--campuses", "none.csv"], "DR-210"),
    (["campus", "--campuses", "campuses.csv", "--employment", "e.csv"], "DR-920"),
    (["campus", "--tdd", "9:1"], "DR-919"),
    (["campus", "--region", "西藏", "--campuses", "campuses.csv"], "DR-922"),
    (["campus", "--region", "台湾"], "DR-820"), (["plan", "--employment", "e.csv"], "DR-920"),
    (["campus", "--campuses", "campuses.csv", "--campuses-crs", "mars"], "DR-110"),
  ])
  func mistakesAreRefused(arguments: [String], code: String) throws {
    let outcome = try Tool.run(arguments + ["-o", "run"], in: scratch.url)
    #expect(outcome.status != 0 && outcome.errors.contains(code), "\(outcome.errors)")
    #expect(scratch.names().contains("run") == false)
  }
}
