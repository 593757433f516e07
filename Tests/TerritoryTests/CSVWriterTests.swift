import Geometry
import Territory
import TestSupport
import Testing

@Suite struct CSVWriterTests {
  private func line(_ cells: [CSVCell]) -> String {
    var writer = CSVWriter(header: cells.indices.map { "c\($0)" })
    let header = writer.bytes.count
    writer.append(cells)
    return String(decoding: writer.bytes[header...], as: UTF8.self)
  }

  @Test func headerThenLinesWithLineFeeds() {
    var writer = CSVWriter(header: ["a", "b"])
    writer.append([.integer(1), .text("x")])
    #expect(writer.bytes == Array("a,b\n1,x\n".utf8))
  }

  @Test(arguments: [
    ("plain", "plain\n"), ("", "\n"), ("浙江省", "浙江省\n"),
    ("a,b", "\"a,b\"\n"), ("say \"hi\"", "\"say \"\"hi\"\"\"\n"),
    ("two\nlines", "\"two\nlines\"\n"), ("cr\rhere", "\"cr\rhere\"\n"),
  ])
  func quotesOnlyWhatNeedsIt(text: String, expected: String) {
    #expect(line([.text(text)]) == expected)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1\n"), ("+86", "'+86\n"), ("-x", "'-x\n"), ("@A1", "'@A1\n"),
    ("=A,B", "\"'=A,B\"\n"), ("a=b", "a=b\n"), ("'x", "'x\n"), ("\t=1", "'\t=1\n"),
  ])
  func noSpreadsheetRunsTextAsFormula(text: String, expected: String) {
    #expect(line([.text(text)]) == expected)
  }

  @Test func numbersAreNeverGuarded() {
    #expect(line([.integer(-5), .decimal(-1.5, decimals: 2)]) == "-5,-1.50\n")
  }

  @Test func whatIsNotKnownIsEmpty() {
    #expect(
      line([.decimal(.nan, decimals: 2), .decimal(.infinity, decimals: 0), .empty]) == ",,\n")
    #expect(CSVCell.text(orEmpty: nil) == .empty)
    #expect(CSVCell.text(orEmpty: "x") == .text("x"))
  }

  /// What is written is read back as it was, by the product's own reader, whatever the text.
  @Test(arguments: 0..<40 as Range<UInt64>) func anyTextComesBack(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("ab,\"\n\r\t '=+-@;省市")
    let rows = (0..<20).map { _ in
      (0..<3).map { _ in
        String(
          (0..<Int.random(in: 0...8, using: &generator)).map { _ in
            alphabet[Int.random(in: alphabet.indices, using: &generator)]
          })
      }
    }
    var writer = CSVWriter(header: ["a", "b", "c"])
    for row in rows { writer.append(row.map(CSVCell.text)) }
    let table = try CSVTable(name: "t.csv", bytes: writer.bytes)
    #expect(table.rows.map { $0.cells.map(CSVWriter.unguarded) } == rows)
  }
}
