public import Geometry

/// Puts the residents that a table has for counties in place of the estimated ones, and scales towns and
/// settlements to them. Every sum holds exactly; no row is dropped in silence.
public struct CensusImport: Sendable {
  private let tables: UnitTables
  private let settings: CensusSettings
  private let successions: Successions

  /// The fields that a table must have.
  public static let required = ["code", "population"]

  /// An import into tables.
  public init(
    into tables: UnitTables, settings: CensusSettings = CensusSettings(), successions: Successions
  ) {
    self.tables = tables
    self.settings = settings
    self.successions = successions
  }

  /// Imports a table.
  ///
  /// - Throws: DR-269 when no row could be taken, DR-270 when a row was refused and the settings are
  ///   strict, DR-205 and DR-207 for broken tables of units.
  public func run(_ table: ImportTable) throws(UserError) -> TerritoryImport {
    let read = CensusRows(table, settings)
    let allocation = try CensusAllocation(read.rows, tables: tables, successions: successions)
    var findings = read.findings + allocation.findings
    try check(findings, allocation, table)
    let (figures, corrections) = try figures(of: allocation)
    findings += corrections
    var after = tables
    try after.scale(to: figures)
    findings += try untold(figures)
    if settings.correction == .asStated { findings += try published(figures, after) }
    let report = ImportReport(
      .census, source: table.name, measure: "residents",
      counts: try counts(table, allocation, findings, figures, after),
      findings: findings,
      provinces: try UnitTables.provinces(
        tables, before: tables.counties.counts("population"),
        after: after.counties.counts("population")))
    return TerritoryImport(after, from: tables, report: report)
  }

  private func check(
    _ findings: [ImportFinding], _ allocation: CensusAllocation, _ table: ImportTable
  ) throws(UserError) {
    let refused = findings.filter { $0.treatment == .refused }.min {
      ($0.line ?? 0) < ($1.line ?? 0)
    }
    if settings.isStrict, let refused {
      throw UserError(
        "DR-270", .badData, at: "\(table.name):\(refused.line ?? 0)",
        "the row '\(refused.code) \(refused.name)' is refused: \(refused.reason.english)",
        remedy: "correct the row, or import without being strict")
    }
    guard allocation.given.contains(where: { $0 != nil }) else {
      throw UserError(
        "DR-269", .badData, at: table.name, "no row tells of a county of today",
        remedy: "give GB/T 2260 codes of counties in the column '\(table.map.title("code"))'")
    }
  }

  /// What the counties get, corrected as the settings say.
  private func figures(
    of allocation: CensusAllocation
  ) throws(UserError) -> ([Int: CountyFigure], [ImportFinding]) {
    var figures: [Int: CountyFigure] = [:]
    for (index, given) in allocation.given.enumerated() {
      guard let given else { continue }
      // What was split by a rule is derived, even of official figures.
      figures[index] = CountyFigure(
        people: given.people, urban: given.urban,
        kind: given.isDivided ? max(settings.kind, .estimated) : settings.kind)
    }
    guard settings.correction == .toPrefectures else { return (figures, []) }
    let names = try tables.prefectures.texts("name") + tables.counties.texts("name")
    let adcodes = try tables.prefectures.texts("adcode") + tables.counties.texts("adcode")
    let nameByCode = Dictionary(zip(adcodes, names), uniquingKeysWith: { first, _ in first })
    var findings: [ImportFinding] = []
    for (adcode, members) in try groups(figures) {
      guard let total = tables.published[adcode] else { continue }
      let stated = members.reduce(0) { $0 + (figures[$1]?.people ?? 0) }
      guard stated != total else { continue }
      let own = members.filter { figures[$0] != nil }
      let people = Apportionment.parts(of: total, weights: own.map { figures[$0]?.people ?? 0 })
      for (place, index) in own.enumerated() {
        guard var figure = figures[index] else { continue }
        let urban = figure.urban.map { Double($0) / Double(max(figure.people, 1)) }
        figure.urban = urban.map {
          min(people[place], Int(($0 * Double(people[place])).rounded()))
        }
        figure.people = people[place]
        figure.kind = max(figure.kind, .estimated)
        figures[index] = figure
      }
      findings.append(
        ImportFinding(
          .noted, line: nil, code: adcode, name: nameByCode[adcode] ?? "", people: stated,
          reason: ImportText(
            "counties scaled from \(stated) to the \(total) published",
            "各县由 \(stated) 按比例调整为公布的 \(total)")))
    }
    return (figures, findings)
  }

  /// Counties by the place a total is published for, where the table tells of all of them that have
  /// residents: their prefecture, or themselves directly under a province.
  private func groups(
    _ figures: [Int: CountyFigure]
  ) throws(UserError) -> [(adcode: String, members: [Int])] {
    let codes = try tables.counties.texts("adcode")
    let people = try tables.counties.counts("population")
    var groups: [String: [Int]] = [:]
    for (index, parent) in try tables.counties.texts("parent").enumerated() {
      groups[parent.hasSuffix("0000") ? codes[index] : parent, default: []].append(index)
    }
    return groups.filter { $0.value.contains { figures[$0] != nil } }
      .filter { $0.value.allSatisfy { figures[$0] != nil || people[$0] == 0 } }
      .sorted { $0.key < $1.key }.map { (adcode: $0.key, members: $0.value) }
  }

  /// Counties of which the table says nothing.
  private func untold(_ figures: [Int: CountyFigure]) throws(UserError) -> [ImportFinding] {
    let codes = try tables.counties.texts("adcode")
    let names = try tables.counties.texts("name")
    let people = try tables.counties.counts("population")
    return codes.indices.filter { figures[$0] == nil }.map {
      ImportFinding(
        .noted, line: nil, code: codes[$0], name: names[$0], people: people[$0],
        targets: [codes[$0]],
        reason: ImportText("the table does not tell of it: its figure stays", "表中没有：保留原数"))
    }
  }

  /// Places whose sum is not the one published, and both sums as a whole.
  private func published(
    _ figures: [Int: CountyFigure], _ after: UnitTables
  ) throws(UserError) -> [ImportFinding] {
    let names = Dictionary(
      zip(
        try tables.prefectures.texts("adcode") + tables.counties.texts("adcode"),
        try tables.prefectures.texts("name") + tables.counties.texts("name")),
      uniquingKeysWith: { first, _ in first })
    let people = try after.counties.counts("population")
    var findings: [ImportFinding] = []
    var (stated, official, places) = (0, 0, 0)
    for (adcode, members) in try groups(figures) {
      guard let total = tables.published[adcode] else { continue }
      let sum = members.reduce(0) { $0 + people[$1] }
      stated += sum
      official += total
      places += 1
      guard sum != total else { continue }
      findings.append(
        ImportFinding(
          .noted, line: nil, code: adcode, name: names[adcode] ?? "", people: sum,
          reason: ImportText(
            "its counties sum to \(sum), published are \(total): \(sum - total) more",
            "各县之和 \(sum)，公布数 \(total)：多 \(sum - total)")))
    }
    guard places > 0 else { return findings }
    return findings + [
      ImportFinding(
        .noted, line: nil, code: "", name: "", people: stated,
        reason: ImportText(
          "the \(places) places told of in whole sum to \(stated); "
            + "published for them are \(official)",
          "表中完整的 \(places) 个单位合计 \(stated)；公布数合计 \(official)"))
    ]
  }

  private func counts(
    _ table: ImportTable, _ allocation: CensusAllocation, _ findings: [ImportFinding],
    _ figures: [Int: CountyFigure], _ after: UnitTables
  ) throws(UserError) -> [ImportReport.Count] {
    let refused = findings.filter { $0.treatment == .refused }
    let aside = findings.count { $0.treatment == .setAside }
    let official = figures.values.count { $0.kind == .official }
    func sum(_ column: String, _ table: UnitTable) throws(UserError) -> Double {
      Double(try table.counts(column).reduce(0, +))
    }
    return [
      ImportReport.Count("rows read", "读入行数", table.rows.count),
      ImportReport.Count(
        "rows kept under their code", "按原代码采用的行", allocation.kept.rows,
        people: Double(allocation.kept.people)),
      ImportReport.Count(
        "rows recoded", "改码的行", allocation.recoded.rows, people: Double(allocation.recoded.people)),
      ImportReport.Count(
        "rows shared out", "分摊的行", allocation.shared.rows, people: Double(allocation.shared.people)),
      ImportReport.Count("rows set aside as totals", "作为合计搁置的行", aside),
      ImportReport.Count(
        "rows refused", "拒绝的行", refused.count,
        people: Double(refused.reduce(0) { $0 + ($1.people ?? 0) })),
      ImportReport.Count("rows repaired among those taken", "采用且修正的行", allocation.repaired),
      ImportReport.Count(
        "counties with a new figure", "有新数字的县", figures.count,
        people: Double(figures.values.reduce(0) { $0 + $1.people })),
      ImportReport.Count("of them official", "其中官方数", official),
      ImportReport.Count(
        "counties after", "导入后的县", after.counties.rows.count,
        people: try sum("population", after.counties)),
      ImportReport.Count(
        "settlements after", "导入后的建成区", after.settlements.rows.count,
        people: try sum("population", after.settlements)),
    ]
  }
}
