public import Geometry

/// Level of an administrative unit.
public enum UnitLevel: String, Codable, CaseIterable, Sendable, Comparable {
  case province
  case prefecture
  case county
  case town

  /// Province before prefecture before county before town.
  public static func < (one: UnitLevel, other: UnitLevel) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .province: 0
    case .prefecture: 1
    case .county: 2
    case .town: 3
    }
  }
}

/// An administrative unit: province, prefecture, county or town.
public struct AdministrativeUnit: Hashable, Sendable {
  /// GB/T 2260, 6 digits; towns 9 digits.
  public let adcode: String
  /// Chinese name in full.
  public let name: String
  /// Empty where none is bundled.
  public let englishName: String
  /// Province to town.
  public let level: UnitLevel
  /// Adcode of the unit above; nil for provinces.
  public let parent: String?
  /// Kind of unit as the tables say: `district`, `city`, `county`, `subdistrict`, ...
  public let form: String
  /// Residents at the census of 2020; 0 where there is no figure.
  public let population: Int
  /// Official or estimated.
  public let populationKind: DataKind
  /// Seat or anchor point, degrees; nil where the tables give none.
  public let position: Coordinate?
  /// Estimated (gazetteer) or modelled.
  public let positionKind: DataKind
  /// Adcode of the county polygon it is drawn with: counties, and cities without county level.
  public let polygon: String?
  /// Settlement that a town's seat is part of (towns only).
  public let settlement: String?

  /// A unit.
  public init(
    adcode: String, name: String, englishName: String, level: UnitLevel, parent: String?,
    form: String, population: Int, populationKind: DataKind, position: Coordinate?,
    positionKind: DataKind, polygon: String? = nil, settlement: String? = nil
  ) {
    self.adcode = adcode
    self.name = name
    self.englishName = englishName
    self.level = level
    self.parent = parent
    self.form = form
    self.population = population
    self.populationKind = populationKind
    self.position = position
    self.positionKind = positionKind
    self.polygon = polygon
    self.settlement = settlement
  }

  /// The unit drawn with a county polygon of its own.
  func with(polygon: String) -> AdministrativeUnit {
    AdministrativeUnit(
      adcode: adcode, name: name, englishName: englishName, level: level, parent: parent,
      form: form, population: population, populationKind: populationKind, position: position,
      positionKind: positionKind, polygon: polygon, settlement: settlement)
  }
}
