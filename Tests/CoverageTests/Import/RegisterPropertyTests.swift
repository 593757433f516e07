import Coverage
import Foundation
import Geometry
import Radio
import Territory
import TestSupport
import Testing

@Suite struct RegisterPropertyTests {
  private typealias Support = RegisterSupport

  /// A register with all that goes wrong, rarely two things in a row.
  private static func register(seed: UInt64, rows: Int, sites: Int) -> String {
    var random = RandomNumbers(seed: seed)
    func pick(_ words: [String]) -> String { words[random.below(words.count)] }
    var lines = ["id,lon,lat,operator,band,height,azimuth,status,tilt"]
    var written: [String] = []
    for _ in 0..<rows {
      let site = random.below(sites)
      // Positions of a grid of 0.01 degrees: sites are the same place or far apart.
      var cells = [
        "s\(site)", "\(110 + Double(site % 100) / 100)", "\(30 + Double(site / 100) / 100)",
        site % 2 == 0 ? pick(["移动", "中国移动"]) : "电信",
        site % 2 == 0 ? pick(["n41", "2.6GHz", "700M"]) : pick(["n78", "3.5G"]),
        pick(["25", "30", "35.5", ""]), "\(random.below(4) * 90)", pick(["在网", "", "开通"]), "6",
      ]
      switch random.below(24) {
      case 0: cells[1] = pick(["x", "NaN", "inf", "", "1e999", "0x10", "-"])
      case 1: cells[2] = pick(["95", "-91", "1e30", "999"])
      case 2: cells.swapAt(1, 2)
      case 3: cells[3] = pick(["铁塔", "", "=cmd()"])
      case 4: cells[4] = pick(["n257", "n79", "", "@x"])
      case 5: cells[5] = pick(["0", "-5", "501", "1e9", "abc", "NULL"])
      case 6: cells[6] = pick(["361", "-1", "北", "全向", "360", "nan"])
      case 7: cells[7] = pick(["退网", "规划"])
      case 8: cells.removeLast()
      case 9: cells.append("")
      case 10: cells[1] = "112.5"
      case 11: cells = [pick(["", " "]), "", "", "", "", "", "", "", ""]
      default: break
      }
      var line = cells.joined(separator: ",")
      if random.below(20) == 0, let old = written.last { line = old }
      written.append(line)
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  @Test(arguments: UInt64(1)...60)
  func isThatOfAPlainSecondImport(seed: UInt64) throws {
    let text = Self.register(seed: seed, rows: 300, sites: 40)
    let twin = RegisterTwin(text)
    let result = try Support.result(text)
    let report = result.report
    #expect(report.rowsRead == twin.rows)
    #expect(report.refused == twin.refused.count)
    #expect(report.leftOut == twin.leftOut.count)
    #expect(report.rowsRead == report.kept + report.refused + report.leftOut)
    let problems = Support.lines(result.problemsCSV())
    func lines(_ outcome: String) -> [Int] {
      problems.filter { $0.contains(",\(outcome),") }.compactMap { Int($0.prefix { $0 != "," }) }
    }
    #expect(lines("refused") == twin.refused)
    #expect(lines("left out") == twin.leftOut)
    let sites = result.sites()
    #expect(sites.count == twin.sites.count)
    for site in sites {
      let other = try #require(twin.sites["\(site.id)/\(site.group.rawValue)"])
      #expect(site.position == Coordinate(x: other.x, y: other.y))
      #expect(Set(site.configurations) == other.configurations)
      let expected = RegisterTwin.expected(other)
      #expect(site.heightMetres == expected.height)
      #expect(site.sectors == expected.sectors)
    }
  }

  @Test(arguments: UInt64(1)...20)
  func whatIsWrittenIsReadBack(seed: UInt64) throws {
    let result = try Support.result(Self.register(seed: seed, rows: 400, sites: 60))
    let table = try CSVTable(name: "sites.csv", bytes: result.sitesCSV())
    let groups = Dictionary(
      uniqueKeysWithValues: Support.configurations.map { ($0.name, $0.group) })
    let read = try SiteFile(configurations: groups, crs: .cgcs2000).sites(in: table)
    #expect(read == result.sites())
    let problems = try CSVTable(name: "problems.csv", bytes: result.problemsCSV())
    #expect(problems.rows.count == result.report.tallies.reduce(0) { $0 + $1.rows })
    let lines = problems.rows.compactMap { Int($0.cells[0]) }
    #expect(lines == lines.sorted())
  }

  /// Tables of several blocks, in both encodings, by one thread and by four.
  @Test func threadsAndBlocksDoNotShow() throws {
    let text = Self.register(seed: 1, rows: 120_000, sites: 9_000)
    #expect(text.utf8.count > 4 << 20)
    let one = try Support.result(text, threads: 1)
    let four = try Support.result(text, threads: 4)
    #expect(one.sitesCSV() == four.sitesCSV(threads: 4))
    #expect(one.problemsCSV() == four.problemsCSV(threads: 4))
    #expect(one.report.tallies == four.report.tallies)
    let twin = RegisterTwin(text)
    #expect(one.report.rowsRead == twin.rows)
    #expect(one.report.refused == twin.refused.count)
    #expect(one.report.leftOut == twin.leftOut.count)
    #expect(one.sites().count == twin.sites.count)
    // Quotes make the walk another one, not the result.
    let quoted = text.replacingOccurrences(of: "在网", with: "\"在网\"")
    let again = try Support.result(quoted, threads: 4)
    #expect(again.sitesCSV() == one.sitesCSV())
  }
}
