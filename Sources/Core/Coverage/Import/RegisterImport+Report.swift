import Geometry
import Radio
import Territory

extension RegisterImport {
  /// Refuses tables that lack what every row needs.
  func check(_ table: DelimitedTable) throws(UserError) {
    func has(_ fields: RegisterField...) -> Bool {
      fields.contains { map.indices[$0.name] != nil || map.constants[$0.name] != nil }
    }
    let titles = "the table has: " + table.header.joined(separator: ", ")
    guard map.indices["lon"] != nil, map.indices["lat"] != nil else {
      let missing = map.indices["lon"] == nil ? "longitude (or easting)" : "latitude (or northing)"
      throw UserError(
        "DR-440", .badData, at: "\(table.name):1", "no column is known as \(missing); \(titles)",
        remedy: "name the columns lon and lat in a file for --columns")
    }
    guard has(.group, .mnc) else {
      throw UserError(
        "DR-444", .badData, at: "\(table.name):1", "nothing tells the operator; \(titles)",
        remedy: "say --group mobile or unicom, or name the column group in a file for --columns")
    }
    for (group, band) in rules.assumedBands.sorted(by: { $0.key < $1.key })
    where !rules.configurations.contains(where: { $0.band == band && $0.group == group }) {
      let known = Set(rules.configurations.filter { $0.group == group }.map(\.band)).sorted()
      throw UserError(
        "DR-447", .usage, at: "--band", "\(group.rawValue) has no configuration in band '\(band)'",
        remedy: "give one of: \(known.joined(separator: ", "))")
    }
    guard has(.configuration, .band, .frequency, .arfcn) || !rules.assumedBands.isEmpty else {
      throw UserError(
        "DR-445", .badData, at: "\(table.name):1", "nothing tells the band; \(titles)",
        remedy: "say --band, or name the column band, frequency or arfcn in a file for --columns")
    }
  }

  /// Refuses a result that the rules do not allow.
  func check(_ result: RegisterResult, _ draft: Draft) throws(UserError) {
    let report = result.report
    if rules.isStrict, let first = draft.problems.first(where: { $0.reason.outcome == .refused }) {
      throw UserError(
        "DR-443", .badData, at: "\(report.file):\(first.line)",
        "the row is refused: \(first.reason.rawValue)",
        remedy: "mend it, or leave --strict out to go on without such rows")
    }
    guard report.kept > 0 else {
      let worst = report.tallies.filter {
        $0.reason.outcome == .refused || $0.reason.outcome == .leftOut
      }.max { $0.rows < $1.rows }
      let most =
        worst.map { ", most (\($0.rows)) for: \($0.reason.rawValue), as on line \($0.lines[0])" }
        ?? ""
      throw UserError(
        "DR-446", .badData, at: report.file,
        "no site is left of \(report.rowsRead) rows\(most)",
        remedy: "check the columns, the operator's words and the coordinate system")
    }
  }

  func report(
    _ table: DelimitedTable, _ draft: Draft, _ sites: RegisterSites, _ system: CoordinateSystem,
    _ guess: CoordinateGuess?
  ) -> RegisterReport {
    let tallies = Self.tallies(draft.problems)
    func rows(_ outcome: RegisterReason.Outcome) -> Int {
      tallies.reduce(0) { $0 + ($1.reason.outcome == outcome ? $1.rows : 0) }
    }
    var byGroup: [NetworkGroup: Int] = [:]
    for site in sites.sites { byGroup[site.group, default: 0] += 1 }
    var stations: [String: Int] = [:]
    for index in sites.configurations {
      stations[rules.configurations[Int(index)].name, default: 0] += 1
    }
    let (columns, unused) = columns()
    return RegisterReport(
      file: table.name, form: table.form, encoding: table.encoding,
      foreignLines: table.foreignLines, columns: columns, unusedColumns: unused, system: system,
      guess: guess, rowsRead: draft.rowCount, kept: sites.isKept.count { $0 },
      refused: rows(.refused), leftOut: rows(.leftOut), sites: byGroup, stations: stations,
      sitesWithoutHeight: sites.sites.count { $0.heightMetres.isNaN },
      sitesWithoutAzimuth: sites.sites.count { $0.azimuths.isEmpty && !$0.isOmnidirectional },
      assumedBands: assumedBands(draft), tallies: tallies)
  }

  private static func tallies(_ problems: [RegisterProblem]) -> [RegisterReport.Tally] {
    var tallies = RegisterReason.allCases.map { RegisterReport.Tally(reason: $0) }
    for problem in problems {
      let index = Int(problem.reason.number)
      tallies[index].rows += 1
      if tallies[index].lines.count < RegisterReport.shownLines {
        tallies[index].lines.append(Int(problem.line))
      }
    }
    return tallies.filter { $0.rows > 0 }
  }

  private func columns() -> ([RegisterReport.Column], unused: [String]) {
    var columns: [RegisterReport.Column] = []
    var used: Set<Int> = []
    for field in RegisterField.allCases {
      if let index = map.indices[field.name] {
        used.insert(index)
        columns.append(
          RegisterReport.Column(
            field: field.name, title: map.header[index],
            origin: map.guessed.contains(field.name) ? .guessed : .said))
      }
      if let value = map.constants[field.name] {
        columns.append(
          RegisterReport.Column(field: field.name, title: value, origin: .constant))
      }
    }
    return (columns, map.header.indices.filter { !used.contains($0) }.map { map.header[$0] })
  }

  private func assumedBands(_ draft: Draft) -> [RegisterReport.AssumedBand] {
    NetworkGroup.allCases.compactMap { group in
      let rows = draft.assumedBands[group == .mobile ? 0 : 1]
      guard rows > 0, let band = rules.assumedBands[group] else { return nil }
      return RegisterReport.AssumedBand(group: group, band: band, rows: rows)
    }
  }
}
