public import Geometry

/// What an import has made: changed tables and a report, both to be written into a folder.
public struct TerritoryImport: Sendable {
  /// The tables after it.
  public let tables: UnitTables
  /// What was done.
  public let report: ImportReport
  /// The tables that it changed, as they are written.
  public let changed: [(file: String, bytes: [UInt8])]

  init(_ tables: UnitTables, from before: UnitTables, report: ImportReport) {
    self.tables = tables
    self.report = report
    changed = tables.changes(from: before)
  }

  /// Writes the changed tables and the report; other tables of the folder stay.
  ///
  /// - Parameters:
  ///   - listing: findings of each treatment listed in the report for people.
  ///   - say: its language.
  /// - Throws: DR-265 when a file cannot be made.
  public func write(
    to folder: TerritoryFolder, listing: Int = 20, in say: (ImportText) -> String = \.english
  ) throws(UserError) {
    try folder.write(changed + report.files(listing: listing, in: say))
  }
}

extension UnitTables {
  /// Sums of a county's figure by province, before and after.
  static func provinces(
    _ tables: UnitTables, before: [Int], after: [Int]
  ) throws(UserError) -> [ImportReport.Province] {
    var sums: [Substring: (before: Int, after: Int)] = [:]
    for (index, code) in try tables.counties.texts("adcode").enumerated() {
      let sum = sums[code.prefix(2)] ?? (0, 0)
      sums[code.prefix(2)] = (sum.before + before[index], sum.after + after[index])
    }
    let adcodes = try tables.provinces.texts("adcode")
    let names = try tables.provinces.texts("name")
    return zip(adcodes, names).compactMap { adcode, name in
      sums[adcode.prefix(2)].map {
        ImportReport.Province(adcode: adcode, name: name, before: $0.before, after: $0.after)
      }
    }
  }
}
