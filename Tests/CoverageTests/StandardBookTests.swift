import Coverage
import Geometry
import Territory
import TestSupport
import Testing

@Suite struct StandardBookTests {
  @Test func everyBundledStandardIsReadAndComplete() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    #expect(
      geodata.standardNames()
        == ["deep-coverage", "gigabit-city", "signal-upgrade-2025", "taiyuan-2018"])
    for name in geodata.standardNames() {
      let standard = try StandardBook.read(path: geodata.path("books/standards/\(name).yaml"))
      #expect(standard.name == name)
      #expect(!standard.titleChinese.isEmpty && !standard.titleEnglish.isEmpty)
      #expect(!standard.source.isEmpty)
      #expect(Assessment(standard, kind: .city).target == .deep)
      for kind in SettlementKind.allCases {
        for rule in standard.rules(for: kind) {
          for criterion in rule.criteria { #expect(!criterion.threshold.source.isEmpty) }
        }
      }
    }
  }

  @Test func aStandardOfOnesOwnIsRead() throws {
    let scratch = try Scratch()
    let text = Self.city([Self.rule("reached", Self.reach)])
    let standard = try StandardBook.read(path: scratch.file("mine.yaml", text))
    #expect(standard.rules(for: .city).map(\.status) == [.reached])
    #expect(standard.rules(for: .townSeat).map(\.status) == [.reached])
  }

  @Test(
    arguments: [
      // Statuses that fall, stand twice, are missing or are no target.
      (city([rule("deep", reach), rule("reached", reach)]), "DR-410", "city"),
      (city([rule("deep", reach), rule("deep", reach)]), "DR-410", "city"),
      (city([rule("none", reach)]), "DR-410", "city"), (city([]), "DR-410", "city"),
      // Criteria that cannot be measured.
      (city([rule("deep", share(0.9, rsrp: nil, probability: 0.75))]), "DR-411", "city"),
      (city([rule("deep", share(0.9, rsrp: -110, probability: nil))]), "DR-411", "city"),
      (city([rule("deep", share(1.2, rsrp: -110, probability: 0.75))]), "DR-412", "city"),
      (city([rule("deep", share(-0.1, rsrp: -110, probability: 0.75))]), "DR-412", "city"),
      (city([rule("deep", share(0.9, rsrp: 110, probability: 0.75))]), "DR-412", "city"),
      (city([rule("deep", share(0.9, rsrp: -110, probability: 1))]), "DR-412", "city"),
      (city([rule("deep", "")]), "DR-251", "city"),
      // What the reader itself refuses.
      (city([rule("deep", share(.nan, rsrp: -110, probability: 0.75))]), "DR-251", nil),
      (city([rule("excellent", reach)]), "DR-251", nil),
      ("name: x\n", "DR-251", nil), ("name: [x\n", "DR-250", nil),
    ] as [(String, String, String?)]) func mistakesAreNamed(
      text: String, code: String, kind: String?
    ) throws
  {
    let scratch = try Scratch()
    let path = try scratch.file("mine.yaml", text)
    let error = userError { try StandardBook.read(path: path) }
    #expect(error?.code == code)
    #expect(error?.status == .badData)
    #expect(error?.place == (kind.map { "\(path): \($0)" } ?? path))
    #expect(error?.remedy.isEmpty == false)
  }

  @Test func aFileThatIsNotThereIsMissingInput() {
    let error = userError { try StandardBook.read(path: "/nowhere/mine.yaml") }
    #expect(error?.code == "DR-210")
    #expect(error?.status == .missingInput)
  }

  private static func figure(_ value: Double) -> String {
    let text = value.isNaN ? ".nan" : "\(value)"
    return "{value: \(text), unit: \"1\", kind: judgement, source: test}"
  }

  private static var reach: String { "{criterion: reach, threshold: \(figure(1))}" }

  private static func share(_ threshold: Double, rsrp: Double?, probability: Double?) -> String {
    var text = "{criterion: outdoor-share, threshold: \(figure(threshold))"
    if let rsrp { text += ", rsrpDBm: \(figure(rsrp))" }
    if let probability { text += ", pointProbability: \(figure(probability))" }
    return text + "}"
  }

  private static func rule(_ status: String, _ criterion: String) -> String {
    "{status: \(status), criteria: [\(criterion)]}"
  }

  private static func city(_ rules: [String]) -> String {
    let seat = "[\(rule("reached", reach))]"
    return """
      name: mine
      titleChinese: ""
      titleEnglish: ""
      description: ""
      source: test
      city: [\(rules.joined(separator: ", "))]
      countySeat: \(seat)
      townSeat: \(seat)

      """
  }
}
