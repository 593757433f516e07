public import Geometry

/// Finds the county that a campus lies in.
public struct CampusCounties: Sendable {
  private let units: StatedUnits
  /// Indices of units with a polygon of their own, with their adcodes.
  private let counties: [(adcode: String, unit: Int)]
  /// Square kilometres by adcode.
  private let areas: [String: Double]

  /// Counties, and cities without counties, of the country.
  public init(_ gazetteer: Gazetteer, _ boundaries: Boundaries) {
    let units = StatedUnits(gazetteer, boundaries)
    self.units = units
    counties = gazetteer.units.filter { $0.polygon != nil }.compactMap { unit in
      units.index(adcode: unit.adcode).map { (unit.adcode, $0) }
    }
    var areas: [String: Double] = [:]
    for unit in gazetteer.units {
      guard let polygon = unit.polygon.flatMap({ boundaries.counties[$0] }) else { continue }
      areas[unit.adcode] = Self.squareKilometres(polygon)
    }
    self.areas = areas
  }

  /// Counties with areas of their own.
  public init(counties: [(adcode: String, name: String, prefecture: String, area: Geometry)]) {
    let units = StatedUnits(counties: counties)
    self.units = units
    self.counties = counties.compactMap { county in
      units.index(adcode: county.adcode).map { (county.adcode, $0) }
    }
    areas = Dictionary(
      counties.map { ($0.adcode, Self.squareKilometres($0.area)) }, uniquingKeysWith: { $1 })
  }

  /// Of a polygon in degrees, by the size of a degree in its middle: good within a percent for a county.
  private static func squareKilometres(_ area: Geometry) -> Double {
    let degree = EllipsoidDegree(at: area.envelope.center.latitude)
    return area.area * degree.eastMetres * degree.northMetres / 1e6
  }

  /// Area of a county's polygon; nil where it has none.
  public func squareKilometres(of adcode: String) -> Double? { areas[adcode] }

  /// Adcode of the county that holds a position in degrees; nil outside all of them.
  public func county(at position: Coordinate) -> String? {
    counties.first { units.contains(position, in: $0.unit) }?.adcode
  }

  /// The nearest county and the metres to it.
  public func nearest(to position: Coordinate) -> (adcode: String, metres: Double)? {
    counties.map { ($0.adcode, units.distanceMetres(position, to: $0.unit)) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
  }

  /// Whether a county holds a position.
  public func contains(_ position: Coordinate, in adcode: String) -> Bool {
    units.index(adcode: adcode).map { units.contains(position, in: $0) } ?? false
  }

  /// Whether there is a county with an area.
  public func knows(_ adcode: String) -> Bool { units.index(adcode: adcode) != nil }
}
