import Foundation
import TestSupport
import Testing

/// `plan --pilots` with pilots of campuses, over a small region.
@Suite struct CampusPilotTests {
  private static let plan = ["plan", "--region", "岱山县", "--grid", "100"]

  private static func fixture(_ name: String) -> String {
    Tool.root.appendingPathComponent("Tests/Fixtures/pilots/" + name).path
  }

  @Test func aCampusStandsByItsPilotsDate() throws {
    let scratch = try Scratch()
    let options =
      Self.plan + [
        "--campuses", Self.fixture("campuses.csv"), "--pilots",
        Self.fixture("daishan-campuses.yaml"),
      ]
    for threads in ["1", "2"] {
      let outcome = try Tool.run(
        options + ["--threads", threads, "-o", "run\(threads)"], in: scratch.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("2 pilots: 2 stand by their date"))
      #expect(try Tool.run(["verify", "run\(threads)"], in: scratch.url).status == 0)
    }
    for name in scratch.names("run1") where name != "timings.json" {
      #expect(try scratch.text("run1/\(name)") == scratch.text("run2/\(name)"), "\(name)")
    }
    let pilot = try #require(scratch.rows("run1/pilots.csv").first)
    let packages = (pilot["packages"] ?? "").split(separator: ";").map(String.init)
    // Its settlement has the status in the campus' group already: its own network is all that is left.
    #expect(packages == ["campus/quay/mobile"] && pilot["groups"] == "mobile")
    #expect(pilot["campus"] == "quay" && (pilot["quarter"] ?? "9") <= "2022Q2")
    let campus = try #require(
      scratch.rows("run1/campuses.csv").first { $0["id"] == "quay" })
    #expect((campus["finish"] ?? "9") <= "2022Q2")
    let places = try scratch.rows("run1/pilots-replication.csv")
    #expect(places.filter { $0["pilot"] == "quay" }.allSatisfy { $0["row"] == "campus" })
    #expect(places.first?["campus"] == "pier" && places.first?["industry_distance"] == "0.0000")
    #expect(Set(places.filter { $0["pilot"] == "town" }.map { $0["row"] ?? "" }).count == 2)
    // A campus that runs nothing, and never would, is no place to repeat anything.
    #expect(!places.contains { $0["campus"] == "shed" })
  }

  @Test(
    arguments: [
      ("id,campus,by\na,quay,2022Q1\n", false, "DR-955"),
      ("id,campus,by\na,nobody,2022Q1\n", true, "DR-956"),
      ("id,campus,by\na,plant,2022Q1\n", true, "DR-956"),
      ("id,campus,by\na,shed,2022Q1\n", true, "DR-957"),
      ("id,campus,by,group\na,quay,2022Q1,unicom\n", true, "DR-931"),
      ("id,campus,by\na,quay,2020Q1\n", true, "DR-929"),
    ]) func whatCannotBeIsRefused(text: String, hasCampuses: Bool, code: String) throws
  {
    let scratch = try Scratch()
    try scratch.file("p.csv", text)
    let campuses = hasCampuses ? ["--campuses", Self.fixture("campuses.csv")] : []
    let outcome = try Tool.run(
      Self.plan + ["--group", "mobile", "--pilots", "p.csv", "-o", "run"] + campuses,
      in: scratch.url)
    #expect(outcome.status != 0 && outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
    #expect(outcome.errors.contains("p.csv:2") && scratch.names() == ["p.csv"])
  }

  @Test func aGroupThatIsNotTheCampusIsRefused() throws {
    let scratch = try Scratch()
    try scratch.file("p.csv", "id,campus,by,group\na,plant,2022Q1,mobile\n")
    let outcome = try Tool.run(
      Self.plan + [
        "--pilots", "p.csv", "--campuses", Self.fixture("campuses.csv"), "-o", "run",
      ], in: scratch.url)
    #expect(outcome.status == 65 && outcome.errors.contains("[DR-958]"), "\(outcome.errors)")
  }
}
