import Foundation
import Geometry
import Reporting
import Siting
import Territory
import TestSupport
import Testing

/// Folders that are no runs, are not what they were, or do not belong together.
@Suite struct ComparisonHostileTests {
  private let runs: ComparedRuns

  init() throws { runs = try ComparedRuns() }

  private func refusal(_ names: String...) -> UserError? {
    userError { try Comparison(folders: names.map { runs.scratch.path($0) }) }
  }

  private func change(_ file: String, _ old: String, _ new: String) throws {
    let text = try runs.scratch.text(file)
    #expect(text.contains(old))
    try runs.scratch.file(file, text.replacingOccurrences(of: old, with: new))
  }

  @Test func oneRunOrTheSameTwice() {
    #expect(refusal("b100")?.code == "DR-715")
    #expect(refusal("b100", "b400", "b100")?.code == "DR-715")
    #expect(userError { try Comparison(folders: []) }?.code == "DR-715")
    let path = runs.scratch.path("b100")
    #expect(userError { try Comparison(folders: [path, path + "/"]) }?.code == "DR-715")
  }

  @Test func noRunAtAll() throws {
    #expect(refusal("b100", "none")?.code == "DR-702")
    try runs.scratch.directory("mine")
    #expect(refusal("b100", "mine")?.code == "DR-702")
    try runs.scratch.file("mine/run.json", "{\"tool\":\"other\"}")
    #expect(refusal("b100", "mine")?.code == "DR-705")
    try runs.scratch.file("mine/run.json", "{")
    #expect(refusal("b100", "mine")?.code == "DR-120")
  }

  @Test func anAudit() throws {
    try runs.write(TinyPlan(hasSchedule: false), to: "audit")
    let error = refusal("b100", "audit")
    #expect(error?.code == "DR-712")
    #expect(error?.problem.contains("audit") == true)
  }

  @Test(arguments: [
    ("audit.csv", "330182,", "330183,"), ("schedule.csv", "2022Q4", "2021Q4"),
    ("budget.csv", "100", "101"), ("packages.csv", "mobile", "unicom"),
    ("units.geojson", "330182", "330183"), ("run.json", "\"seed\": 0", "\"seed\": 1"),
  ]) func aTamperedRun(file: String, old: String, new: String) throws {
    try change("b400/\(file)", old, new)
    let error = refusal("b100", "b400")
    #expect(error?.code == "DR-711")
    #expect(error?.remedy.contains("deepreach verify") == true)
  }

  /// Whoever forges the seal too must still make a run of the same places.
  @Test func aForgedRun() throws {
    for (old, new, code) in [
      (",500,", ",501,", "DR-713"), (",500,", ",2000000001,", "DR-714"),
      (",500,", ",99999999999999999999,", "DR-207"), ("330182200,", "330182201,", "DR-713"),
      ("city,", "village,", "DR-714"),
    ] {
      let run = try RunTampering()
      let audit = String(decoding: try run.bytes("audit.csv"), as: UTF8.self)
      try run.write(
        Array(audit.replacingOccurrences(of: old, with: new).utf8), to: "audit.csv")
      try run.reseal()
      let error = userError {
        try Comparison(folders: [runs.scratch.path("b100"), run.folder])
      }
      // What contradicts the rest of the run is found before the places are looked at.
      #expect(error?.code == code || error?.code == "DR-711", "\(new): \(error?.code ?? "none")")
    }
  }

  @Test(arguments: VerificationHostileTests.texts) func anyTextInAnyTable(text: String) throws {
    for name in ["audit.csv", "packages.csv", "schedule.csv", "budget.csv", "units.geojson"] {
      let run = try RunTampering()
      try run.write(Array(text.utf8), to: name)
      try run.reseal()
      #expect(
        userError { try Comparison(folders: [runs.scratch.path("b100"), run.folder]) } != nil)
    }
  }

  @Test func otherPlaces() throws {
    var plan = TinyPlan()
    plan.packages.removeAll { $0.settlement == "330182200" }
    let result = try plan.result()
    let fewer = PlanResult(
      standard: result.standard, groups: result.groups, gazetteer: result.gazetteer,
      regions: result.regions, networkKind: result.networkKind,
      settlements: result.settlements.filter { $0.settlement.id != "330182200" },
      packages: result.packages, schedule: result.schedule, existingSites: [], plannedSites: [],
      publishedStations: [])
    try plan.write(runs.scratch, to: "fewer", result: fewer, language: .english)
    let error = refusal("b100", "fewer")
    #expect(error?.code == "DR-713")
    #expect(error?.problem.contains("330182200") == true)
    #expect(refusal("fewer", "b100")?.code == "DR-713")
  }
}
