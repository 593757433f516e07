import Coverage
import Geometry
import Radio
import Reporting
import Territory
import Testing

@Suite struct ManifestTests {
  static func manifest() -> Manifest {
    var count = StatusCount(group: .unicom, kind: .countySeat)
    count.before[.reached] = 3
    count.after[.deep] = 3
    var manifest = Manifest(
      toolVersion: "0.1.0", verb: "plan",
      arguments: ["plan", "--threads", "2", "--region", "浙江"],
      project: ["region": ["330000"], "budget": 5, "share": 0.5], seed: 7,
      inputs: [
        FileDigest(path: "b", bytes: [1]), FileDigest(path: "a\"\n", bytes: []),
      ], counts: [count], schedule: nil)
    manifest.costYuan = 12
    manifest.stations = 4
    manifest.outputs = [FileDigest(path: "audit.csv", bytes: [1, 2, 3])]
    return manifest
  }

  @Test func comesBackAsItWasWritten() throws {
    let manifest = Self.manifest()
    #expect(try Manifest(parsing: manifest.sealed(), file: "run.json") == manifest)
    #expect(manifest.arguments == ["plan", "--region", "浙江"])
    #expect(manifest.inputs.map(\.path) == ["a\"\n", "b"])
  }

  @Test func theSealIsTheHashOfTheFileWithTheSealBlank() throws {
    let text = String(decoding: try Self.manifest().sealed(), as: UTF8.self)
    let match = try #require(text.firstMatch(of: /"seal": "([0-9a-f]{64})"/))
    let blank = text.replacing(match.1, with: String(repeating: "0", count: 64))
    #expect(Digest(of: Array(blank.utf8)).hexadecimal == match.1)
  }

  @Test func sealingTwiceGivesTheSameBytes() throws {
    #expect(try Self.manifest().sealed() == Self.manifest().sealed())
  }

  @Test(arguments: [
    "[]", "{}", "{\"tool\":\"other\"}", "{\"tool\":\"deepreach\"}",
    "{\"tool\":\"deepreach\",\"version\":\"1\",\"verb\":\"plan\",\"seed\":0.5,\"project\":{}}",
    "{\"tool\":\"deepreach\",\"version\":\"1\",\"verb\":\"plan\",\"seed\":0,\"project\":{},\"inputs\":[{}]}",
    "{\"tool\":\"deepreach\",\"version\":\"1\",\"verb\":\"plan\",\"seed\":0,\"project\":{},\"counts\":[{\"group\":\"x\"}]}",
    "{\"tool\":\"deepreach\",\"version\":\"1\",\"verb\":\"plan\",\"seed\":0,\"project\":{},\"counts\":[{\"group\":\"mobile\",\"kind\":\"city\",\"before\":{}}]}",
  ])
  func whatIsNoManifestIsRefused(text: String) {
    let error = #expect(throws: UserError.self) {
      try Manifest(parsing: Array(text.utf8), file: "run.json")
    }
    #expect(error?.code == "DR-705")
    #expect(error?.place == "run.json")
  }

  @Test(arguments: ["", "{", "{\"tool\":", "\u{0}"]) func whatIsNoJSONIsRefused(text: String) {
    #expect(throws: UserError.self) {
      try Manifest(parsing: Array(text.utf8), file: "run.json")
    }
  }
}
