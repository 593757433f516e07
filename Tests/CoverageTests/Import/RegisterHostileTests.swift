import Coverage
import Foundation
import Geometry
import Radio
import Territory
import TestSupport
import Testing

@Suite struct RegisterHostileTests {
  private typealias Support = RegisterSupport
  private let header = "id,lon,lat,operator,band,height,azimuth\n"

  @Test func formulasAreGuardedInEveryTable() throws {
    let result = try Support.result(
      header + """
        =1+1,120.1,30.1,移动,n41,25,0
        "+a,b",120.1,30.2,移动,n41,25,0
        @c,120.1,30.3,移动,n41,25,0
        '-d,120.1,30.4,移动,n41,25,0
        e,120.1,30.5,=HYPERLINK(),n41,25,0
        "q""r",120.1,30.6,移动,n41,25,0
        """)
    #expect(
      Support.lines(result.sitesCSV()).map { $0.components(separatedBy: ",120.1")[0] } == [
        "'=1+1", "\"'+a,b\"", "'@c", "''-d", "\"q\"\"r\"",
      ])
    #expect(
      Support.lines(result.problemsCSV()) == [
        "6,refused,unknown operator,operator,'=HYPERLINK(),,"
      ])
    #expect(result.sites().map(\.id).contains("q\"r"))
  }

  @Test func numbersThatAreNoneDoNoHarm() throws {
    let result = try Support.result(
      header + """
        a,1e308,30.1,移动,n41,25,0
        b,120.1,-1e308,移动,n41,25,0
        c,120.1,30.1,移动,n41,1e308,0
        d,120.1,30.2,移动,n41,-inf,0
        e,120.1,30.3,移动,n41,25,1e308
        f,120.1,30.4,移动,n41,25,nan
        g,99999999999999999999999999,30.1,移动,n41,25,0
        h,1e-320,30.1,移动,n41,25,0
        """)
    #expect(
      Support.reasons(result) == [
        "2 noSuchPlace", "3 noSuchPlace", "4 heightRange", "5 heightRange", "6 azimuth",
        "7 azimuthMissing", "8 noSuchPlace", "9 outsideChina",
      ])
    let other = userError {
      try Support.result(header + "a,1e308,30,移动,n41,25,0", system: .stated(.epsg(4549)))
    }
    #expect(other?.code == "DR-446")
  }

  @Test func bytesThatAreNoTextAreRefused() {
    func code(_ bytes: [UInt8]) -> String? {
      userError {
        try Support.result(bytes, Support.rules(), system: .stated(.wgs84))
      }?.code
    }
    #expect(code(Array(header.utf8) + [0]) == "DR-204")
    #expect(code(Array(header.utf8) + [0xFF, 0xFF]) == "DR-204")
    #expect(code([]) == "DR-201")
  }

  @Test func rowsOfOneSiteWithoutEndAreOne() throws {
    var text = header
    for index in 0..<30_000 { text += "a,120.1,30.1,移动,n41,\(20 + index % 7),\(index % 360)\n" }
    let result = try Support.result(text)
    #expect(result.sites().count == 1)
    #expect(result.sites()[0].sectors.azimuthsDegrees == (0..<12).map(Double.init))
    // 7 times 360 rows differ, the rest are the same again.
    #expect(result.report.kept == 2520)
    #expect(result.report.tally(.duplicate)?.rows == 27_480)
    #expect(result.report.tally(.duplicate)?.lines.count == RegisterReport.shownLines)
    #expect(result.report.tally(.manySectors)?.rows == 1)
  }

  @Test func rowsWithoutNameAreSitesOfTheirLine() throws {
    let result = try Support.result(
      "lon,lat,operator,band\n120.1,30.1,移动,n41\n120.1,30.2,移动,n41\n120.1,30.1,移动,n41\n")
    #expect(result.sites().map(\.id) == ["row2", "row3"])
    #expect(Support.reasons(result) == ["4 duplicate"])
  }

  /// Random bytes end in an error of the user's or a result that adds up, and never otherwise.
  @Test(arguments: UInt64(1)...300)
  func randomBytesAddUp(seed: UInt64) throws {
    var random = RandomNumbers(seed: seed)
    let symbols: [[UInt8]] = [
      [0x2C], [0x2C], [0x0A], [0x22], [0x31], [0x2E], [0x2D], [0x6E], [0xBB, 0xF9], [0xE7],
      Array("120.1,30.1,移动,n41,25,0\n".utf8), Array("a,120.1,30.1,CMCC,n41,25,0\n".utf8), [0x0D],
    ]
    var bytes = Array("id,lon,lat,operator,band,height,azimuth\n".utf8)
    for _ in 0..<random.below(200) { bytes += symbols[random.below(symbols.count)] }
    do {
      let report = try Support.result(bytes, Support.rules(), system: .stated(.wgs84)).report
      #expect(report.rowsRead == report.kept + report.refused + report.leftOut)
      #expect(report.kept > 0)
    } catch let error as UserError {
      #expect(["DR-204", "DR-446"].contains(error.code))
    }
  }
}
