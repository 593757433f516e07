import Geometry
import Scheduling
import TestSupport
import Territory
import Testing

/// The book of gates, and files that say how far decisions are.
@Suite struct GateFileTests {
  private static func book() throws -> GateBook {
    try GateBook.read(path: Geodata.locate().path(GateBook.file))
  }

  private func read(_ text: String) throws -> GateFile {
    let gates = try Self.book().gates
    return try GateFile(
      name: "g.csv", bytes: Array(text.utf8), gates: gates, places: ["330921", "p"])
  }

  @Test func theBundledBookHasEveryGateWithItsSource() throws {
    let book = try Self.book()
    #expect(
      book.gates.map(\.name) == [
        "site-access", "new-mast", "tower-sharing", "power-connection", "road-opening",
        "environmental-notice", "frequency",
      ])
    for gate in book.gates {
      #expect(gate.leadDays.unit == "d" && gate.leadDays.source.count > 20)
      #expect(!gate.names.zh.isEmpty && !gate.names.en.isEmpty)
    }
    #expect(book.department("卫生健康")?.en == "health")
    #expect(book.department("Health")?.zh == "卫生健康" && book.department("health")?.zh == "卫生健康")
    #expect(book.department("水利") == nil)
  }

  @Test func statesAreRead() throws {
    let gates = try Self.book().gates
    let file = try read(
      """
      settlement,gate,state,date
      330921,new-mast,applied,2021-02-03
      330921,frequency,granted,
      p,power-connection,open,

      """)
    #expect(file.entry("330921", gates[1]).state == .applied)
    #expect(file.entry("330921", gates[1]).day?.description == "2021-02-03")
    #expect(file.entry("330921", gates[6]).state == .granted)
    #expect(file.entry("330921", gates[0]).state == .open)
    #expect(file.entry("p", gates[3]).state == .open)
    #expect(GateFile().entry("330921", gates[1]).state == .open)
  }

  @Test func campusesStandAsInTheListOfDecisions() throws {
    let gates = try Self.book().gates
    func read(_ place: String) throws -> GateFile {
      try GateFile(
        name: "g.csv", bytes: Array("settlement,gate,state\n\(place),frequency,granted\n".utf8),
        gates: gates, places: ["330921"], isCampus: { $0 == "campus/a" })
    }
    #expect(try read("campus/a").entry("campus/a", gates[6]).state == .granted)
    let error = #expect(throws: UserError.self) { try read("campus/b") }
    #expect(error?.code == "DR-936" && error?.problem.contains("campus/b") == true)
  }

  @Test(
    arguments: [
      ("settlement,gate,state,when\n", "DR-935"), ("settlement,settlement,gate\n", "DR-935"),
      ("settlement,state\n330921,open\n", "DR-205"),
      ("settlement,gate,state\n330921,frequency,refused\n", "DR-935"),
      ("settlement,gate,state,date\n330921,frequency,applied,\n", "DR-935"),
      ("settlement,gate,state,date\n330921,frequency,granted,2021-02-30\n", "DR-935"),
      ("settlement,gate,state\n330921,frequenzy,open\n", "DR-936"),
      ("settlement,gate,state\n330922,frequency,open\n", "DR-936"),
      ("settlement,gate,state\np,frequency,open\np,frequency,granted\n", "DR-936"),
    ]) func mistakesAreNamed(text: String, code: String)
  {
    let error = userError { try read(text) }
    #expect(error?.code == code && error?.place.hasPrefix("g.csv:") == true, "\(text)")
  }

  @Test func aBookThatContradictsItselfIsRefused() throws {
    let scratch = try Scratch()
    func gate(_ name: String, _ department: String, _ days: String) -> String {
      "  - {name: \(name), names: {zh: 甲, en: a}, department: \(department), when: stations, "
        + "before: build, leadDays: {value: \(days), unit: d, kind: judgement, source: test}}\n"
    }
    let head = "departments: {d: {zh: 部, en: d}}\ngates:\n"
    _ = try GateBook.read(path: scratch.file("a.yaml", head + gate("a", "d", "3")))
    for (text, code) in [
      (gate("a", "e", "3"), "DR-934"), (gate("a", "d", "-1"), "DR-934"),
      (gate("a", "d", "1") + gate("a", "d", "1"), "DR-934"), (gate("a", "d", ".nan"), "DR-251"),
    ] {
      let path = try scratch.file("b.yaml", head + text)
      #expect(userError { try GateBook.read(path: path) }?.code == code, "\(text)")
    }
  }
}
