public import Geometry

/// A user's footprints of settlements: GeoJSON polygons in degrees with a property `settlement` that
/// holds the settlement's id (its adcode).
public struct FootprintFile: Sendable {
  /// Path of the file.
  public let path: String

  /// A file at a path.
  public init(path: String) { self.path = path }

  /// The records with the file's footprints in place of modelled ones.
  ///
  /// - Throws: DR-210 when it is not there, the reader's errors for broken GeoJSON, DR-134 for a
  ///   polygon that is not valid, DR-240 for a feature without polygon or `settlement`, DR-241 for an
  ///   unknown settlement, DR-242 for one that stands twice, DR-243 for a file without features.
  public func applied(to records: [SettlementRecord]) throws(UserError) -> [SettlementRecord] {
    let bytes = try InputFile.bytes(at: path)
    let features = try GeoJSONReader(source: path).features(in: bytes)
    guard !features.isEmpty else {
      throw UserError(
        "DR-243", .badData, at: path, "there is no feature in the file",
        remedy: "give at least one polygon, or leave --footprints out")
    }
    let indexByID = Dictionary(
      records.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var result = records
    for feature in features {
      let valid = try feature.validated()
      guard let geometry = valid.geometry, !geometry.polygons.isEmpty,
        let id = valid.properties["settlement"]?.string
      else {
        throw UserError(
          "DR-240", .badData, at: feature.place, "the feature has no polygon or no `settlement`",
          remedy: "give a Polygon or MultiPolygon and the settlement's id as text")
      }
      guard let index = indexByID[id] else {
        throw UserError(
          "DR-241", .badData, at: feature.place, "settlement '\(id)' is unknown",
          remedy: "use an id of settlements.geojson of a run")
      }
      guard result[index].footprint == nil else {
        throw UserError(
          "DR-242", .badData, at: feature.place, "settlement '\(id)' stands twice",
          remedy: "give one (multi)polygon a settlement")
      }
      result[index] = result[index].replacing(footprint: geometry)
    }
    return result
  }
}

extension SettlementRecord {
  /// The record with a footprint of its own.
  public func replacing(footprint: Geometry) -> SettlementRecord {
    SettlementRecord(
      id: id, name: name, kind: kind, countyAdcode: countyAdcode,
      prefectureAdcode: prefectureAdcode, provinceAdcode: provinceAdcode, population: population,
      populationKind: populationKind, seats: seats, footprint: footprint, morphology: morphology)
  }
}
