import Reporting
import Testing

@Suite struct TextTableTests {
  private var table: TextTable {
    var table = TextTable([.text("类别"), .number("count")])
    table.append(["城区", "7"])
    table.append(["town seat", "12345"])
    return table
  }

  @Test func chineseLinesUpOnATerminal() {
    #expect(
      table.terminal() == """
        类别       count
        ─────────  ─────
        城区           7
        town seat  12345

        """)
  }

  @Test func everyMarkdownLineIsEquallyWide() {
    let lines = table.markdown().split(separator: "\n")
    #expect(lines.count == 4)
    #expect(Set(lines.map { DisplayWidth.of(String($0)) }).count == 1)
    #expect(lines[1] == "| --------- | ----: |")
  }

  @Test func markdownEscapesWhatWouldBreakTheTable() {
    var table = TextTable([.text("a|b")])
    table.append(["x|y\\z"])
    #expect(table.markdown().contains("a\\|b"))
    #expect(table.markdown().contains("x\\|y\\\\z"))
  }

  @Test func noCellBreaksTheLineOrSteersTheTerminal() {
    var table = TextTable([.text("a")])
    table.append(["one\ntwo\u{1B}[31m"])
    #expect(table.terminal().split(separator: "\n").count == 3)
    #expect(!table.terminal().contains("\u{1B}"))
  }

  @Test func narrowTerminalsCutTextNeverNumbers() {
    var table = TextTable([.text("name"), .number("value")])
    table.append(["a very long name of a place", "1234567890"])
    let lines = table.terminal(width: 22).split(separator: "\n")
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 22 })
    #expect(lines[2] == "a very lo…  1234567890")
  }

  @Test func noTextIsCutBelowSixColumns() {
    var table = TextTable([.text("name"), .number("value")])
    table.append(["abcdefghij", "123"])
    #expect(table.terminal(width: 3).split(separator: "\n")[2] == "abcde…    123")
  }
}
