public import Geometry
import Territory

/// A statement that a rule is met everywhere in an area. That an area is not served is never claimed.
public struct CoverageClaim: Sendable {
  /// Identity in outputs, unique among the claims that are audited together.
  public let id: String
  /// Name, empty where there is none.
  public let name: String
  /// Whose network is claimed to serve, as in the measurements' `groupNames`; nil for any.
  public let network: String?
  /// What is claimed, in the claimant's words; empty where nothing is said.
  public let level: String
  /// Polygon or multipolygon in degrees, valid by the rules of simple features.
  public let area: Geometry

  /// A claim.
  public init(
    id: String, name: String = "", network: String? = nil, level: String = "", area: Geometry
  ) {
    self.id = id
    self.name = name
    self.network = network
    self.level = level
    self.area = area
  }
}

/// Reads claims from GeoJSON.
public enum ClaimFile {
  /// Claims of the features of a file: polygons with an `id` (of the feature or a property), and optional
  /// properties `name`, `operator` and `level`. A feature without id is called by its number.
  ///
  /// - Throws: DR-210, the reader's errors, and as ``claims(in:source:)``.
  public static func read(path: String) throws(UserError) -> [CoverageClaim] {
    try claims(in: InputFile.bytes(at: path), source: path)
  }

  /// Claims of GeoJSON text.
  ///
  /// - Throws: the reader's errors, DR-134 for a polygon that is not valid, DR-483 for a feature that is no
  ///   polygon, DR-484 for an id that stands twice, DR-485 when there is no claim.
  public static func claims(
    in bytes: [UInt8], source: String
  ) throws(UserError) -> [CoverageClaim] {
    var claims: [CoverageClaim] = []
    var known: Set<String> = []
    for feature in try GeoJSONReader(source: source).features(in: bytes) {
      let claim = try claim(feature, number: claims.count + 1)
      guard known.insert(claim.id).inserted else {
        throw UserError(
          "DR-484", .badData, at: feature.place, "claim '\(claim.id)' stands twice",
          remedy: "give every claim an id of its own")
      }
      claims.append(claim)
    }
    guard !claims.isEmpty else {
      throw UserError(
        "DR-485", .badData, at: source, "there is no claim", remedy: "give a polygon for each")
    }
    return claims
  }

  private static func claim(
    _ feature: GeoJSONFeature, number: Int
  ) throws(UserError) -> CoverageClaim {
    guard let area = feature.geometry, !area.isEmpty,
      area.type == .polygon || area.type == .multiPolygon
    else {
      throw UserError(
        "DR-483", .badData, at: feature.place,
        "the claim is no polygon but \(feature.geometry?.type.rawValue ?? "null")",
        remedy: "give a Polygon or MultiPolygon that is not empty")
    }
    _ = try feature.validated()
    func text(_ value: JSONValue?) -> String? {
      guard let value else { return nil }
      return value.string ?? value.integer.map(String.init)
    }
    let properties = feature.properties
    return CoverageClaim(
      id: text(feature.id) ?? text(properties["id"]) ?? String(number),
      name: text(properties["name"]) ?? "", network: text(properties["operator"]),
      level: text(properties["level"]) ?? "", area: area)
  }
}
