import Foundation
import TestSupport
import Testing

/// `green` over a plan of a small region.
@Suite struct GreenTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.file(
      "project.yaml",
      "region: 岱山县\ngroup: mobile\nlimits: renewables\nbooks: {costs.meanLoad: {set: 0.5}}\n")
    let outcome = try plan("run")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func plan(_ name: String, _ more: String...) throws -> Tool.Outcome {
    try Tool.run(["plan", "--project", "project.yaml", "-o", name] + more, in: scratch.url)
  }

  private func green(_ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(["green"] + arguments, in: scratch.url)
  }

  @Test func figuresAreThoseOfTheRunsTables() throws {
    let outcome = try green("run", "-o", "out")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let places = try scratch.rows("out/green.csv")
    func sum(_ rows: [[String: String]], _ column: String) -> Int {
      rows.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
    }
    let scheduled = try scratch.rows("run/schedule.csv").filter { $0["state"] == "scheduled" }
    #expect(sum(places, "stations") == sum(scheduled, "stations"))
    #expect(sum(places, "supply_build_yuan") == sum(scheduled, "mode_yuan"))
    let packages = try scratch.rows("run/packages.csv")
    let built = packages.filter { package in scheduled.contains { $0["package"] == package["id"] } }
    #expect(
      sum(places, "grid_kwh_per_year") + sum(places, "saved_kwh_per_year")
        == sum(built, "energy_kwh_per_year"))
    for table in ["counties", "provinces"] {
      let units = try scratch.rows("out/green-\(table).csv")
      #expect(sum(units, "stations") == sum(places, "stations"))
      #expect(sum(units, "population") == sum(places, "population"))
    }
    // The last year of the caps takes what all stations take, each package's quarters rounded up.
    let last = try #require(try scratch.rows("out/green-caps.csv").last)
    let used = try #require(Int(last["used_kwh"] ?? ""))
    #expect((0...3 * scheduled.count).contains(used - sum(places, "grid_kwh_per_year")))
    let again = try green("run", "-o", "out")
    #expect(again.status == 0 && again.output == outcome.output)
  }

  /// The section of the plan's report is by the same sums, of values at hand, as `green` is of the folder.
  @Test(arguments: ["en", "zh"]) func theReportOfThePlanHasTheSameFigures(lang: String) throws {
    #expect(try plan("said", "--lang", lang).status == 0)
    #expect(try green("said", "--lang", lang, "-o", "out").status == 0)
    let (report, own) = (try scratch.text("said/report.md"), try scratch.text("out/green.md"))
    let title = lang == "en" ? "Power, back-up and carbon" : "供电、备电与碳"
    let section = try #require(
      report.components(separatedBy: "\n## ").first { $0.hasPrefix(title) })
    // The answer, then the tables of supplies, batteries and caps with what is said below them.
    let parts = own.components(separatedBy: "\n## ")
    let tables = parts.filter { part in
      ["Supplies that", "Back-up of all", "Caps on", "计划所选", "全部基站", "用电上限"].contains {
        part.hasPrefix($0)
      }
    }
    #expect(tables.count == 3)
    func lines(_ text: String) -> [Substring] {
      text.split(separator: "\n").dropFirst().filter { !$0.contains("---") }
    }
    var compared = 0
    for line in lines(parts[0]) + lines(tables[0]).filter({ $0.hasPrefix("|") }) + lines(tables[1])
    {
      #expect(section.contains(line), "\(line)")
      compared += 1
    }
    #expect(compared > 8)
    func cells(_ line: Substring) -> [String] {
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let said = section.split(separator: "\n").filter { $0.hasPrefix("|") }.map(cells)
    for line in lines(tables[2]).filter({ $0.hasPrefix("|") }) {
      // The limit has the province's name.
      #expect(said.contains { $0.dropFirst() == cells(line).dropFirst() }, "\(line)")
    }
    let json = try JSONSerialization.jsonObject(
      with: Data(Tool.run(["green", "said", "--format", "json"], in: scratch.url).output.utf8))
    let total = try #require((json as? [String: Any])?["total"] as? [String: Any])
    let stations = try #require(total["stations"] as? Int)
    #expect(section.contains("\(stations)"))
    #expect(try scratch.text("said/report.html").contains("id=\"power\""))
  }

  /// The book of batteries is an input of the run; another one is the user's to give.
  @Test func theReportsBookIsThatOfTheRun() throws {
    let manifest = try scratch.text("run/run.json")
    let entry = try #require(
      manifest.firstMatch(of: /geodata\/books\/green\.yaml"[^}]*?"sha256": "([0-9a-f]{64})"/))
    try scratch.file(
      "run/run.json",
      manifest.replacing(entry.output.1, with: String(repeating: "0", count: 64)))
    let refused = try green("run")
    #expect(refused.status == 65 && refused.errors.contains("[DR-943]"), "\(refused.errors)")
    let bundled = Tool.root.appendingPathComponent("geodata/books/green.yaml").path
    // With a book of the user's it is the seal that is found broken.
    #expect(try green("run", "--book", bundled).errors.contains("[DR-711]"))
    try scratch.file("run/run.json", manifest)
    #expect(try green("run").output == green("run", "--book", bundled).output)
  }

  @Test func booksMustBeThoseOfTheRun() throws {
    // A limits book of the user's, that changes afterwards or goes away.
    let bundled = Tool.root.appendingPathComponent("geodata/books/limits.yaml")
    let text = try String(contentsOf: bundled, encoding: .utf8)
    try scratch.file("own.yaml", text)
    #expect(try plan("own", "--limits", "own.yaml").status == 0)
    #expect(try green("own").status == 0)
    try scratch.file("own.yaml", text + "\n# changed\n")
    let changed = try green("own", "-o", "out")
    #expect(changed.status == 65 && changed.errors.contains("[DR-943]"), "\(changed.errors)")
    #expect(!scratch.names().contains("out"))
    try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("own.yaml"))
    #expect(try green("own").status == 66)
  }

  @Test func aBookOfOnesOwnChangesBatteriesAlone() throws {
    let bundled = Tool.root.appendingPathComponent("geodata/books/green.yaml")
    let text = try String(contentsOf: bundled, encoding: .utf8)
    let dear = text.replacing("{value: 200, unit: yuan/kWh", with: "{value: 400, unit: yuan/kWh")
    try #require(dear != text)
    try scratch.file("mine.yaml", dear)
    #expect(try green("run", "-o", "bundled").status == 0)
    #expect(try green("run", "--book", "mine.yaml", "-o", "mine").status == 0)
    let (one, other) = (
      try scratch.rows("bundled/green.csv"), try scratch.rows("mine/green.csv")
    )
    for (before, after) in zip(one, other) {
      for (column, value) in before {
        let isPrice = ["second_life_lfp_buy_yuan", "second_life_lfp_present_yuan"].contains(column)
        #expect((after[column] == value) == (!isPrice || value == "0"), "\(column)")
      }
    }
    try scratch.file(
      "broken.yaml", text.replacing("fitShare: {value: 0.8", with: "fitShare: {value: 8"))
    let broken = try green("run", "--book", "broken.yaml")
    #expect(broken.status == 65 && broken.errors.contains("[DR-941]"))
    #expect(broken.errors.contains("broken.yaml: second-life-lfp: fitShare"))
  }

  @Test func otherVerbsTamperedRunsAndNothingAreRefused() throws {
    let audit = try Tool.run(
      ["audit", "--region", "岱山县", "--group", "mobile", "-o", "audit"], in: scratch.url)
    #expect(audit.status == 0)
    let text = try scratch.text("run/packages.csv")
    for (arguments, code, status) in [
      (["audit"], "DR-940", 65), (["none"], "DR-702", 66),
      (["run", "-o", "-"], "DR-945", 64), (["--format", "geojson"], "DR-945", 64),
      (["run", "-o", "run"], "DR-946", 73),
    ] {
      let outcome = try Tool.run(["green"] + arguments, in: scratch.url)
      #expect(
        outcome.status == Int32(status) && outcome.errors.contains("[\(code)]"),
        "\(arguments) \(outcome.errors)")
      #expect(outcome.output == "")
    }
    try scratch.file("run/packages.csv", text + "\n")
    let tampered = try green("run", "-o", "out")
    #expect(tampered.status == 65 && tampered.errors.contains("[DR-711]"), "\(tampered.errors)")
    #expect(!scratch.names().contains("out"))
  }
}
