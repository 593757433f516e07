public import Geometry

/// What kind of place is assessed.
public enum SettlementKind: String, Codable, CaseIterable, Sendable, Comparable {
  /// The urban area of a city at prefecture level or above (地级及以上城市城区).
  case city
  /// The seat of a county or county-level city (县城城区).
  case countySeat = "county-seat"
  /// The seat of a town or township (镇区, 乡驻地).
  case townSeat = "town-seat"

  /// City before county seat before town seat.
  public static func < (one: SettlementKind, other: SettlementKind) -> Bool {
    one.tier < other.tier
  }

  /// 0 city, 1 county seat, 2 town seat.
  public var tier: Int {
    switch self {
    case .city: 0
    case .countySeat: 1
    case .townSeat: 2
    }
  }
}

/// How densely a place is built: selects propagation scenario, building loss and lattice spacing.
public enum Morphology: String, Codable, CaseIterable, Sendable {
  case denseUrban = "dense-urban"
  case urban
  case suburban
  case town
  case rural
}

/// One seat point of a settlement: where people are, and how many of them.
public struct Seat: Hashable, Sendable {
  /// Degrees, EPSG:4490.
  public let position: Coordinate
  /// Residents of the built-up area around the point.
  public let population: Int
  /// Whether the position is known or modelled.
  public let positionKind: DataKind

  /// A seat.
  public init(position: Coordinate, population: Int, positionKind: DataKind) {
    self.position = position
    self.population = population
    self.positionKind = positionKind
  }
}

/// The built-up place that is assessed and planned.
public struct Settlement: Sendable {
  /// Stable identity: the adcode of the prefecture (6 digits), county (6) or town (9) whose seat it
  /// is.
  public let id: String
  /// Name of the unit whose seat it is.
  public let name: String
  /// City, county seat or town seat.
  public let kind: SettlementKind
  /// Unit whose seat it is (same as `id`).
  public let adcode: String
  /// County it lies in; of a city the one with its centre.
  public let countyAdcode: String?
  /// Prefecture; nil for counties directly under their province.
  public let prefectureAdcode: String?
  /// Province.
  public let provinceAdcode: String
  /// Residents inside the footprint.
  public let population: Int
  /// Where the figure comes from.
  public let populationKind: DataKind
  /// How densely it is built.
  public let morphology: Morphology
  /// Seat points, in order of town code.
  public let seats: [Seat]
  /// Polygon or multipolygon in degrees, EPSG:4490.
  public let footprint: Geometry
  /// `modelled`, or `measured` for a user's.
  public let footprintKind: DataKind
  /// Area of the footprint on the Albers equal-area projection.
  public let areaSquareMetres: Double

  /// A settlement.
  public init(
    id: String, name: String, kind: SettlementKind, countyAdcode: String?,
    prefectureAdcode: String?, provinceAdcode: String, population: Int,
    populationKind: DataKind, morphology: Morphology, seats: [Seat], footprint: Geometry,
    footprintKind: DataKind, areaSquareMetres: Double
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.adcode = id
    self.countyAdcode = countyAdcode
    self.prefectureAdcode = prefectureAdcode
    self.provinceAdcode = provinceAdcode
    self.population = population
    self.populationKind = populationKind
    self.morphology = morphology
    self.seats = seats
    self.footprint = footprint
    self.footprintKind = footprintKind
    self.areaSquareMetres = areaSquareMetres
  }
}
