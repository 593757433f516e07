import Reporting
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("浙江省", 6), ("5G覆盖", 6), ("，。", 4), ("ｆ", 2), ("e\u{301}", 1),
    ("\u{1B}[K", 2), ("a\u{200B}b", 2), ("한", 2), ("→", 1), ("𠮷", 2),
  ])
  func columns(text: String, expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("浙江省", 5, "浙江…"), ("浙江省", 4, "浙…"),
    ("浙江省", 6, "浙江省"), ("abc", 0, ""), ("浙江", 1, "…"),
  ])
  func cutNeverSplitsAWideCharacter(text: String, columns: Int, expected: String) {
    let cut = DisplayWidth.cut(text, to: columns)
    #expect(cut == expected)
    #expect(DisplayWidth.of(cut) <= columns)
  }

  @Test func paddedToColumnsNotCharacters() {
    #expect(DisplayWidth.pad("浙江", to: 6) == "浙江  ")
    #expect(DisplayWidth.pad("12", to: 5, onTheLeft: true) == "   12")
    #expect(DisplayWidth.pad("longer", to: 3) == "longer")
  }
}
