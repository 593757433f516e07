public import Geometry

/// Puts real positions of towns in place of modelled ones.
///
/// A row is matched to a town of today by its code and name, by county and name where the code has
/// changed, and by prefecture and name where the county has no successor. A position outside the
/// county's polygon is refused, whatever it was matched by.
public struct TownPositionImport: Sendable {
  private let tables: UnitTables
  private let boundaries: Boundaries
  private let settings: TownPositionSettings
  private let successions: Successions?

  /// The fields that a table must have besides those of the positions.
  public static let required = ["code", "name"]
  /// What a table of units says of positions that were imported.
  public static let source = "imported"

  /// An import into tables.
  ///
  /// - Parameter successions: counties whose towns have another county today; nil for none.
  public init(
    into tables: UnitTables, boundaries: Boundaries, settings: TownPositionSettings,
    successions: Successions? = nil
  ) {
    self.tables = tables
    self.boundaries = boundaries
    self.settings = settings
    self.successions = successions
  }

  /// A row with the town it was matched to.
  private struct Candidate {
    let row: ImportTable.Row
    let code: String
    let name: String
    let town: Int
    let ground: TownMatcher.Ground
    let position: Coordinate
  }

  /// Imports a table.
  ///
  /// - Throws: DR-266 when the table has no positions in the system stated, DR-270 when a row was
  ///   refused and the settings are strict, DR-271 when no position could be taken, DR-111 for a
  ///   system that is not known, DR-205 for broken tables of units.
  public func run(_ table: ImportTable) throws(UserError) -> TerritoryImport {
    var findings: [ImportFinding] = []
    let candidates = try candidates(table, &findings)
    let taken = try placed(candidates, &findings)
    let refused = findings.filter { $0.treatment == .refused }
      .min { ($0.line ?? 0) < ($1.line ?? 0) }
    if settings.isStrict, let refused {
      throw UserError(
        "DR-270", .badData, at: "\(table.name):\(refused.line ?? 0)",
        "the row '\(refused.code) \(refused.name)' is refused: \(refused.reason.english)",
        remedy: "correct the row, or import without being strict")
    }
    guard !taken.isEmpty else {
      throw UserError(
        "DR-271", .badData, at: table.name, "no position could be taken",
        remedy: refused.map { "line \($0.line ?? 0) for one was refused: \($0.reason.english)" }
          ?? "give positions of towns that are modelled in units/towns.csv")
    }
    var after = tables
    let (longitude, latitude, source) = (
      try after.towns.column("lon"), try after.towns.column("lat"),
      try after.towns.column("position_source")
    )
    for candidate in taken {
      after.towns.rows[candidate.town][longitude] = Self.degrees(candidate.position.longitude)
      after.towns.rows[candidate.town][latitude] = Self.degrees(candidate.position.latitude)
      after.towns.rows[candidate.town][source] = Self.source
    }
    let report = ImportReport(
      .towns, source: table.name, measure: "positions_not_modelled",
      counts: try counts(table, taken, findings, after), findings: findings,
      provinces: try UnitTables.provinces(
        tables, before: tables.knownPositions(), after: after.knownPositions()))
    return TerritoryImport(after, from: tables, report: report)
  }

  /// Rows with a position and a town, in the order of the table.
  private func candidates(
    _ table: ImportTable, _ findings: inout [ImportFinding]
  ) throws(UserError) -> [Candidate] {
    guard let fields = settings.fields.first(where: { table.has($0.x) && table.has($0.y) }) else {
      throw UserError(
        "DR-266", .badData, at: "\(table.name):1", "there are no columns for \(settings.system)",
        remedy: "state the system the table has, or name the columns for lon and lat; "
          + "the header has: " + table.map.header.prefix(40).joined(separator: ", "))
    }
    let matcher = try TownMatcher(tables, successions: successions)
    let transformer = try CoordinateTransformer(from: settings.system)
    let names = try tables.towns.texts("name")
    var candidates: [Candidate] = []
    for row in table.rows {
      let code = table.text(row, "code")
      let name = table.text(row, "name")
      func find(_ treatment: ImportFinding.Treatment, _ english: String, _ chinese: String) {
        findings.append(
          ImportFinding(
            treatment, line: row.line, code: code, name: name,
            reason: ImportText(english, chinese)))
      }
      let x = table.text(row, fields.x)
      let y = table.text(row, fields.y)
      guard !row.isBroken else {
        find(.refused, "a quote is not closed", "引号未闭合")
        continue
      }
      guard !x.isEmpty || !y.isEmpty else {
        find(.setAside, "there is no position", "没有位置")
        continue
      }
      guard [9, 12].contains(code.utf8.count), code.utf8.allSatisfy(CountText.isDigit) else {
        find(.refused, "the code is not 9 or 12 digits", "代码不是 9 或 12 位数字")
        continue
      }
      guard let read = Self.position(x, y), let position = try? transformer.transform(read),
        position.x.isFinite, position.y.isFinite
      else {
        find(
          .refused, "'\(x.prefix(40))', '\(y.prefix(40))' is no position",
          "'\(x.prefix(40))'、'\(y.prefix(40))' 不是位置")
        continue
      }
      let ground = table.text(row, "match")
      if table.map.meaning(of: ground, in: "match") == "doubtful" {
        find(
          .refused, "the table itself found the town by '\(ground.prefix(40))'",
          "原表仅凭 '\(ground.prefix(40))' 匹配该乡镇")
        continue
      }
      if table.map.meaning(of: table.text(row, "in_county"), in: "in_county") == "outside" {
        find(
          .refused, "the table itself says that the position is outside the county",
          "原表自述位置在县界之外")
        continue
      }
      switch matcher.match(code: String(code.prefix(9)), name: name) {
      case .town(let town, let ground):
        candidates.append(
          Candidate(
            row: row, code: code, name: name, town: town, ground: ground, position: position))
      case .codeOnly(let town):
        find(.refused, "the code is \(names[town])'s today", "该代码现属 \(names[town])")
      case .ambiguous:
        find(.refused, "more than one town of today could be meant", "可能指现今不止一个乡镇")
      case .none:
        find(
          .refused, "no town of today has the code or, in its county, the name",
          "现今没有此代码的乡镇，所在县也没有同名乡镇")
      }
    }
    return candidates
  }

  /// The candidates that are taken: of those of one town the surest, then the first; only where the
  /// position may be replaced, and lies in the county's polygon.
  private func placed(
    _ candidates: [Candidate], _ findings: inout [ImportFinding]
  ) throws(UserError) -> [Candidate] {
    let codes = try tables.towns.texts("code")
    let parents = try tables.towns.texts("parent")
    let sources = try tables.towns.texts("position_source")
    let counties = try tables.counties.texts("adcode")
    let polygons = Dictionary(
      zip(counties, try tables.counties.texts("polygon")), uniquingKeysWith: { first, _ in first })
    let names = Dictionary(
      zip(counties, try tables.counties.texts("name")), uniquingKeysWith: { first, _ in first })
    // By county, so that each polygon is prepared once.
    let order = candidates.indices.sorted { one, other in
      let (first, second) = (candidates[one], candidates[other])
      return (parents[first.town], first.town, first.ground, one)
        < (parents[second.town], second.town, second.ground, other)
    }
    var prepared: (county: String, polygon: PreparedGeometry?) = ("", nil)
    var lines: [Int: Int] = [:]
    var taken: [Candidate] = []
    for index in order {
      let candidate = candidates[index]
      let county = parents[candidate.town]
      func find(_ treatment: ImportFinding.Treatment, _ english: String, _ chinese: String) {
        findings.append(
          ImportFinding(
            treatment, line: candidate.row.line, code: candidate.code, name: candidate.name,
            targets: [codes[candidate.town]], reason: ImportText(english, chinese)))
      }
      let source = sources[candidate.town]
      guard settings.replacesEstimated || source == "modelled" || source == Self.source else {
        find(
          .setAside, "the town's position is from \(source) and stays",
          "该乡镇位置来自 \(source)，予以保留")
        continue
      }
      if let line = lines[candidate.town] {
        find(
          .refused, "the town has its position from line \(line)", "该乡镇位置已取自第 \(line) 行")
        continue
      }
      if prepared.county != county {
        let polygon = polygons[county].flatMap { boundaries.counties[$0] }
        prepared = (county, try polygon.map { (g) throws(UserError) in try PreparedGeometry(g) })
      }
      guard let polygon = prepared.polygon else {
        find(
          .refused, "there is no polygon of its county \(county)", "没有所在县 \(county) 的边界")
        continue
      }
      guard polygon.contains(candidate.position) else {
        let (x, y) = (candidate.position.x, candidate.position.y)
        let isSwapped = polygon.contains(Coordinate(x: y, y: x))
        find(
          .refused,
          "\(Self.degrees(x)), \(Self.degrees(y)) lies outside \(names[county] ?? county)"
            + (isSwapped ? ": longitude and latitude are swapped" : ""),
          "\(Self.degrees(x)), \(Self.degrees(y)) 在\(names[county] ?? county)之外"
            + (isSwapped ? "：经纬度互换" : ""))
        continue
      }
      lines[candidate.town] = candidate.row.line
      taken.append(candidate)
      if candidate.ground > .codeAndName {
        findings.append(
          ImportFinding(
            .recoded, line: candidate.row.line, code: candidate.code, name: candidate.name,
            targets: [codes[candidate.town]], reason: Self.words(candidate.ground)))
      }
    }
    return taken
  }

  private static func words(_ ground: TownMatcher.Ground) -> ImportText {
    switch ground {
    case .codeAndName: ImportText("found by code and name", "按代码和名称匹配")
    case .countyAndName: ImportText("found by county and name", "按县和名称匹配")
    case .countyAndStem:
      ImportText(
        "found by county and name, which was of another kind of town", "按县和名称匹配，乡镇类别不同")
    case .prefectureAndName:
      ImportText(
        "found by prefecture and name: no county of today has the code",
        "按地级单位和名称匹配：现今没有此代码的县")
    }
  }

  private static func position(_ x: String, _ y: String) -> Coordinate? {
    func number(_ text: String) -> Double? {
      var text = text
      return text.withUTF8 { NumberText.double($0) }
    }
    guard let x = number(x), let y = number(y), abs(x) < 1e9, abs(y) < 1e9 else { return nil }
    return Coordinate(x: x, y: y)
  }

  /// Degrees with six decimals, as the bundled tables have them.
  static func degrees(_ value: Double) -> String {
    guard abs(value) < 1e9 else { return "\(value)" }
    let millionths = Int((value * 1e6).rounded())
    let digits = String(millionths.magnitude % 1_000_000)
    return (millionths < 0 ? "-" : "") + "\(millionths.magnitude / 1_000_000)."
      + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  private func counts(
    _ table: ImportTable, _ taken: [Candidate], _ findings: [ImportFinding], _ after: UnitTables
  ) throws(UserError) -> [ImportReport.Count] {
    func rows(_ treatment: ImportFinding.Treatment) -> Int {
      findings.count { $0.treatment == treatment }
    }
    let modelled = try after.towns.texts("position_source").count { $0 == "modelled" }
    let places = Set(taken.map { [$0.position.x, $0.position.y] })
    return [
      ImportReport.Count("rows read", "读入行数", table.rows.count),
      ImportReport.Count("positions taken", "采用的位置", taken.count),
      ImportReport.Count(
        "of them by code and name", "其中按代码和名称", taken.count { $0.ground == .codeAndName }),
      ImportReport.Count(
        "of them by county or prefecture and name", "其中按县或地级单位和名称", rows(.recoded)),
      ImportReport.Count(
        "of them at a place taken already", "其中位置与他处相同", taken.count - places.count),
      ImportReport.Count("rows set aside", "搁置的行", rows(.setAside)),
      ImportReport.Count("rows refused", "拒绝的行", rows(.refused)),
      ImportReport.Count("towns still modelled", "位置仍为模型的乡镇", modelled),
    ]
  }
}

extension UnitTables {
  /// Towns whose position is not modelled, by county.
  func knownPositions() throws(UserError) -> [Int] {
    var known: [String: Int] = [:]
    let sources = try towns.texts("position_source")
    for (parent, source) in zip(try towns.texts("parent"), sources) where source != "modelled" {
      known[parent, default: 0] += 1
    }
    return try counties.texts("adcode").map { known[$0] ?? 0 }
  }
}
