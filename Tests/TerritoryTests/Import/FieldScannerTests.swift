import Territory
import TestSupport
import Testing

@Suite struct FieldScannerTests {
  private func fields(
    _ text: String, columns: [Int?], delimiter: Character = ","
  ) -> [String]? {
    let scanner = FieldScanner(delimiter: delimiter.asciiValue ?? 0, columns: columns)
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      var found = [UnsafeBufferPointer<UInt8>](
        repeating: UnsafeBufferPointer(rebasing: bytes[0..<0]), count: columns.count)
      guard case .fields = scanner.scan(bytes, into: &found) else { return nil }
      return found.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test func findsWhatIsWantedInAnyOrder() {
    #expect(fields("a,b,c,d", columns: [2, 0]) == ["c", "a"])
    #expect(fields("a\tb\tc", columns: [1], delimiter: "\t") == ["b"])
    #expect(fields("a,b\r", columns: [1]) == ["b"])
  }

  @Test func whatIsNotThereIsEmpty() {
    #expect(fields("a", columns: [0, 3]) == ["a", ""])
    #expect(fields("a,b", columns: [nil, 1]) == ["", "b"])
    #expect(fields(",,c", columns: [0, 1, 2]) == ["", "", "c"])
    #expect(fields("a,", columns: [1]) == [""])
  }

  @Test func quotesHoldDelimiters() {
    #expect(fields("\"a,b\",c", columns: [0, 1]) == ["a,b", "c"])
    #expect(fields("\"a\"\"b\",c", columns: [1]) == ["c"])
    #expect(fields("\"\",c", columns: [0, 1]) == ["", "c"])
    #expect(fields("\"a,b", columns: [0]) == nil)
  }

  @Test func blankRowsAreTold() {
    #expect(fields("", columns: [0]) == nil)
    #expect(fields("  \r", columns: [0]) == nil)
    // Delimiters alone are a row: its fields are empty.
    #expect(fields(",,", columns: [0]) == [""])
  }

  @Test func delimiterIsTheOneThatStandsMostOften() {
    #expect(FieldScanner.delimiter(of: Array("a;b;c,d".utf8)) == UInt8(ascii: ";"))
    #expect(FieldScanner.delimiter(of: Array("a".utf8)) == UInt8(ascii: ","))
    #expect(FieldScanner.delimiter(of: Array("a\tb".utf8)) == UInt8(ascii: "\t"))
  }

  /// Against a second reader, the one for tables of any kind.
  @Test(arguments: UInt64(1)...200)
  func agreesWithTheTableReader(seed: UInt64) throws {
    var random = RandomNumbers(seed: seed)
    let columns = 1 + random.below(6)
    let cells = (0..<columns).map { _ in
      let text = String((0..<random.below(5)).map { _ in "ab, ;1".randomElement(&random) })
      return text.contains(",") || random.below(4) == 0 ? "\"\(text)\"" : text
    }
    // A row that is nothing but spaces is blank to both.
    let row = cells.joined(separator: ",")
    guard row.contains(where: { $0 != " " }), row != "\"\"", !row.hasSuffix(" ") else { return }
    let header = (0..<columns).map { "c\($0)" }.joined(separator: ",")
    let table = try CSVTable(name: "t", bytes: Array("\(header)\n\(row)\n".utf8))
    let expected = try #require(table.rows.first).cells
    #expect(fields(row, columns: Array(0..<columns)) == expected, "\(row)")
  }
}

extension String {
  fileprivate func randomElement(_ random: inout RandomNumbers) -> Character {
    Array(self)[random.below(count)]
  }
}
