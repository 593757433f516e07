/// One feature: a geometry with what is known of it.
public struct GeoJSONFeature: Sendable {
  /// Identity, a string or number where there is one.
  public var id: JSONValue?
  /// Where it is; nil for a feature without a place.
  public var geometry: Geometry?
  /// What is known of it, in order.
  public var properties: JSONObject
  /// Where it was read: `units.geojson:1 (byte 812, feature 4)`; empty when it was not read.
  public var place: String {
    get { number == 0 ? source : "\(source) (byte \(offset), feature \(number))" }
    set {
      source = newValue
      number = 0
    }
  }
  // Put together when it is asked for, which for nearly all features is never.
  private var source: String
  private var offset = 0
  private var number = 0

  /// A feature.
  public init(
    id: JSONValue? = nil, geometry: Geometry?, properties: JSONObject = [:], place: String = ""
  ) {
    self.id = id
    self.geometry = geometry
    self.properties = properties
    source = place
  }

  /// A feature that was read.
  init(
    id: JSONValue?, geometry: Geometry?, properties: JSONObject, source: String, offset: Int,
    number: Int
  ) {
    self.init(id: id, geometry: geometry, properties: properties, place: source)
    self.offset = offset
    self.number = number
  }

  /// The feature itself when its geometry is valid by the rules of simple features.
  /// - Throws: DR-134 with the reason and the spot, such as a self-intersection.
  public func validated() throws(UserError) -> GeoJSONFeature {
    guard let invalid = geometry?.invalidReason else { return self }
    let spot = invalid.location.map { " at (\($0.x), \($0.y))" } ?? ""
    throw UserError(
      "DR-134", .badData, at: place, "the geometry is not valid: \(invalid.reason)\(spot)",
      remedy: "repair the geometry, for example with QGIS's 'Fix geometries'")
  }
}
