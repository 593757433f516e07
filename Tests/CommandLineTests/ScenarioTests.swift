import Foundation
import TestSupport
import Testing

/// Scenarios lie between the project and the command line, and change figures of the books.
@Suite struct ScenarioTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.file("p.yaml", "region: 岱山县\ngroup: mobile\nbudget: 1000000\nuntil: 2022Q4\n")
  }

  private func plan(_ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(["plan", "--project", "p.yaml", "-o", "run"] + arguments, in: scratch.url)
  }

  @Test func projectThenScenarioThenCommandLine() throws {
    try scratch.file("s.yaml", "budget: 2000000\nuntil: 2023Q1\ngap: 0.02\n")
    let outcome = try plan("--scenario", "./s.yaml", "--until", "2023Q2")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try scratch.project("run", "budget") as? Int == 2_000_000)
    #expect(try scratch.project("run", "until") as? String == "2023Q2")
    #expect(try scratch.project("run", "gap") as? Double == 0.02)
    #expect(try scratch.project("run", "group") as? [String] == ["mobile"])
    let scenario = try scratch.project("run", "scenario") as? [String: String]
    #expect(scenario?["name"] == "./s.yaml")
    #expect(scenario?["sha256"]?.count == 64)
    #expect(try scratch.text("run/run.json").contains("\"path\": \"./s.yaml\""))
  }

  @Test func aProjectMayNameItsScenarioAndTheCommandLineTakesItAway() throws {
    try scratch.file("s.yaml", "budget: 2000000\n")
    try scratch.file("p.yaml", try scratch.text("p.yaml") + "scenario: ./s.yaml\n")
    #expect(try plan().status == 0)
    #expect(try scratch.project("run", "budget") as? Int == 2_000_000)
    #expect(try plan("--scenario", "base").status == 0)
    #expect(try scratch.project("run", "budget") as? Int == 1_000_000)
    #expect(try scratch.project("run", "scenario") is NSNull)
  }

  @Test func aScaledPriceIsPaidAndNamedInTheManifest() throws {
    #expect(try plan("--scenario", "base").status == 0)
    let base = try scratch.rows("run/packages.csv")
    try scratch.file("s.yaml", "books:\n  costs.installationYuan: {set: 50000}\n")
    #expect(try plan("--scenario", "./s.yaml").status == 0)
    let dearer = try scratch.rows("run/packages.csv")
    // The bundled book has 40 000 yuan a station, and the choice of sites does not depend on it here.
    #expect(base.count == dearer.count && !base.isEmpty)
    for (one, two) in zip(base, dearer) {
      let stations = try #require(Int(one["stations"] ?? ""))
      let yuan = try #require(Int(one["cost_yuan"] ?? ""))
      #expect(two["stations"] == String(stations))
      #expect(two["cost_yuan"] == String(yuan + stations * 10_000))
    }
    let changed = try #require(try scratch.project("run", "books") as? [[String: Any]])
    #expect(changed.count == 1)
    #expect(changed[0]["figure"] as? String == "costs.installationYuan")
    #expect(changed[0]["from"] as? Double == 40_000)
    #expect(changed[0]["to"] as? Double == 50_000)
  }

  @Test func aScenarioOfAProjectWithBooksGoesOnTop() throws {
    let books = "books:\n  costs.meanLoad: {set: 0.1}\n  costs.newTowerYuan: {scale: 2}\n"
    try scratch.file("p.yaml", try scratch.text("p.yaml") + books)
    try scratch.file("s.yaml", "books:\n  costs.meanLoad: {set: 0.2}\n")
    #expect(try plan("--scenario", "./s.yaml").status == 0)
    let changed = try #require(try scratch.project("run", "books") as? [[String: Any]])
    let values = Dictionary(
      uniqueKeysWithValues: changed.map { ($0["figure"] as? String ?? "", $0["to"] as? Double) })
    #expect(values == ["costs.newTowerYuan": 550_000, "costs.meanLoad": 0.2])
  }

  /// What is written out stands for project and scenario together.
  @Test func aWrittenProjectMakesTheSamePlan() throws {
    let sharing = ["--scenario", "share-everything"]
    let out = try Tool.run(
      ["plan", "--project", "p.yaml", "--write-project", "w.yaml"] + sharing, in: scratch.url)
    #expect(out.status == 0, "\(out.errors)")
    #expect(try plan("--scenario", "share-everything").status == 0)
    let tables = ["packages.csv", "schedule.csv", "audit.csv", "siting.csv"]
    let first = try tables.map { try scratch.text("run/\($0)") }
    let again = try Tool.run(["plan", "--project", "w.yaml", "-o", "again"], in: scratch.url)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try tables.map { try scratch.text("again/\($0)") } == first)
  }

  @Test func sharingIsABracketRoundTheBooks() throws {
    func cost(_ scenario: String) throws -> Int {
      #expect(try plan("--scenario", scenario).status == 0)
      return try scratch.rows("run/packages.csv").compactMap { Int($0["cost_yuan"] ?? "") }
        .reduce(0, +)
    }
    let costs = try ["share-everything", "base", "share-nothing"].map(cost)
    #expect(costs == costs.sorted() && Set(costs).count == 3)
  }

  @Test func everyBundledScenarioIsListedReadableAndLabelled() throws {
    let folder = Tool.root.appendingPathComponent("geodata/scenarios")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { $0.replacingOccurrences(of: ".yaml", with: "") }
    #expect(
      Set(names).isSuperset(of: [
        "supply-shock", "energy-tight", "front-loaded", "share-everything", "share-nothing",
        "renewables",
      ]))
    let list = try Tool.run(["scenarios", "--lang", "zh"])
    for name in names {
      #expect(list.output.contains("\(name)  "))
      let sheet = try Tool.run(["scenarios", name])
      #expect(sheet.status == 0 && sheet.output.contains("judgement: "), "\(name)")
      let text = try String(
        contentsOf: folder.appendingPathComponent("\(name).yaml"), encoding: .utf8)
      #expect(text.hasPrefix("# ") && text.contains("\n# Kind: judgement"), "\(name)")
      let whole = try Tool.run(
        ["plan", "--project", "p.yaml", "--scenario", name, "--write-project", "-"],
        in: scratch.url)
      #expect(whole.status == 0, "\(name): \(whole.errors)")
    }
  }

  @Test(arguments: [
    ("unknown: 1\n", "DR-811", "s.yaml:1"), ("budget: 1\nscenario: base\n", "DR-811", "s.yaml:2"),
    ("budget: much\n", "DR-810", "s.yaml"), ("- 1\n", "DR-810", "s.yaml"),
    ("books: 3\n", "DR-810", "s.yaml:1"), ("books:\n  costs.meanLoad: 3\n", "DR-810", "s.yaml"),
    ("books:\n  costs.meanLoad: {by: 3}\n", "DR-811", "s.yaml:2"),
    ("books:\n  costs.meanLoad: {set: 1, scale: 1}\n", "DR-810", "s.yaml"),
    ("books:\n  costs.meanLoad: {}\n", "DR-810", "s.yaml"),
    ("books:\n  costs.meanLoad: {set: .nan}\n", "DR-813", "s.yaml:2"),
    ("\nbooks:\n  costs.meanLoad: {set: 7}\n", "DR-510", "s.yaml:3"),
    ("books:\n  costs.none: {set: 7}\n", "DR-813", "s.yaml:2"),
    ("books:\n  morphologies.urban.x: {set: 7}\n", "DR-812", "s.yaml:2"),
    ("books:\n  costs.sites.leaseYears: {set: 1e9}\n", "DR-510", "s.yaml:2"),
  ]) func aScenarioThatSaysNothingIsRefused(text: String, code: String, place: String) throws {
    try scratch.file("s.yaml", text)
    let before = scratch.names()
    let outcome = try plan("--scenario", "./s.yaml")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
    #expect(outcome.errors.contains(place), "\(outcome.errors)")
    #expect(scratch.names() == before)
  }

  @Test func anUnknownScenarioListsTheNames() throws {
    let outcome = try plan("--scenario", "wonder")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("[DR-814]") && outcome.errors.contains("supply-shock"))
    #expect(try Tool.run(["scenarios", "wonder"]).errors.contains("[DR-814]"))
    #expect(try plan("--scenario", "./none.yaml").errors.contains("[DR-210]"))
  }
}
