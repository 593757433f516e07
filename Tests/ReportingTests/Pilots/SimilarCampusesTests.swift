import Coverage
import Foundation
import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import TestSupport
import Territory
import Testing

/// Campuses like a pilot's, by hand: all run one scenario over the public network as it is.
@Suite struct SimilarCampusesTests {
  /// A campus of the world.
  struct Given {
    let id: String
    var industry = "steel"
    var kind = CampusKind.factory
    var terminals = 10
    var settlement: String? = "330182"
    var reach = PublicReach.already
    var metresEast = 0.0
  }

  private static let named = PilotWorld.pilot(
    "p", at: "330182", by: PilotWorld.from, status: .none, kind: .park)

  private static func campus(_ id: String) -> PilotCampus {
    PilotCampus(id: id, name: "=\(id)", group: .mobile, scenarios: 1, enabled: 1, package: nil)
  }

  private func result(
    _ pilots: [Pilot], _ campuses: [String: PilotCampus], _ given: [Given]
  ) throws -> PlanResult {
    var result = try PilotWorld.result(pilots, campuses: campuses)
    let origin = try #require(result.pilots?.outcomes.first?.task.site.position)
    let geodata = try Geodata.locate()
    let book = try IndustryBook.read(path: geodata.path(IndustryBook.file))
    let pattern = try book.pattern("7:3")
    let east = EllipsoidDegree(at: origin.y).eastMetres
    let set = CampusSet(
      campuses: given.map { own in
        Campus(
          id: own.id, name: "=\(own.id)", kind: own.kind, industry: own.industry,
          position: Coordinate(x: origin.x + own.metresEast / east, y: origin.y), hectares: 10,
          employees: 1000, terminals: ["process-tracing": own.terminals],
          terminalKind: .measured, county: "330182", dataKind: .measured)
      }, repairs: [])
    let planner = try CampusPlanner(
      book: book, bands: BandBook.read(path: geodata.path("books/bands.yaml")), groups: [.mobile],
      pattern: pattern)
    result.campuses = CampusResult(
      book: book, pattern: pattern.name, gazetteer: result.gazetteer,
      outcomes: zip(planner.findings(set.campuses), given).map { finding, own in
        CampusOutcome(finding: finding, settlement: own.settlement, reach: own.reach)
      }, set: set, isScheduled: true)
    return result
  }

  private static let given = [
    Given(id: "model"), Given(id: "same", terminals: 40),
    Given(id: "mine", industry: "mining", settlement: "330100"),
    Given(id: "later", reach: .from(PilotWorld.from.advanced(by: 2))),
    Given(id: "never", reach: .never), Given(id: "nowhere", settlement: nil),
  ]

  @Test func distancesAreSumsOfTheDifferences() throws {
    let result = try result([Self.named], ["p": Self.campus("model")], Self.given)
    let pilots = try #require(result.pilots)
    let similar = try #require(SimilarCampuses(result, pilots))
    let found = similar.ranked(pilots.outcomes[0])
    #expect(found.map(\.outcome.finding.campus.id) == ["nowhere", "later", "same", "mine"])
    #expect(found.allSatisfy { $0.model.finding.campus.id == "model" })
    // Half a year at 0.5; two doublings at 0.5; 6 of 16 scenarios not in common at 3, and two steps of status at 0.5.
    for (campus, expected) in zip(found, [0, 0.25, 1, 3 * 0.375 + 2 * 0.5]) {
      #expect(abs(campus.distance - expected) < 1e-9, "\(campus.outcome.finding.campus.id)")
    }
    #expect(found.map(\.statusSteps) == [nil, 0, 0, 2] && found[0].readiness == nil)
    #expect(found.map(\.quarter) == [nil, PilotWorld.from.advanced(by: 2), nil, nil])
    // A pilot on a campus is held against campuses alone.
    #expect(SimilarPlaces(result, pilots).ranked(pilots.outcomes[0]).isEmpty)
  }

  @Test func campusesOfOtherPilotsOfTheKindAreLeftOut() throws {
    let other = PilotWorld.pilot(
      "q", at: "330182", by: PilotWorld.from, status: .none, kind: .park)
    let result = try result(
      [Self.named, other], ["p": Self.campus("model"), "q": Self.campus("same")], Self.given)
    let pilots = try #require(result.pilots)
    let similar = try #require(SimilarCampuses(result, pilots))
    #expect(
      similar.ranked(pilots.outcomes[0]).map(\.outcome.finding.campus.id)
        == ["nowhere", "later", "mine"])
  }

  /// Without a campus of its own a pilot is taken to be like the nearest of the fitting industry: of its settlement,
  /// whatever the way, else no farther than the book says.
  @Test func aPilotWithoutACampusIsLikeTheNearestOfItsKind() throws {
    func model(_ kind: PilotKind, _ given: [Given]) throws -> String? {
      let pilot = PilotWorld.pilot(
        "p", at: "330182", by: PilotWorld.from, status: .reached, group: .unicom, kind: kind)
      let result = try result([pilot], [:], given)
      let pilots = try #require(result.pilots)
      #expect(!SimilarPlaces(result, pilots).ranked(pilots.outcomes[0]).isEmpty)
      return SimilarCampuses(result, pilots)?.model(pilots.outcomes[0])?.finding.campus.id
    }
    let near = Given(id: "near", industry: "mining", settlement: "330100", metresEast: 9000)
    let own = Given(id: "own", kind: .mine, settlement: "330182", metresEast: 30_000)
    let far = Given(id: "far", industry: "mining", settlement: nil, metresEast: 11_000)
    let steel = Given(id: "steel")
    #expect(try model(.mine, [near, own, far, steel]) == "own")
    #expect(try model(.mine, [near, far, steel]) == "near")
    #expect(try model(.mine, [far, steel]) == nil)
    #expect(try model(.hospital, [near, own]) == nil)
    #expect(try model(.port, [near, own]) == nil)
    #expect(try model(.park, [Given(id: "zone", kind: .cluster), near]) == "zone")
    #expect(try model(.port, [Given(id: "quay", industry: "port"), near]) == "quay")
  }

  private static func rows(_ run: RunTampering, _ name: String) throws -> [[String: String]] {
    let table = try CSVTable(name: name, bytes: run.bytes(name))
    return table.rows.map { row in
      Dictionary(zip(table.header, row.cells), uniquingKeysWith: { $1 })
    }
  }

  @Test func filesAndReportsHaveThem() throws {
    let mine = PilotWorld.pilot(
      "m", at: "330182", by: PilotWorld.from, status: .reached, group: .unicom, kind: .mine)
    let result = try result(
      [Self.named, mine], ["p": Self.campus("model")],
      Self.given + [Given(id: "pit", industry: "mining", kind: .mine)])
    let run = try RunTampering()
    try TinyPlan().write(run.scratch, result: result, language: .english)
    let rows = try Self.rows(run, "pilots-replication.csv")
    let places = rows.map { "\($0["pilot"] ?? "") \($0["row"] ?? "") \($0["rank"] ?? "")" }
    #expect(places.prefix(5) == (1...5).map { "p campus \($0)" }[...])
    #expect(places.dropFirst(5).prefix(2) == ["m settlement 1", "m settlement 2"])
    #expect(places.dropFirst(7).first == "m campus 1" && places.count == 12)
    let same = try #require(rows.first { $0["pilot"] == "p" && $0["campus"] == "same" })
    #expect(same["times_terminals"] == "4.0000" && same["distance"] == "1.0000")
    #expect(same["settlement"] == "330182" && same["like_campus"] == "model")
    #expect(
      rows.filter { $0["pilot"] == "m" && $0["row"] == "campus" }.allSatisfy {
        $0["like_campus"] == "pit"
      })
    let pilots = try Self.rows(run, "pilots.csv")
    #expect(pilots[0]["campus"] == "model" && pilots[0]["scenarios_enabled"] == "1")
    #expect(pilots[0]["status"] == "none" && pilots[1]["campus"] == "")
    let report = try run.scratch.text("run/report.md")
    for words in [
      "### Campuses where it can be repeated", "=model", "same industry", "62.50% of the scenarios",
      "=m names no campus: it is taken to be like =pit (mining).",
      "of the 1 scenarios of =model 1 run over what is there",
    ] { #expect(report.contains(words), "\(words)") }
    let chinese = try RunTampering()
    try TinyPlan().write(chinese.scratch, result: result, language: .chinese)
    let text = try chinese.scratch.text("run/report.md")
    #expect(text.contains("### 可复制的园区") && text.contains("同行业") && text.contains("为参照"))
  }
}
