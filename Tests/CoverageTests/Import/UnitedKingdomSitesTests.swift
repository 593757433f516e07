import Coverage
import Foundation
import Geometry
import Radio
import Territory
import TestSupport
import Testing

/// 29,004 sites of the United Kingdom in the national grid, which lie beside the project where they are at hand.
private enum UnitedKingdom {
  static let path: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<5 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("shared/data/uk/final_processed_sites.csv").path
  }()
  static var isThere: Bool { FileManager.default.fileExists(atPath: path) }
}

@Suite(.enabled(if: UnitedKingdom.isThere, "final_processed_sites.csv is not beside the project"))
struct UnitedKingdomSitesTests {
  private func result(_ choice: ColumnChoice, threads: Int = 2) throws -> RegisterResult {
    let text = try DecodedText(path: UnitedKingdom.path, threads: threads)
    let table = try DelimitedText.table(in: text)
    let names = try #require(RegisterSupport.book().tables[table.bookOfSites])
    let map = try ColumnMap(table.header, file: table.name, names: names, choice: choice)
    return try RegisterImport(
      map, RegisterSupport.rules(assumed: [.mobile: "n41"]), threads: threads
    ).result(of: table, system: .stated(.epsg(27700)))
  }

  @Test func everySiteIsRead() throws {
    let result = try result(
      ColumnChoice(columns: ["id": "name"], constants: ["group": "mobile"]))
    let report = result.report
    #expect(report.rowsRead == 29_004)
    #expect(report.kept == 29_004)
    #expect(report.sites == [.mobile: 29_004])
    #expect(report.assumedBands.map(\.rows) == [29_004])
    #expect(report.tally(.outsideChina)?.rows == 29_004)
    #expect(report.columns.map(\.field) == ["id", "lon", "lat", "group"])
    #expect(report.unusedColumns == ["id", "lte_4G"])
    // The first row, 450683.648 m east and 532301.186 m north, lies in Hartlepool.
    let site = try #require(result.sites().first { $0.id == "site_31710" })
    #expect(abs(site.position.longitude - -1.2169) < 0.002)
    #expect(abs(site.position.latitude - 54.6832) < 0.002)
  }

  /// The column `id` names postcode sectors: a name that several places have is no site's.
  @Test func aNameOfSeveralPlacesIsRefused() throws {
    let report = try result(ColumnChoice(constants: ["group": "mobile"])).report
    #expect(report.kept + report.refused == 29_004)
    #expect(report.tally(.twoPlaces)?.rows == report.refused)
    #expect(report.refused > 20_000 && report.refused <= 29_004 - 8_316)
  }
}
