import Coverage
import Geometry
import Reporting
import Testing

/// Runs that a forger has sealed again: every invariant that is broken is found where it is broken.
@Suite struct VerificationInvariantTests {
  struct Forgery: Sendable, CustomTestStringConvertible {
    let name: String
    let code: String
    let place: String
    var file = ""
    var old = ""
    var new = ""
    var manifest: @Sendable (inout Manifest) -> Void = { _ in }
    var testDescription: String { name }
  }

  private static func edit(
    _ name: String, _ code: String, at line: Int, of file: String, _ old: String, _ new: String
  ) -> Forgery {
    Forgery(
      name: name, code: code, place: "\(file):\(line)", file: file, old: old, new: new)
  }

  static let budget = [
    edit("carried in", "DR-740", at: 12, of: "budget.csv", "2023Q3,100,20,", "2023Q3,100,21,"),
    edit("first carried in", "DR-740", at: 2, of: "budget.csv", "2021Q1,100,0,", "2021Q1,100,5,"),
    edit("carried out", "DR-740", at: 13, of: "budget.csv", ",120,0,220,", ",120,0,219,"),
    edit("spent too much", "DR-740", at: 2, of: "budget.csv", "100,0,100,0,", "100,0,101,0,"),
    edit("spent not paid", "DR-740", at: 12, of: "budget.csv", "20,0,120", "20,7,113"),
    edit("a quarter is left out", "DR-740", at: 12, of: "budget.csv", "2023Q3", "2023Q4"),
    edit("no quarter", "DR-740", at: 12, of: "budget.csv", "2023Q3", "20230Q3"),
    edit(
      "packages finished", "DR-740", at: 4, of: "budget.csv", "2021Q3,100,0,100,0,1,",
      "2021Q3,100,0,100,0,2,"),
    edit("stations built", "DR-740", at: 4, of: "budget.csv", "0,1,1,3", "0,1,2,3"),
    edit("stations finished", "DR-740", at: 4, of: "budget.csv", "0,1,1,3", "0,1,1,4"),
    edit("people", "DR-740", at: 4, of: "budget.csv", "1,1,3,0,0,100", "1,1,3,0,0,101"),
  ]

  static let schedule = [
    edit("payment less", "DR-738", at: 2, of: "schedule.csv", "2021Q3:100", "2021Q3:99"),
    edit("payment late", "DR-738", at: 2, of: "schedule.csv", "2021Q3:100", "2021Q4:100"),
    edit("payment early", "DR-738", at: 5, of: "schedule.csv", "2023Q1:50;", "2022Q4:50;"),
    edit("payments twice", "DR-738", at: 2, of: "schedule.csv", "2021Q2:100", "2021Q1:100"),
    edit("payment of nothing", "DR-738", at: 2, of: "schedule.csv", "2021Q2:100", "2021Q2:0"),
    edit("payment is none", "DR-738", at: 2, of: "schedule.csv", "2021Q2:100", "2021Q2:1:99"),
    edit(
      "paid before begun", "DR-738", at: 5, of: "schedule.csv", ",2023Q1,2023Q2,", ",2023Q2,2023Q2,"
    ),
    edit("cost", "DR-738", at: 9, of: "schedule.csv", ",,,40,1,", ",,,41,1,"),
    edit("stations", "DR-738", at: 9, of: "schedule.csv", ",,,40,1,", ",,,40,2,"),
    edit(
      "bought twice", "DR-737", at: 3, of: "schedule.csv", "\n330100/unicom/deep",
      "\n330100/mobile/deep"),
    edit(
      "not a package", "DR-737", at: 9, of: "schedule.csv", "330182200/mobile/reached",
      "x/mobile/reached"),
    edit("state", "DR-737", at: 7, of: "schedule.csv", "budget-exhausted", "scheduled"),
    Forgery(
      name: "built though not feasible", code: "DR-737", place: "schedule.csv:4",
      file: "packages.csv", old: ",1,50,10,20,3,100,,true", new: ",1,50,10,20,3,100,,false"),
    edit(
      "left out for no reason", "DR-737", at: 9, of: "schedule.csv", "not-feasible", "prerequisite"),
    edit("not in time", "DR-737", at: 2, of: "schedule.csv", ",2021Q1,2021Q3,", ",2021Q1,2021Q9,"),
    edit(
      "order", "DR-739", at: 5, of: "schedule.csv", "\n330182/mobile/reached",
      "\n330182/mobile/later"),
    edit(
      "package twice", "DR-737", at: 3, of: "packages.csv", "\n330100/unicom/deep",
      "\n330100/mobile/deep"),
  ]

  static let rest = [
    Forgery(
      name: "status", code: "DR-735", place: "audit.csv", file: "audit.csv", old: ",continuous,",
      new: ",reached,"),
    Forgery(
      name: "left out though paid for", code: "DR-742", place: "schedule.csv:7",
      file: "schedule.csv", old: ",2000,9,", new: ",220,9,"),
    edit("settlement twice", "DR-734", at: 4, of: "audit.csv", "\n330182,", "\n330100,"),
    Forgery(
      name: "people of a county", code: "DR-741", place: "units.geojson", file: "units.geojson",
      old: "\"population\":400", new: "\"population\":401"),
    Forgery(
      name: "unit twice", code: "DR-741", place: "units.geojson", file: "units.geojson",
      old: "\"adcode\":\"330102\"", new: "\"adcode\":\"330182\""),
    Forgery(
      name: "cost", code: "DR-738", place: "schedule.csv", manifest: { $0.costYuan = 981 }),
    Forgery(
      name: "no cost", code: "DR-738", place: "schedule.csv", manifest: { $0.costYuan = nil }),
    Forgery(
      name: "stations", code: "DR-738", place: "schedule.csv", manifest: { $0.stations = 0 }),
    Forgery(
      name: "counts left out", code: "DR-735", place: "audit.csv",
      manifest: { $0.counts.removeLast() }),
    Forgery(
      name: "a fall", code: "DR-736", place: "run.json",
      manifest: {
        $0.counts[0].after[.continuous] = 0
        $0.counts[0].after[.deep] = 0
        $0.counts[0].after[.none] = 1
      }),
    Forgery(
      name: "a rise that nothing builds", code: "DR-736", place: "run.json",
      manifest: {
        $0.counts[5].after[.continuous] = 0
        $0.counts[5].after[.deep] = 1
      }),
    Forgery(
      name: "a file outside", code: "DR-731", place: "../geodata/boundaries/counties.topojson",
      manifest: {
        $0.outputs.append(
          FileDigest(path: "../geodata/boundaries/counties.topojson", byteCount: 0, sha256: ""))
      }),
    Forgery(
      name: "not listed", code: "DR-732", place: "report.md",
      manifest: { $0.outputs.removeAll { $0.path == "report.md" } }),
  ]

  @Test(arguments: budget + schedule + rest) func isFound(forgery: Forgery) throws {
    let run = try RunTampering()
    if !forgery.file.isEmpty {
      try run.replace(forgery.old, with: forgery.new, in: forgery.file)
    }
    try run.reseal(forgery.manifest)
    let findings = try run.findings()
    #expect(!findings.contains { $0.code == "DR-730" })
    #expect(
      findings.contains { $0.code == forgery.code && $0.place == forgery.place },
      "\(findings.map(\.description))")
  }

  /// The forger's tools themselves leave no trace.
  @Test func sealedAgainWithoutAChangeNothingIsFound() throws {
    let run = try RunTampering()
    try run.reseal()
    #expect(try run.findings() == [])
  }
}
