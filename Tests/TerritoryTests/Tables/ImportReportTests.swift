import Geometry
import Territory
import TestSupport
import Testing

@Suite struct ImportReportTests {
  @Test func otherPeoplesTextBreaksNoTable() throws {
    let done = try TinyTerritory().census(
      "code,name,population\n410101,\"a|b<c>`=1\",5\n+410102,\"=HYPERLINK(\"\"x\"\")\",-1\n")
    let markdown = done.report.markdown()
    #expect(markdown.contains("a\\|b\\<c\\>\\`=1"))
    let rows = markdown.split(separator: "\n").filter { $0.hasPrefix("| 3 |") }
    #expect(rows.count == 1)
    #expect(done.report.findingsCSV.contains("3,'+410102,\"'=HYPERLINK(\"\"x\"\")\","))
    #expect(
      done.report.provincesCSV == "adcode,name,residents_before,residents_after\n"
        + "410000,某省,1200,705\n")
  }

  @Test func theReportIsInEitherLanguageAndTablesInOne() throws {
    let text = "code,population\n410101,\"1,005\"\n410102,-1\n990101,7\n"
    let report = try TinyTerritory().census(text).report
    let chinese = report.markdown(in: \.chinese)
    #expect(chinese.hasPrefix("# 导入：普查人口\n"))
    for words in ["'-1' 不是整数人口", "'1,005' 读作 1005", "## 拒绝 (2)", "读入行数 | 3", "保留原数"] {
      #expect(chinese.contains(words), "\(words)")
    }
    // Nothing of the other language is left, but the table's own words.
    let english = report.markdown()
    #expect(
      english.unicodeScalars.allSatisfy {
        $0.value < 0x3000 || "某省子区丑县寅丁市甲".unicodeScalars.contains($0)
      })
    let words = chinese.split { !$0.isASCII || !$0.isLetter }.filter { $0.count > 3 }
    #expect(words.isEmpty, "\(words)")
    #expect(report.findingsCSV.contains("is no whole number of people"))
  }

  @Test func listingLimitsWhatIsShownAndNotWhatIsKept() throws {
    var text = "code,population\n410101,5\n"
    for number in 0..<50 { text += "99\(1000 + number),1\n" }
    let report = try TinyTerritory().census(text).report
    #expect(report.markdown(listing: 3).contains("… and 47 more."))
    #expect(report.findings(.refused).count == 50)
    #expect(
      report.findingsCSV.split(separator: "\n").filter { $0.hasPrefix("refused") }.count == 50)
    #expect(report.markdown(listing: 3) == report.markdown(listing: 3))
  }

  @Test func headersOfAnyWidthAreRead() throws {
    let wide = (0..<20_000).map { "c\($0)" }.joined(separator: ",")
    let world = try TinyTerritory()
    let done = try world.census("code,population,\(wide)\n410101,5\n")
    #expect(try done.tables.counties.counts("population")[0] == 5)
    let error = userError { try world.census("\(wide)\n1\n") }
    #expect(error?.code == "DR-266" && (error?.remedy.count ?? 0) < 1000)
  }

  @Test func textsOfAnyEncodingAreRead() throws {
    let world = try TinyTerritory()
    // 代码,人口 in GB 18030.
    let header: [UInt8] = [0xB4, 0xFA, 0xC2, 0xEB, 0x2C, 0xC8, 0xCB, 0xBF, 0xDA, 0x0A]
    let names = ColumnNames(
      columns: ["code": ["代码"], "population": ["人口"], "name": ["名称"]], values: [:])
    let table = try ImportTable(
      DecodedText(name: "t.csv", bytes: header + Array("410101,77\r\n".utf8)), names: names,
      required: CensusImport.required)
    let tables = try world.tables()
    let done = try CensusImport(
      into: tables, successions: Successions([], file: "", tables: tables)
    ).run(table)
    #expect(try done.tables.counties.counts("population")[0] == 77)
  }
}
