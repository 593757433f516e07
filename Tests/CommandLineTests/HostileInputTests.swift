import Foundation
import TestSupport
import Testing

/// Every mistake gets one clear error with place, remedy, code and exit status, and leaves nothing
/// half-written.
@Suite struct HostileInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// Name and text of a file that is there.
    var file: (name: String, text: String)?
    let arguments: [String]
    let status: Int32
    let code: String
    /// Texts that the error must name.
    let says: [String]
    var testDescription: String { name }
  }

  private static let header = "id,lon,lat,group,configuration\n"
  private static let plan = ["plan", "--region", "岱山县", "-o", "run"]

  static let cases = [
    Case(
      name: "unknown region", arguments: ["plan", "--region", "亚特兰蒂斯", "-o", "run"], status: 64,
      code: "DR-230", says: ["--region", "亚特兰蒂斯", "did you mean"]),
    Case(
      name: "ambiguous region", arguments: ["plan", "--region", "朝阳", "-o", "run"], status: 64,
      code: "DR-231", says: ["211300", "110105", "220104"]),
    Case(
      name: "region without data", arguments: ["plan", "--region", "香港", "-o", "run"], status: 64,
      code: "DR-820", says: ["香港"]),
    Case(
      name: "until before from",
      arguments: plan + ["--from", "2022Q1", "--until", "2021Q4"], status: 64, code: "DR-601",
      says: ["2021Q4", "2022Q1"]),
    Case(
      name: "no budget", arguments: plan + ["--budget", "0"], status: 64, code: "DR-602",
      says: ["--budget"]),
    Case(
      name: "negative budget", arguments: plan + ["--budget=-5"], status: 64, code: "DR-602",
      says: ["-5"]),
    Case(
      name: "grid too fine", arguments: plan + ["--grid", "1"], status: 64, code: "DR-801",
      says: ["--grid", "25"]),
    Case(
      name: "threads", arguments: plan + ["--threads", "0"], status: 64, code: "DR-802",
      says: ["--threads"]),
    Case(
      name: "missing sites file", arguments: plan + ["--sites", "none.csv"], status: 66,
      code: "DR-210", says: ["none.csv"]),
    Case(
      name: "empty sites file", file: ("s.csv", ""), arguments: plan + ["--sites", "s.csv"],
      status: 65, code: "DR-201", says: ["s.csv"]),
    Case(
      name: "sites without a row", file: ("s.csv", header), arguments: plan + ["--sites", "s.csv"],
      status: 65, code: "DR-405", says: ["s.csv"]),
    Case(
      name: "wrong column",
      file: ("s.csv", "id,longitude,lat,group,configuration\na,1,2,mobile,x\n"),
      arguments: plan + ["--sites", "s.csv"], status: 65, code: "DR-205",
      says: ["s.csv:1", "'lon'", "longitude"]),
    Case(
      name: "NaN", file: ("s.csv", header + "a,nan,30,mobile,n41-64T64R\n"),
      arguments: plan + ["--sites", "s.csv"], status: 65, code: "DR-206", says: ["s.csv:2", "nan"]),
    Case(
      name: "latitude 200",
      file: ("s.csv", header + "a,122,30,mobile,n41-64T64R\nb,122,200,mobile,n41-64T64R\n"),
      arguments: plan + ["--sites", "s.csv"], status: 65, code: "DR-401", says: ["s.csv:3", "200"]),
    Case(
      name: "unknown configuration", file: ("s.csv", header + "a,122,30,mobile,n78-64T64R\n"),
      arguments: plan + ["--sites", "s.csv"], status: 65, code: "DR-403",
      says: ["s.csv:2", "n78-64T64R", "n41-64T64R"]),
    Case(
      name: "self-intersecting footprint",
      file: (
        "f.geojson",
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"settlement":"330921"},
        "geometry":{"type":"Polygon","coordinates":[[[122,30],[122.1,30.1],[122.1,30],[122,30.1],[122,30]]]}}]}
        """
      ), arguments: plan + ["--footprints", "f.geojson"], status: 65, code: "DR-134",
      says: ["f.geojson", "feature 1", "Self-intersection"]),
    Case(
      name: "broken GeoJSON", file: ("f.geojson", "{\"type\":\"FeatureCollection\",\"features\":["),
      arguments: plan + ["--footprints", "f.geojson"], status: 65, code: "DR-120",
      says: ["f.geojson"]),
    Case(
      name: "unknown standard", arguments: plan + ["--standard", "best"], status: 64,
      code: "DR-822",
      says: ["best", "deep-coverage"]),
    Case(
      name: "broken standard", file: ("s.yaml", "name: [\n"),
      arguments: plan + ["--standard", "./s.yaml"], status: 65, code: "DR-250", says: ["s.yaml"]),
    Case(
      name: "standard without criteria", file: ("s.yaml", "name: x\n"),
      arguments: plan + ["--standard", "./s.yaml"], status: 65, code: "DR-251",
      says: ["s.yaml", "missing"]),
    Case(
      name: "unknown project key", file: ("p.yaml", "regoin: 浙江\n"),
      arguments: ["plan", "--project", "p.yaml", "-o", "run"], status: 65, code: "DR-811",
      says: ["p.yaml:1", "regoin"]),
    Case(
      name: "bad project value", file: ("p.yaml", "from: 2021\n"),
      arguments: ["plan", "--project", "p.yaml", "-o", "run"], status: 65, code: "DR-810",
      says: ["p.yaml"]),
    Case(
      name: "unknown coordinate system", file: ("s.csv", header + "a,122,30,mobile,n41-64T64R\n"),
      arguments: plan + ["--sites", "s.csv", "--sites-crs", "mars"], status: 65, code: "DR-110",
      says: ["mars"]),
    Case(
      name: "run that is none", arguments: ["verify", "none"], status: 66, code: "DR-702",
      says: ["none"]),
  ]

  @Test(arguments: cases) func isRefusedInOneClearError(hostile: Case) throws {
    let scratch = try Scratch()
    if let (name, text) = hostile.file { try scratch.file(name, text) }
    let before = scratch.names()
    let outcome = try Tool.run(hostile.arguments, in: scratch.url)
    #expect(outcome.status == hostile.status)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("[\(hostile.code)]"), "\(outcome.errors)")
    #expect(outcome.errors.contains("remedy: "))
    for text in hostile.says { #expect(outcome.errors.contains(text), "\(outcome.errors)") }
    #expect(scratch.names() == before)
  }

  @Test func folderThatIsNoRunIsNotReplaced() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("mine"), withIntermediateDirectories: true)
    try scratch.file("mine/thesis.txt", "years of work")
    let outcome = try Tool.run(["plan", "--region", "岱山县", "-o", "mine"], in: scratch.url)
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("DR-704"))
    #expect(scratch.names("mine") == ["thesis.txt"])
  }
}
