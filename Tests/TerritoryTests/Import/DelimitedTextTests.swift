import Geometry
import Territory
import TestSupport
import Testing

@Suite struct DelimitedTextTests {
  private func table(_ text: String) throws -> DelimitedTable {
    try DelimitedText.table(in: DecodedText(name: "t", bytes: Array(text.utf8)))
  }

  /// Rows with the lines on which they stand.
  private func rows(_ table: DelimitedTable) -> [(line: Int, text: String)] {
    var found: [(line: Int, text: String)] = []
    var line = table.firstLine
    table.bytes.withUnsafeBufferPointer { bytes in
      for block in table.blocks() {
        var walk = DelimitedRows(
          bytes, block, delimiter: table.delimiter, hasQuotes: table.hasQuotes)
        while let row = walk.next() {
          found.append(
            (line + row.linesBefore, String(decoding: bytes[row.bytes], as: UTF8.self)))
        }
        line += walk.lines
      }
    }
    return found
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func findsTheDelimiter(delimiter: String) throws {
    let table = try table(["a", " b ", "c"].joined(separator: delimiter) + "\n1\n")
    #expect(table.header == ["a", "b", "c"])
    #expect(table.form == .delimited)
    #expect(table.bookOfSites == "sites")
    #expect(rows(table).map(\.text) == ["1"])
  }

  @Test func titlesAndCellsMayHoldLineFeeds() throws {
    let table = try table("\"站高\n(m)\",b\n1,\"x\ny\"\n2,z\r\n")
    #expect(table.header == ["站高 (m)", "b"])
    let rows = rows(table)
    #expect(rows.map(\.line) == [3, 5])
    #expect(rows.map(\.text) == ["1,\"x\ny\"", "2,z\r"])
  }

  @Test func aQuoteThatIsNotClosedEndsWithItsLine() throws {
    let rows = try rows(table("a,b\n1,\"x\n2,y\n"))
    #expect(rows.map(\.text) == ["1,\"x", "2,y"])
    // A quote within a cell opens nothing.
    #expect(try self.rows(table("a,b\n5\" pipe,1\n6\" pipe,2\n")).count == 2)
  }

  @Test func carriageReturnsAloneEndLines() throws {
    let table = try table("a,b\r1,2\r3,4\r")
    #expect(rows(table).map(\.text) == ["1,2", "3,4"])
  }

  @Test func openCellIDIsKnownWithAndWithoutHeader() throws {
    let row = "NR,460,0,9763,100,12,120.1,30.2,1000,5,1,1459692342,1488347104,0"
    let bare = try table(row + "\n" + row + "\n")
    #expect(bare.form == .openCellID)
    #expect(bare.bookOfSites == "opencellid")
    #expect(bare.header == DelimitedText.openCellIDHeader)
    #expect(rows(bare).map(\.line) == [1, 2])
    let titled = try table(
      DelimitedText.openCellIDHeader.joined(separator: ",") + "\n" + row + "\n")
    #expect(titled.form == .openCellID)
    #expect(rows(titled).map(\.line) == [2])
    #expect(try table("NR,460\n").form == .delimited)
  }

  @Test func pointsOfGeoJSONAreRows() throws {
    let table = try table(
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":"s,1","geometry":{"type":"Point","coordinates":[120.5,30.25]},
       "properties":{"name":"a \\"b\\"\\n","height":25}},
      {"type":"Feature","geometry":null,"properties":{"height":null,"tall":true}},
      {"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]},
       "properties":{}}]}
      """)
    #expect(table.form == .geoJSON)
    #expect(table.header == ["lon", "lat", "id", "name", "height", "tall"])
    #expect(
      rows(table).map(\.text) == [
        "\"120.5\",\"30.25\",\"s,1\",\"a \"\"b\"\" \",\"25\",\"\"",
        "\"\",\"\",\"\",\"\",\"\",\"1\"", "\"\",\"\",\"\",\"\",\"\",\"\"",
      ])
    #expect(rows(table).map(\.line) == [2, 3, 4])
  }

  @Test func whatIsNoTableIsRefused() {
    func code(_ text: String) -> String? { userError { try table(text) }?.code }
    #expect(code("") == "DR-201")
    #expect(code(" \n\n") == "DR-201")
    #expect(code(",,\n1,2,3\n") == "DR-201")
    #expect(code("\"a,b\n1,2\n") == "DR-203")
    #expect(code("{\"type\":\"FeatureCollection\",\"features\":[]}") == "DR-201")
    #expect(code("{\"type\":\"Feature\"") != nil)
    #expect(code(String(repeating: "a,", count: 1 << 20) + "\n1\n") == "DR-257")
  }

  /// Against a second walk, byte by byte, over random text with quotes and line feeds.
  @Test(arguments: UInt64(1)...300)
  func rowsAreThoseOfASecondReader(seed: UInt64) throws {
    var random = RandomNumbers(seed: seed)
    let symbols = ["a", ",", "\"", "\n", "\"\"", "\",\"", "b"]
    let body = (0..<random.below(60)).map { _ in symbols[random.below(symbols.count)] }.joined()
    let found = try rows(table("h,i\n" + body))
    #expect(found.map(\.text) == Self.rows(body))
    for row in found.indices.dropFirst() {
      let feeds = found[row - 1].text.utf8.count { $0 == UInt8(ascii: "\n") }
      #expect(found[row].line == found[row - 1].line + feeds + 1)
    }
  }

  /// Rows of text, the slow way.
  private static func rows(_ text: String) -> [String] {
    var rest = Substring(text)
    var rows: [String] = []
    while !rest.isEmpty {
      let row = quotedRow(rest) ?? rest.prefix { $0 != "\n" }
      rows.append(String(row))
      rest = rest[row.endIndex...].dropFirst()
    }
    return rows
  }

  /// The row at the beginning of a text; nil where a quote is not closed.
  private static func quotedRow(_ text: Substring) -> Substring? {
    var index = text.startIndex
    while true {
      if index < text.endIndex, text[index] == "\"" {
        var inner = text.index(after: index)
        while true {
          guard let close = text[inner...].firstIndex(of: "\"") else { return nil }
          let next = text.index(after: close)
          if next < text.endIndex, text[next] == "\"" {
            inner = text.index(after: next)
          } else {
            index = next
            break
          }
        }
      }
      while index < text.endIndex, text[index] != ",", text[index] != "\n" {
        index = text.index(after: index)
      }
      if index == text.endIndex || text[index] == "\n" { return text[..<index] }
      index = text.index(after: index)
    }
  }
}
