public import Geometry
public import Territory

/// Reads key places from CSV (a row for each key point: `id`, `name`, `kind`, `lon`, `lat`) or GeoJSON (Point or
/// MultiPoint with the properties `id`, `name`, `kind`). Points of one id are one place.
///
/// Titles and kinds are known by the book of columns in Chinese and English; a planner's choice goes first.
public struct KeyPlaceFile: Sendable {
  /// Coordinate system of the positions.
  public let crs: CoordinateSystem
  private let names: ColumnNames
  private let choice: ColumnChoice

  /// Table of the book of columns.
  public static let table = "keyPlaces"

  /// A reader.
  public init(
    crs: CoordinateSystem, names: ColumnNames, choice: ColumnChoice = ColumnChoice()
  ) {
    self.crs = crs
    self.names = names
    self.choice = choice
  }

  /// The key places of a file, by id.
  ///
  /// - Throws: DR-210 for a file that cannot be read, DR-204 for one that is no text; the errors of CSV (DR-201 to
  ///   DR-206) or of GeoJSON (DR-120 to DR-136); DR-460 for a file without places, DR-461 for a column
  ///   that is missing, DR-462 for an unknown kind, DR-463 for a feature that is no point, DR-464 for one id with
  ///   two names or kinds, DR-465 for a position that is far from China; DR-260 and DR-261 for a choice of columns
  ///   that does not fit; DR-111 and DR-112 for a coordinate system or position that cannot be transformed.
  public func places(path: String) throws(UserError) -> [KeyPlace] {
    try places(name: path, bytes: InputFile.bytes(at: path))
  }

  /// The key places of a file that has been read already.
  ///
  /// - Throws: as above.
  public func places(name: String, bytes: [UInt8]) throws(UserError) -> [KeyPlace] {
    let lower = name.lowercased()
    let isGeoJSON = lower.hasSuffix(".geojson") || lower.hasSuffix(".json")
    var points = try isGeoJSON ? features(name, bytes) : rows(name, bytes)
    guard !points.isEmpty else {
      throw UserError(
        "DR-460", .badData, at: name, "there is no key place in the file",
        remedy: "give at least one, or leave the file out")
    }
    let transformer =
      crs.isPlainDegrees ? nil : try CoordinateTransformer(from: crs, to: .cgcs2000)
    for index in points.indices {
      points[index].position = try place(points[index], transformer)
    }
    return try joined(points)
  }

  /// A key point as it stands in a file.
  private struct Point {
    /// File and line, or feature.
    let place: String
    let id: String
    let name: String
    let kind: KeyPlaceKind
    var position: Coordinate
  }

  private func place(
    _ point: Point, _ transformer: CoordinateTransformer?
  ) throws(UserError) -> Coordinate {
    var position = point.position
    if let transformer {
      do throws(UserError) {
        position = try transformer.transform(position)
      } catch {
        throw UserError(
          error.code, error.status, at: point.place, error.problem, remedy: error.remedy)
      }
    }
    guard SampleAggregator.domain.contains(position) else {
      throw UserError(
        "DR-465", .badData, at: point.place,
        "longitude \(position.x), latitude \(position.y) is far from China",
        remedy: "give longitude before latitude, or name the coordinate system")
    }
    return position
  }

  private func joined(_ points: [Point]) throws(UserError) -> [KeyPlace] {
    var places: [String: (first: Point, points: [Coordinate])] = [:]
    for point in points {
      guard let known = places[point.id] else {
        places[point.id] = (point, [point.position])
        continue
      }
      guard known.first.kind == point.kind, known.first.name == point.name else {
        throw UserError(
          "DR-464", .badData, at: point.place,
          "'\(point.id)' has another name or kind at \(known.first.place)",
          remedy: "give each key place an id of its own")
      }
      if !known.points.contains(point.position) { places[point.id]?.points.append(point.position) }
    }
    return places.values.map {
      KeyPlace(id: $0.first.id, name: $0.first.name, kind: $0.first.kind, points: $0.points)
    }.sorted { $0.id < $1.id }
  }

  private func kind(_ word: String, at place: String, _ words: WordMeanings) throws(UserError)
    -> KeyPlaceKind
  {
    let meaning = words.meaning(of: word, in: "kind") ?? word
    if let kind = KeyPlaceKind(rawValue: meaning) { return kind }
    throw UserError(
      "DR-462", .badData, at: place, "the kind is '\(word)'",
      remedy: "give one of: \(KeyPlaceKind.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  private func rows(_ name: String, _ bytes: [UInt8]) throws(UserError) -> [Point] {
    let table = try CSVTable(name: name, bytes: DecodedText(name: name, bytes: bytes).bytes)
    let map = try ColumnMap(table.header, file: name, names: names, choice: choice)
    func column(_ field: String) throws(UserError) -> Int {
      if let index = map.indices[field] { return index }
      throw UserError(
        "DR-461", .badData, at: "\(name):1", "no column is known as \(field)",
        remedy: "name it in a file for --columns; the header has: "
          + table.header.joined(separator: ", "))
    }
    let (longitude, latitude) = (try column("lon"), try column("lat"))
    let kindColumn = map.constants["kind"] == nil ? try column("kind") : nil
    var points: [Point] = []
    for row in table.rows {
      let place = "\(name):\(row.line)"
      let id = map.indices["id"].map { row.cells[$0] } ?? ""
      let title = map.indices["name"].map { row.cells[$0] } ?? ""
      let word = kindColumn.map { row.cells[$0] } ?? map.constants["kind"] ?? ""
      points.append(
        Point(
          place: place, id: Self.identity(id, title, "row\(row.line)"), name: title,
          kind: try kind(word, at: place, map.words),
          position: Coordinate(
            x: try table.number(row, longitude), y: try table.number(row, latitude))))
    }
    return points
  }

  /// The id, else the name: several points of a hospital often come with its name alone.
  private static func identity(_ id: String, _ name: String, _ place: String) -> String {
    id.isEmpty ? (name.isEmpty ? place : name) : id
  }

  private func features(_ name: String, _ bytes: [UInt8]) throws(UserError) -> [Point] {
    let reader = GeoJSONReader(source: name, expectsDegrees: crs.isPlainDegrees)
    let words = WordMeanings(names, choice: choice)
    var points: [Point] = []
    try reader.forEachFeature(in: bytes) { (feature) throws(UserError) in
      guard let geometry = feature.geometry, !geometry.isEmpty,
        geometry.type == .point || geometry.type == .multiPoint
      else {
        throw UserError(
          "DR-463", .badData, at: feature.place, "the feature is no point",
          remedy: "give each key place a Point or MultiPoint of its key points")
      }
      func text(_ value: JSONValue?) -> String {
        switch value {
        case .string(let text): text
        case .int(let number): String(number)
        default: ""
        }
      }
      let title = text(feature.properties["name"])
      let own = text(feature.properties["id"])
      let id = Self.identity(
        own.isEmpty ? text(feature.id) : own, title, "feature\(points.count + 1)")
      let word = text(feature.properties["kind"])
      let kind = try kind(
        word.isEmpty ? choice.constants?["kind"] ?? "" : word, at: feature.place, words)
      for position in geometry.points {
        points.append(
          Point(place: feature.place, id: id, name: title, kind: kind, position: position))
      }
    }
    return points
  }
}
