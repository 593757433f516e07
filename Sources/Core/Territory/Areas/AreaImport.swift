public import Geometry

/// Makes the territory of another country of a table of areas without polygons: residents, and where it is
/// known the size of each, with points that say where it lies.
///
/// Each area becomes a settlement, of a class by its density (``AreaBook``), with one seat at the area's
/// position. What the audit takes as its footprint is modelled from the residents, as for China's towns.
public struct AreaImport: Sendable {
  private let country: Country
  private let book: AreaBook
  private let isStrict: Bool

  /// The fields that a table of areas must have.
  public static let required = ["code", "population"]
  /// The fields that a table of names must have.
  public static let requiredOfNames = ["code", "name"]

  /// An import for a country.
  public init(_ country: Country, book: AreaBook, isStrict: Bool = false) {
    self.country = country
    self.book = book
    self.isStrict = isStrict
  }

  /// Imports a table.
  ///
  /// - Parameters:
  ///   - positions: points that name areas.
  ///   - names: names of the units above by their code.
  /// - Throws: DR-270 when a row was refused and the import is strict, DR-275 when no area could be taken.
  public func run(
    _ table: ImportTable, positions: AreaPositions, names: [String: String] = [:]
  ) throws(UserError) -> CountryImport {
    let read = AreaRows(table)
    var findings = read.findings + positions.findings
    var areas: [CountryTables.Area] = []
    for (row, place) in zip(read.rows, positions.places(of: read.rows)) {
      func find(_ treatment: ImportFinding.Treatment, _ reason: String, _ chinese: String) {
        findings.append(
          ImportFinding(
            treatment, line: row.line, code: row.code, name: row.name, people: row.people,
            reason: ImportText(reason, chinese)))
      }
      guard row.people > 0 else {
        find(.setAside, "nobody lives there", "无人居住")
        continue
      }
      guard row.code != country.code, row.parent != country.code else {
        find(.refused, "the code is the country's", "代码与国家代码相同")
        continue
      }
      guard let place else {
        find(
          .refused, "no point names it, nor any other area under '\(row.parent)'",
          "没有点位指明其位置，'\(row.parent)' 之下其他区域也没有")
        continue
      }
      if place.isModelled {
        find(
          .noted, "no point names it: it lies where areas of like codes do (modelled)",
          "没有点位指明其位置：取代码相近区域的位置（模型）")
      }
      let density = row.squareKilometres.map { Double(row.people) / $0 }
      if density == nil {
        find(.noted, "its density is not known: it counts as a town", "密度未知：按镇处理")
      }
      areas.append(
        CountryTables.Area(
          row: row, place: place, morphology: density.map { book.morphology(density: $0) } ?? .town)
      )
    }
    areas = distinct(areas, &findings)
    if isStrict,
      let refused = findings.filter({ $0.treatment == .refused })
        .min(by: { ($0.line ?? 0) < ($1.line ?? 0) })
    {
      throw UserError(
        "DR-270", .badData, at: "\(table.name):\(refused.line ?? 0)",
        "the row '\(refused.code)' is refused: \(refused.reason.english)",
        remedy: "correct the row, or import without being strict")
    }
    guard !areas.isEmpty else {
      throw UserError(
        "DR-275", .badData, at: table.name, "no area could be taken",
        remedy: findings.first.map { "line \($0.line ?? 0) for one: \($0.reason.english)" }
          ?? "give areas with people")
    }
    let tables = CountryTables(country, areas: areas, names: names)
    return CountryImport(
      tables: tables,
      report: report(table, positions, read.rows, areas, findings))
  }

  /// Without areas that have the code of a unit above, which would stand twice in the gazetteer.
  private func distinct(
    _ areas: [CountryTables.Area], _ findings: inout [ImportFinding]
  ) -> [CountryTables.Area] {
    let parents = Set(areas.map(\.row.parent))
    return areas.filter { area in
      guard parents.contains(area.row.code) else { return true }
      findings.append(
        ImportFinding(
          .refused, line: area.row.line, code: area.row.code, name: area.row.name,
          people: area.row.people,
          reason: ImportText("the code is also that of a unit above", "代码与上级单位相同")))
      return false
    }
  }

  private static func chinese(_ morphology: Morphology) -> String {
    switch morphology {
    case .denseUrban: "密集城区"
    case .urban: "一般城区"
    case .suburban: "郊区"
    case .town: "镇"
    case .rural: "农村"
    }
  }

  private func report(
    _ table: ImportTable, _ positions: AreaPositions, _ rows: [AreaRow],
    _ areas: [CountryTables.Area], _ findings: [ImportFinding]
  ) -> ImportReport {
    func people(_ areas: some Sequence<CountryTables.Area>) -> Double {
      areas.reduce(0) { $0 + Double($1.row.people) }
    }
    let modelled = areas.filter(\.place.isModelled)
    var counts = [
      ImportReport.Count(
        "areas read", "读入区域", table.rows.count, people: rows.reduce(0) { $0 + Double($1.people) }),
      ImportReport.Count("areas taken", "采用区域", areas.count, people: people(areas)),
      ImportReport.Count(
        "of them at a modelled position", "其中位置为模型", modelled.count, people: people(modelled)),
    ]
    for morphology in Morphology.allCases {
      let own = areas.filter { $0.morphology == morphology }
      counts.append(
        ImportReport.Count(
          "of them \(morphology.rawValue)", "其中\(Self.chinese(morphology))", own.count,
          people: people(own)))
    }
    counts.append(ImportReport.Count("points read", "读入点位", positions.rows.read))
    counts.append(ImportReport.Count("points taken", "采用点位", positions.rows.taken))
    for treatment in [ImportFinding.Treatment.setAside, .repaired, .refused] {
      counts.append(
        ImportReport.Count(
          "rows \(treatment.rawValue)", "行：\(treatment.title.chinese)",
          findings.count { $0.treatment == treatment }))
    }
    return ImportReport(
      .areas, source: table.name, measure: "residents", counts: counts, findings: findings,
      provinces: [
        ImportReport.Province(
          adcode: country.code, name: country.name,
          before: rows.reduce(0) { $0 + $1.people },
          after: areas.reduce(0) { $0 + $1.row.people })
      ])
  }
}

/// The territory of a country and how it came about.
public struct CountryImport: Sendable {
  /// The tables.
  public let tables: CountryTables
  /// What was done.
  public let report: ImportReport

  /// Writes the tables and the report into a folder.
  ///
  /// - Parameters:
  ///   - listing: findings of each treatment listed in the report for people.
  ///   - say: its language.
  /// - Throws: DR-265 when a file cannot be made.
  public func write(
    to folder: TerritoryFolder, listing: Int = 20, in say: (ImportText) -> String = \.english
  ) throws(UserError) {
    try folder.write(tables.files() + report.files(listing: listing, in: say))
  }
}
