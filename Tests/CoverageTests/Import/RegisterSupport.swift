import Coverage
import Foundation
import Geometry
import Radio
import Territory

/// Registers of a small world: two counties, the bundled titles and words.
enum RegisterSupport {
  static let configurations: [RegisterRules.Configuration] = [
    .init(name: "n41-64T64R", band: "n41", group: .mobile),
    .init(name: "n41-8T8R", band: "n41", group: .mobile),
    .init(name: "n28-4T4R", band: "n28", group: .mobile),
    .init(name: "n78-64T64R", band: "n78", group: .unicom),
    .init(name: "n1-4T4R", band: "n1", group: .unicom),
  ]
  static let bands = ["n41": 2.595, "n28": 0.773, "n78": 3.5, "n1": 2.13]

  static func units() throws -> StatedUnits {
    func square(_ x: Double) throws -> Geometry {
      try Geometry.polygon(
        shell: [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
          Coordinate(x: x + $0.0 * 0.5, y: 30 + $0.1 * 0.5)
        }, holes: [])
    }
    return StatedUnits(counties: [
      ("330102", "上城区", "杭州市", try square(120)), ("330106", "西湖区", "杭州市", try square(120.5)),
    ])
  }

  static func rules(
    units: StatedUnits? = nil, assumed: [NetworkGroup: String] = [:], repairs: Bool = false,
    planned: Bool = false, strict: Bool = false
  ) -> RegisterRules {
    RegisterRules(
      configurations: configurations, bands: bands, units: units, assumedBands: assumed,
      repairsExchanged: repairs, includesPlanned: planned, isStrict: strict)
  }

  static func book() throws -> ColumnBook {
    try ColumnBook.read(path: Geodata.locate().path(ColumnBook.file))
  }

  static func result(
    _ text: String, _ rules: RegisterRules = rules(),
    system: RegisterImport.System = .stated(.cgcs2000), choice: ColumnChoice = ColumnChoice(),
    threads: Int = 2
  ) throws -> RegisterResult {
    try result(Array(text.utf8), rules, system: system, choice: choice, threads: threads)
  }

  static func result(
    _ bytes: [UInt8], _ rules: RegisterRules, system: RegisterImport.System,
    choice: ColumnChoice = ColumnChoice(), threads: Int = 2
  ) throws -> RegisterResult {
    let text = try DecodedText(name: "r.csv", bytes: bytes, threads: threads)
    let table = try DelimitedText.table(in: text)
    guard let names = try book().tables[table.bookOfSites] else {
      throw CocoaError(.fileNoSuchFile)
    }
    let map = try ColumnMap(table.header, file: table.name, names: names, choice: choice)
    return try RegisterImport(map, rules, threads: threads).result(of: table, system: system)
  }

  static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map(String.init)
  }

  /// Reasons by line.
  static func reasons(_ result: RegisterResult) -> [String] {
    result.report.tallies.flatMap { tally in tally.lines.map { ($0, "\($0) \(tally.reason)") } }
      .sorted { $0 < $1 }.map(\.1)
  }
}
