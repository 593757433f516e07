public import Geometry
import Territory

/// Areas where nothing may be built: nature reserves, military areas and the like.
///
/// No new mast or rooftop is allowed inside, boundary included. Sites that exist stay allowed unless
/// the area's property `applies` says `all`.
public struct ForbiddenAreas: Sendable {
  private struct Area: Sendable {
    let geometry: Geometry
    let appliesToAll: Bool
    /// For messages.
    let name: String
  }

  private let areas: [Area]

  /// How many there are.
  public var count: Int { areas.count }

  /// Reads a GeoJSON file of polygons in degrees of EPSG:4490 or EPSG:4326.
  ///
  /// - Throws: DR-210 for a file that cannot be read, and as the other initializer.
  public init(path: String) throws(UserError) {
    try self.init(name: path, bytes: try InputFile.bytes(at: path))
  }

  /// Areas of a GeoJSON text.
  ///
  /// - Throws: the errors of GeoJSON (DR-120 to DR-136, of which DR-134 is a polygon that crosses
  ///   itself); DR-579 for a feature that is no area or whose `applies` is neither `new` nor `all`.
  public init(name: String, bytes: [UInt8]) throws(UserError) {
    var areas: [Area] = []
    try GeoJSONReader(source: name).forEachFeature(in: bytes) { (feature) throws(UserError) in
      let feature = try feature.validated()
      guard let geometry = feature.geometry,
        geometry.type == .polygon || geometry.type == .multiPolygon, !geometry.isEmpty
      else {
        throw UserError(
          "DR-579", .badData, at: feature.place, "the feature is no area",
          remedy: "give each forbidden area a Polygon or MultiPolygon")
      }
      let applies = feature.properties["applies"] ?? .null
      guard applies == .null || ["new", "all"].contains(applies.string) else {
        throw UserError(
          "DR-579", .badData, at: feature.place,
          "applies is \(applies.string.map { "'\($0)'" } ?? applies.kindName)",
          remedy: "give new, or all where masts that exist may not be used either")
      }
      areas.append(
        Area(
          geometry: geometry, appliesToAll: applies.string == "all",
          name: feature.properties["name"]?.string ?? feature.place))
    }
    self.areas = areas
  }

  /// The candidates with those inside forbidden: free ones that the areas apply to. Stations that
  /// stand (status `existing`) are facts and stay.
  ///
  /// - Throws: DR-578 for a required candidate inside, DR-103 where an area cannot be prepared.
  public func applied(
    to candidates: [StationCandidate]
  ) throws(UserError) -> [StationCandidate] {
    var result = candidates
    for area in areas {
      // Prepared here: a prepared geometry belongs to one thread.
      let prepared = try PreparedGeometry(area.geometry)
      for (index, candidate) in result.enumerated()
      where area.appliesToAll || candidate.kind.isNew {
        guard candidate.status == .free || candidate.status == .required,
          prepared.contains(candidate.position)
        else { continue }
        guard candidate.status == .free else {
          throw UserError(
            "DR-578", .badData, at: candidate.place.isEmpty ? candidate.id : candidate.place,
            "candidate '\(candidate.id)' is required, but lies in the forbidden area '\(area.name)'",
            remedy: "make it free, or move one of the two")
        }
        result[index] = candidate.with(status: .forbidden)
      }
    }
    return result
  }
}
