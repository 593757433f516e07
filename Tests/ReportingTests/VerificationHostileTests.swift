import Coverage
import Foundation
import Geometry
import Radio
import Reporting
import Territory
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Files made to break the reader give findings or errors, never a crash.
@Suite struct VerificationHostileTests {
  static let texts = [
    "", "\n", "\u{0}", "\"", "{", "[[[[[[[[", "{\"features\":[]}", "a,b\n1\n",
    String(repeating: "[", count: 200_000), String(repeating: ",", count: 10_000),
    "quarter,budget_yuan,carried_in_yuan,spent_yuan,carried_out_yuan\n"
      + "2021Q1,9223372036854775807,9223372036854775807,9223372036854775807,9223372036854775807\n",
    "package,cost_yuan,stations,start,finish,state,payments\n"
      + "a,9223372036854775807,9223372036854775807,2021Q1,2021Q2,scheduled,"
      + "2021Q1:9223372036854775807;2021Q2:9223372036854775807\n"
      + "b,9223372036854775807,9223372036854775807,2021Q1,2199Q4,scheduled,2021Q1:1\n",
    "{\"type\":\"FeatureCollection\",\"features\":["
      + "{\"type\":\"Feature\",\"geometry\":null,\"properties\":"
      + "{\"adcode\":\"a\",\"parent\":\"a\",\"population\":9223372036854775807}},"
      + "{\"type\":\"Feature\",\"geometry\":null,\"properties\":"
      + "{\"adcode\":\"b\",\"parent\":\"a\",\"population\":9223372036854775807}}]}",
  ]

  @Test(arguments: [
    "audit.csv", "packages.csv", "schedule.csv", "budget.csv", "units.geojson",
  ])
  func anyTextInAnyTable(name: String) throws {
    for text in Self.texts {
      let run = try RunTampering()
      try run.write(Array(text.utf8), to: name)
      try run.reseal()
      #expect(try !run.findings().isEmpty, "\(text.prefix(40))")
    }
  }

  @Test(arguments: texts) func anyTextAsManifest(text: String) throws {
    let run = try RunTampering()
    try run.write(Array(text.utf8), to: "run.json")
    #expect(throws: UserError.self) { try run.findings() }
  }

  @Test func countsBeyondAnyNumber() throws {
    let run = try RunTampering()
    try run.reseal {
      for status in CoverageStatus.allCases {
        $0.counts[0].before[status] = .max
        $0.counts[1].after[status] = .min
      }
      $0.costYuan = .max
      $0.stations = .min
    }
    let codes = Set(try run.findings().map(\.code))
    #expect(codes.isSuperset(of: ["DR-735", "DR-736", "DR-738"]))
  }

  @Test func aFolderAndAPipeInPlaceOfAFile() throws {
    for name in ["report.md", "audit.csv"] {
      let run = try RunTampering()
      try run.remove(name)
      try FileManager.default.createDirectory(
        atPath: run.folder + "/" + name, withIntermediateDirectories: false)
      #expect(try run.findings().contains { $0.code == "DR-731" && $0.place == name })
      try run.remove(name)
      #expect(mkfifo(run.folder + "/" + name, 0o644) == 0)
      #expect(try run.findings().contains { $0.code == "DR-731" && $0.place == name })
    }
  }

  @Test func oneBrokenTableHidesNoOther() throws {
    let run = try RunTampering()
    try run.write([], to: "audit.csv")
    try run.replace("\"population\":400", with: "\"population\":401", in: "units.geojson")
    try run.replace("2021Q3:100", with: "2021Q3:99", in: "schedule.csv")
    try run.reseal()
    let codes = Set(try run.findings().map(\.code))
    #expect(codes.isSuperset(of: ["DR-733", "DR-738", "DR-741"]))
  }

  @Test func namesThatTheFormulaGuardHasTouched() throws {
    // Ids of a user's own settlements may begin with a sign.
    var plan = TinyPlan()
    plan.packages.append(
      TinyPlan.package("-1", .townSeat, .mobile, .none, .reached, yuan: 0, stations: 0))
    plan.packages.append(
      TinyPlan.package(
        "-1", .townSeat, .mobile, .reached, .deep, yuan: 5, stations: 1,
        after: "-1/mobile/reached"))
    #expect(try RunTampering(plan).findings() == [])
  }
}
