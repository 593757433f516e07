import Coverage
import Radio
import Reporting
import Scheduling
import Territory
import Testing

@Suite struct CatalogueTests {
  @Test(arguments: Message.allCases) func bothLanguagesWithTheSamePlaceholders(message: Message) {
    func placeholders(_ language: Language) -> [String] {
      message.text(language).matches(of: /\{[0-9]+\}/).map { String($0.0) }.sorted()
    }
    for language in Language.allCases {
      #expect(!message.text(language).isEmpty)
    }
    #expect(placeholders(.chinese) == placeholders(.english))
    let numbers = Set(placeholders(.english))
    #expect(numbers == Set(numbers.indices.map { _ in "" }.enumerated().map { "{\($0.offset)}" }))
  }

  @Test(arguments: Message.allCases) func chineseIsChineseAndEnglishIsNot(message: Message) {
    func hasHan(_ text: String) -> Bool {
      text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
    #expect(hasHan(message.text(.chinese)))
    #expect(!hasHan(message.text(.english)))
  }

  @Test func placeholdersAreFilled() {
    #expect(Message.written.text(.english, ["runs/x"]) == "Written to runs/x")
    // A value that looks like a placeholder stays what it is for all that come before it.
    #expect(Message.written.text(.english, ["{1}"]) == "Written to {1}")
  }

  @Test func everyWordOfTheModelHasItsOwnKey() {
    #expect(
      SettlementKind.allCases.map { Message($0).rawValue } == ["city", "county-seat", "town-seat"])
    #expect(
      CoverageStatus.allCases.map { Message($0).rawValue }
        == CoverageStatus.allCases.map(\.rawValue))
    #expect(
      NetworkGroup.allCases.map { Message($0).rawValue } == NetworkGroup.allCases.map(\.rawValue))
    #expect(DataKind.allCases.map { Message($0).rawValue } == DataKind.allCases.map(\.rawValue))
    #expect(
      UnscheduledReason.allCases.map { Message($0).rawValue }
        == UnscheduledReason.allCases.map(\.rawValue))
    for criterion in CriterionKind.allCases {
      #expect(Message(rawValue: criterion.rawValue) != nil, "\(criterion.rawValue)")
    }
  }

  @Test func unknownKeysStandForThemselves() {
    #expect(Message.text(forKey: "no-such-key", .chinese) == "no-such-key")
    #expect(Message.text(forKey: "deep", .english) == "deep")
  }
}
