public import Geometry
import Territory

/// Reads candidates from CSV or GeoJSON.
///
/// CSV has the columns `lon` and `lat`, GeoJSON points. Columns or properties beside, where known:
/// `id`; `status` (free, existing, required, forbidden); `kind` (new_mast, rooftop, own_site,
/// shared_mast; default new_mast); `tenants` (operators on a shared mast beside the planner, default
/// 1); `height_m`; `fibre_m` and `power_m` (metres to be laid). A candidate without an id is called
/// by its row or feature.
public struct CandidateFile: Sendable {
  /// Coordinate system of the positions.
  public let crs: CoordinateSystem

  /// A reader of candidates.
  public init(crs: CoordinateSystem) { self.crs = crs }

  /// The candidates of a file, in its order; positions in degrees of EPSG:4490. Files named
  /// `.geojson` or `.json` are GeoJSON, others CSV.
  ///
  /// - Throws: DR-210 for a file that cannot be read; the errors of CSV (DR-201 to DR-206) or of
  ///   GeoJSON (DR-120 to DR-136); DR-570 for a file without candidates, DR-571 for a position that
  ///   is no place on Earth, DR-572 to DR-575 for fields that say what cannot be, DR-576 for an id
  ///   that comes twice, DR-577 for a feature that is no point or a property that is no text or
  ///   number; DR-111 and DR-112 for a coordinate system or position that cannot be transformed.
  public func candidates(path: String) throws(UserError) -> [StationCandidate] {
    try candidates(name: path, bytes: try InputFile.bytes(at: path))
  }

  /// The candidates of a file that has been read already.
  ///
  /// - Throws: as above.
  public func candidates(name: String, bytes: [UInt8]) throws(UserError) -> [StationCandidate] {
    let lower = name.lowercased()
    let isGeoJSON = lower.hasSuffix(".geojson") || lower.hasSuffix(".json")
    let records =
      try isGeoJSON ? features(name: name, bytes: bytes) : rows(name: name, bytes: bytes)
    guard !records.isEmpty else {
      throw UserError(
        "DR-570", .badData, at: name, "there is no candidate in the file",
        remedy: "give at least one, or leave the file out")
    }
    let transformer =
      crs.isPlainDegrees ? nil : try CoordinateTransformer(from: crs, to: .cgcs2000)
    var candidates: [StationCandidate] = []
    var places: [String: String] = [:]
    for record in records {
      let candidate = try record.candidate(at: try position(of: record, transformer))
      if let other = places.updateValue(record.place, forKey: candidate.id) {
        throw UserError(
          "DR-576", .badData, at: record.place,
          "the id '\(candidate.id)' stands at \(other) already",
          remedy: "give each candidate an id of its own")
      }
      candidates.append(candidate)
    }
    return candidates
  }

  /// Whether positions are degrees of some kind, rather than metres of a projection.
  private var isDegrees: Bool {
    if case .epsg = crs { crs.isPlainDegrees } else { true }
  }

  private func position(
    of record: CandidateRecord, _ transformer: CoordinateTransformer?
  ) throws(UserError) -> Coordinate {
    let position = record.position
    guard !isDegrees || (abs(position.x) <= 180 && abs(position.y) <= 90) else {
      throw UserError(
        "DR-571", .badData, at: record.place,
        "longitude \(position.x), latitude \(position.y) is no place on Earth",
        remedy: "give degrees, longitude before latitude, or name the coordinate system")
    }
    guard let transformer else { return position }
    do throws(UserError) {
      return try transformer.transform(position)
    } catch {
      throw UserError(
        error.code, error.status, at: record.place, error.problem, remedy: error.remedy)
    }
  }

  private func rows(name: String, bytes: [UInt8]) throws(UserError) -> [CandidateRecord] {
    let table = try CSVTable(name: name, bytes: bytes)
    let longitude = try table.require("lon")
    let latitude = try table.require("lat")
    var columns: [(name: String, column: Int)] = []
    for name in CandidateRecord.names {
      if let column = table.column(name) { columns.append((name, column)) }
    }
    var records: [CandidateRecord] = []
    for row in table.rows {
      var fields: [String: String] = [:]
      for (name, column) in columns { fields[name] = row.cells[column] }
      records.append(
        CandidateRecord(
          defaultID: "row\(row.line)", place: "\(name):\(row.line)",
          position: Coordinate(
            x: try table.number(row, longitude), y: try table.number(row, latitude)),
          fields: fields))
    }
    return records
  }

  private func features(name: String, bytes: [UInt8]) throws(UserError) -> [CandidateRecord] {
    let reader = GeoJSONReader(source: name, expectsDegrees: isDegrees)
    var records: [CandidateRecord] = []
    try reader.forEachFeature(in: bytes) { (feature) throws(UserError) in
      guard let geometry = feature.geometry, geometry.type == .point,
        let position = geometry.points.first
      else {
        throw UserError(
          "DR-577", .badData, at: feature.place, "the feature is no point",
          remedy: "give each candidate a Point")
      }
      var fields: [String: String] = [:]
      for name in CandidateRecord.names {
        fields[name] = try text(of: feature.properties[name], name, feature)
      }
      if fields["id"] == nil { fields["id"] = try text(of: feature.id, "id", feature) }
      records.append(
        CandidateRecord(
          defaultID: "feature\(records.count + 1)", place: feature.place, position: position,
          fields: fields))
    }
    return records
  }

  private func text(
    of value: JSONValue?, _ name: String, _ feature: GeoJSONFeature
  ) throws(UserError) -> String? {
    switch value {
    case nil, .null: return nil
    case .string(let text): return text
    case .int(let number): return "\(number)"
    case .number(let number): return Int(exactly: number).map { "\($0)" } ?? "\(number)"
    case .some(let other):
      throw UserError(
        "DR-577", .badData, at: feature.place, "\(name) is \(other.kindName)",
        remedy: "give a string or a number")
    }
  }
}
