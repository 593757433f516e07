public import Geometry

/// Sums the people of a grid's cells into counties, towns and settlements.
///
/// A cell belongs to the county that holds its middle; its people to the settlement there whose footprint
/// holds it, else to the rest of the county, which its towns share as before. The file is read in bands
/// of rows. The cells hold people, not people a square kilometre.
public struct PopulationGridImport: Sendable {
  private let tables: UnitTables
  private let boundaries: Boundaries
  private let footprints: [PlacedFootprint]
  private let settings: PopulationGridSettings

  /// An import into tables.
  public init(
    into tables: UnitTables, boundaries: Boundaries, footprints: [PlacedFootprint],
    settings: PopulationGridSettings = PopulationGridSettings()
  ) {
    self.tables = tables
    self.boundaries = boundaries
    self.footprints = footprints
    self.settings = settings
  }

  /// What became of the people that were read: `kept + outside + refused == read`.
  public struct Balance: Hashable, Sendable {
    /// In all cells that hold a number.
    public let read: Double
    /// In cells of counties that were given new figures, or a new distribution.
    public let kept: Double
    /// In cells that lie in no county of the tables.
    public let outside: Double
    /// In cells that are negative or absurd, or of counties that were left as they are.
    public let refused: Double

    /// What is left over of the read, as a share of it; rounding only.
    public var relativeError: Double {
      abs(read - (kept + outside + refused)) / max(abs(read), 1)
    }
  }

  /// Imports a GeoTIFF.
  ///
  /// - Throws: as ``GeoTIFFReader/init(path:)``; DR-183 when the plane is not known, DR-270 when cells
  ///   were refused and the settings are strict, DR-272 when no county could be given a figure.
  public func run(
    path: String
  ) throws(UserError) -> (done: TerritoryImport, balance: Balance) {
    let reader = try GeoTIFFReader(path: path)
    let plane: RasterPlane
    if let stated = settings.plane { plane = stated } else { plane = try RasterPlane(of: reader) }
    let counties = try CountyPolygons(tables, boundaries)
    // Cities go before county seats, these before town seats, where footprints overlap.
    let kinds = Dictionary(
      zip(try tables.settlements.texts("id"), try tables.settlements.texts("kind")),
      uniquingKeysWith: { first, _ in first })
    let placed = footprints.filter { settings.usesModelledFootprints || $0.isLocated }
      .filter { kinds[$0.settlement] != nil }
      .sorted { one, other in
        (-Self.tier(kinds[one.settlement]), other.settlement)
          < (-Self.tier(kinds[other.settlement]), one.settlement)
      }
    let tally = try PopulationTally(
      reader, plane: plane, counties: counties.geometries, footprints: placed.map(\.geometry))
    var share = try PopulationShare(tables, counties, settings)
    var inside: [Int: [(settlement: String, people: Double)]] = [:]
    for (pair, cells) in tally.pairs.sorted(by: { $0.key.settlement < $1.key.settlement }) {
      inside[pair.polygon, default: []].append(
        (placed[pair.settlement].settlement, cells.people.value))
    }
    for index in counties.codes.indices {
      share.take(
        index, tally.polygons[index], inside: inside[index] ?? [],
        isWhole: Self.isWhole(tally.boxes[index], reader.grid))
    }
    share.settle()
    let balance = Balance(
      read: tally.read.people.value, kept: share.kept.value,
      outside: CompensatedSum.of([tally.outside.people.value, share.foreign.people.value]),
      refused: CompensatedSum.of([
        tally.negative.people.value, tally.absurd.people.value, share.refused.value,
      ]))
    let findings = Self.cells(tally) + share.findings
    try check(findings, reader, share)
    var after = tables
    try share.write(to: &after, kind: settings.kind)
    let report = ImportReport(
      .population, source: path, measure: "residents",
      counts: Self.counts(tally, share, balance, placed.count, tables.settlements.rows.count),
      findings: findings,
      provinces: try UnitTables.provinces(
        tables, before: tables.counties.counts("population"),
        after: after.counties.counts("population")))
    return (TerritoryImport(after, from: tables, report: report), balance)
  }

  private static func tier(_ kind: String?) -> Int {
    kind.flatMap { SettlementKind(rawValue: $0) }?.tier ?? SettlementKind.townSeat.tier
  }

  /// Whether a box in cells lies in the grid; to half a cell, beyond which no middle is missed.
  private static func isWhole(_ box: BoundingBox, _ grid: RasterGrid) -> Bool {
    !box.isEmpty && box.minX >= -0.5 && box.minY >= -0.5
      && box.maxX <= Double(grid.columns) + 0.5 && box.maxY <= Double(grid.rows) + 0.5
  }

  private func check(
    _ findings: [ImportFinding], _ reader: GeoTIFFReader, _ share: PopulationShare
  ) throws(UserError) {
    if settings.isStrict, let refused = findings.first(where: { $0.treatment == .refused }) {
      throw UserError(
        "DR-270", .badData, at: reader.path,
        "\(refused.code) \(refused.name) is refused: \(refused.reason.english)",
        remedy: "correct the grid, or import without being strict")
    }
    guard share.hasFigures else {
      throw UserError(
        "DR-272", .badData, at: reader.path, "no county lies whole in it with people",
        remedy: "give a grid of people a cell that covers counties of China; check its system")
    }
  }

  private static func cells(_ tally: PopulationTally) -> [ImportFinding] {
    func finding(
      _ treatment: ImportFinding.Treatment, _ cells: PopulationTally.Cells, _ english: String,
      _ chinese: String
    ) -> [ImportFinding] {
      guard cells.count > 0, let first = cells.first else { return [] }
      let people = cells.people.value.rounded()
      return [
        ImportFinding(
          treatment, line: nil, code: "", name: "cells",
          people: abs(people) < 1e15 ? Int(people) : nil,
          reason: ImportText(
            "\(cells.count) cells \(english); the first in column \(first.column), "
              + "row \(first.row) from the north-west",
            "\(cells.count) 个格网\(chinese)；首个在自西北角起第 \(first.column) 列、第 \(first.row) 行"))
      ]
    }
    return finding(.setAside, tally.empty, "hold no data or no number", "没有数据或不是数字")
      + finding(.refused, tally.negative, "are negative", "为负")
      + finding(
        .refused, tally.absurd,
        "hold more than \(Int(PopulationGridSettings.greatestCell)) people each",
        "人口各超过 \(Int(PopulationGridSettings.greatestCell))")
      + finding(.setAside, tally.outside, "lie in no county", "不在任何县内")
  }

  private static func counts(
    _ tally: PopulationTally, _ share: PopulationShare, _ balance: Balance, _ placed: Int,
    _ settlements: Int
  ) -> [ImportReport.Count] {
    func cells(
      _ english: String, _ chinese: String, _ cells: PopulationTally.Cells
    ) -> ImportReport.Count {
      ImportReport.Count(english, chinese, cells.count, people: cells.people.value)
    }
    return [
      cells("cells that hold a number", "有数字的格网", tally.read),
      ImportReport.Count("cells without data", "没有数据的格网", tally.empty.count),
      cells("negative cells, refused", "负值格网，拒绝", tally.negative),
      cells("absurd cells, refused", "过大格网，拒绝", tally.absurd),
      cells("cells in no county", "不在任何县内的格网", tally.outside),
      cells(
        "cells in counties without tables (Hong Kong, Macao, Taiwan)",
        "没有数据表的县（港澳台）内的格网", share.foreign),
      ImportReport.Count(
        "counties left as they are", "保持原状的县", share.leftCounties, people: share.refused.value),
      ImportReport.Count(
        "counties with new figures", "有新数字的县", share.newCounties, people: balance.kept),
      ImportReport.Count("footprints that count", "计入的建成区轮廓", placed),
      ImportReport.Count("settlements whose place is not known", "位置未知的建成区", settlements - placed),
      ImportReport.Count(
        "settlements with cells", "有格网的建成区", share.settlements, people: share.inside.value),
    ]
  }
}
