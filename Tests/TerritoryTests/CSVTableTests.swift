import Geometry
import Territory
import Testing

@Suite struct CSVTableTests {
  @Test func quotesLinesAndByteOrderMark() throws {
    let table = try read("\u{FEFF}a,b\r\n1,\"x,\"\"y\"\"\nz\"\r\n2,\n")
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.cells) == [["1", "x,\"y\"\nz"], ["2", ""]])
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test(arguments: [
    ("", "DR-201", 65), ("\n", "DR-201", 65), ("a,b\n1\n", "DR-202", 65),
    ("a,b\n1,\"x\n", "DR-203", 65), ("a,b\n1,x\u{0}\n", "DR-204", 65),
  ]) func brokenTextIsRefused(text: String, code: String, status: Int32) {
    #expect {
      try read(text)
    } throws: { error in
      (error as? UserError)?.code == code && (error as? UserError)?.status.rawValue == status
    }
  }

  @Test func invalidUTF8IsRefused() {
    #expect(throws: UserError.self) {
      try CSVTable(name: "t.csv", bytes: [0x61, 0x0A, 0xFF, 0xFE, 0x0A])
    }
  }

  @Test(arguments: ["nan", "inf", "", "12m", "1e999"]) func numbersAreFinite(cell: String) throws {
    let table = try read("v\n\"\(cell)\"\n1\n")
    guard let row = table.rows.first(where: { $0.cells[0] == cell }) else { return }
    #expect {
      try table.number(row, 0)
    } throws: { ($0 as? UserError)?.place == "t.csv:2" }
  }

  @Test func missingColumnListsThoseThereAre() throws {
    let table = try read("a,b\n1,2\n")
    #expect {
      try table.require("lon")
    } throws: { ($0 as? UserError)?.remedy.contains("a, b") == true }
  }

  private func read(_ text: String) throws(UserError) -> CSVTable {
    try CSVTable(name: "t.csv", bytes: Array(text.utf8))
  }
}
