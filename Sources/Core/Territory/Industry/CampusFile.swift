public import Geometry

/// Reads campuses from CSV (a row each: `id`, `name`, `kind`, `industry`, `lon`, `lat`, `area_ha`, `employees`,
/// `scenarios` such as `machine-vision-inspection:40;remote-operation:6`, and `county`, `group`, `earliest` where they
/// are known) or GeoJSON (points or polygons with these properties).
///
/// Titles and kinds are known by the book of columns, industries and scenarios by the book of industries, in Chinese
/// and English. A scenario without a count has terminals by employees; without any scenario a campus has those that
/// its industry uses.
public struct CampusFile: Sendable {
  private let book: IndustryBook
  private let crs: CoordinateSystem
  private let names: ColumnNames

  /// Table of the book of columns.
  public static let table = "campuses"

  /// A reader.
  ///
  /// - Parameters:
  ///   - crs: coordinate system of the positions.
  ///   - names: titles and words of the table.
  public init(book: IndustryBook, crs: CoordinateSystem, names: ColumnNames) {
    self.book = book
    self.crs = crs
    self.names = names
  }

  /// The campuses of a file, by id.
  ///
  /// - Throws: DR-210 for a file that cannot be read, DR-204 for one that is no text; the errors of CSV (DR-201 to
  ///   DR-206) or of GeoJSON (DR-120 to DR-136); DR-911 for a file without campuses, DR-912 for a column that is
  ///   missing, DR-913 for an unknown kind, industry, scenario or group, DR-914 for a position outside every county,
  ///   DR-915 for a figure that cannot be, DR-916 for an id that stands twice, DR-917 for a feature that is neither
  ///   point nor polygon, DR-923 for a date that is no quarter; DR-111 and DR-112 for a position that cannot be transformed.
  public func campuses(
    path: String, counties: CampusCounties
  ) throws(UserError) -> CampusSet {
    try campuses(name: path, bytes: InputFile.bytes(at: path), counties: counties)
  }

  /// The campuses of a file that has been read already.
  ///
  /// - Throws: as above.
  public func campuses(
    name: String, bytes: [UInt8], counties: CampusCounties
  ) throws(UserError) -> CampusSet {
    let lower = name.lowercased()
    let isGeoJSON = lower.hasSuffix(".geojson") || lower.hasSuffix(".json")
    let entries = try isGeoJSON ? features(name, bytes) : rows(name, bytes)
    guard !entries.isEmpty else {
      throw UserError(
        "DR-911", .badData, at: name, "there is no campus in the file",
        remedy: "give at least one, or leave the file out to have them estimated")
    }
    let transformer =
      crs.isPlainDegrees ? nil : try CoordinateTransformer(from: crs, to: .cgcs2000)
    var places: [String: String] = [:]
    var campuses: [Campus] = []
    var repairs: [CampusRepair] = []
    let builder = CampusBuilder(book: book, counties: counties)
    for entry in entries {
      let campus = try builder.campus(entry, transformer, &repairs)
      if let first = places.updateValue(entry.place, forKey: campus.id) {
        throw UserError(
          "DR-916", .badData, at: entry.place, "the id '\(campus.id)' stands at \(first) too",
          remedy: "give every campus an id of its own")
      }
      campuses.append(campus)
    }
    return CampusSet(campuses: campuses.sorted { $0.id < $1.id }, repairs: repairs)
  }

  private func rows(_ name: String, _ bytes: [UInt8]) throws(UserError) -> [CampusEntry] {
    let table = try CSVTable(name: name, bytes: DecodedText(name: name, bytes: bytes).bytes)
    let map = try ColumnMap(table.header, file: name, names: names)
    for field in ["industry", "lon", "lat", "employees"] where map.indices[field] == nil {
      throw UserError(
        "DR-912", .badData, at: "\(name):1", "no column is known as \(field)",
        remedy: "name it so; the header has: \(table.header.joined(separator: ", "))")
    }
    var entries: [CampusEntry] = []
    for row in table.rows {
      guard let longitude = map.indices["lon"], let latitude = map.indices["lat"] else { continue }
      let position = Coordinate(
        x: try table.number(row, longitude), y: try table.number(row, latitude))
      entries.append(
        CampusEntry(
          place: "\(name):\(row.line)", number: row.line,
          fields: map.indices.mapValues { CSVWriter.unguarded(row.cells[$0]) }, words: map.words,
          position: position, footprint: nil))
    }
    return entries
  }

  private func features(_ name: String, _ bytes: [UInt8]) throws(UserError) -> [CampusEntry] {
    let reader = GeoJSONReader(source: name, expectsDegrees: crs.isPlainDegrees)
    var entries: [CampusEntry] = []
    try reader.forEachFeature(in: bytes) { (feature) throws(UserError) in
      let valid = try feature.validated()
      guard let geometry = valid.geometry, !geometry.isEmpty,
        geometry.type == .point || !geometry.polygons.isEmpty
      else {
        throw UserError(
          "DR-917", .badData, at: feature.place, "the feature is neither point nor polygon",
          remedy: "give each campus a Point, Polygon or MultiPolygon")
      }
      let titles = valid.properties.keys
      let map = try ColumnMap(titles, file: feature.place, names: names)
      var fields = map.indices.mapValues { Self.text(valid.properties[titles[$0]]) }
      if fields["id"]?.isEmpty ?? true { fields["id"] = Self.text(valid.id) }
      entries.append(
        CampusEntry(
          place: feature.place, number: entries.count + 1, fields: fields, words: map.words,
          position: try geometry.type == .point
            ? geometry.points.first : geometry.pointOnSurface(),
          footprint: geometry.type == .point ? nil : geometry))
    }
    return entries
  }

  private static func text(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text): text
    case .int(let number): String(number)
    case .number(let number): "\(number)"
    default: ""
    }
  }
}

/// A campus as it stands in a file.
struct CampusEntry {
  /// File and line, or feature.
  let place: String
  /// Line or number, for an id of its own.
  let number: Int
  /// Text by field.
  let fields: [String: String]
  let words: WordMeanings
  /// In the file's coordinate system.
  let position: Coordinate?
  let footprint: Geometry?

  /// A field's text without spaces around it; nil where there is none.
  func text(_ field: String) -> String? {
    guard let text = fields[field] else { return nil }
    let kept = text.drop(while: \.isWhitespace)
    let end = kept.lastIndex { !$0.isWhitespace }
    return end.map { String(kept[...$0]) }
  }
}
