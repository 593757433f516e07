public import Geometry

/// A place where an industry works: a factory, mine, port, grid station, park, or small firms side by side.
public struct Campus: Sendable {
  /// Stable identity.
  public let id: String
  /// For people.
  public let name: String
  /// What kind of place.
  public let kind: CampusKind
  /// Id of its industry.
  public let industry: String
  /// Middle, degrees of EPSG:4490.
  public let position: Coordinate
  /// Outline in degrees; nil where only a position is known.
  public let footprint: Geometry?
  /// Area.
  public let hectares: Double
  /// People who work there.
  public let employees: Int
  /// Terminals by scenario, each 1 or more.
  public let terminals: [String: Int]
  /// Where the terminals come from: counted by whoever gave the campus, or by employees.
  public let terminalKind: DataKind
  /// GB/T 2260 of its county.
  public let county: String
  /// Network group that is to serve it; nil where none is told.
  public let group: String?
  /// First quarter it may be built in.
  public let earliest: Quarter?
  /// Where it comes from.
  public let dataKind: DataKind

  /// A campus.
  public init(
    id: String, name: String, kind: CampusKind, industry: String, position: Coordinate,
    footprint: Geometry? = nil, hectares: Double, employees: Int, terminals: [String: Int],
    terminalKind: DataKind, county: String, group: String? = nil, earliest: Quarter? = nil,
    dataKind: DataKind
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.industry = industry
    self.position = position
    self.footprint = footprint
    self.hectares = hectares
    self.employees = employees
    self.terminals = terminals
    self.terminalKind = terminalKind
    self.county = county
    self.group = group
    self.earliest = earliest
    self.dataKind = dataKind
  }
}

/// What was mended in what the user gave, or left out of it; nothing is in silence.
public struct CampusRepair: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, CaseIterable, Sendable {
    /// A position just outside every county went to the nearest.
    case nearestCounty = "nearest-county"
    /// The county of the position stands in for another that was stated.
    case countyOfPosition = "county-of-position"
    /// The area follows from the employees.
    case areaFromEmployees = "area-from-employees"
    /// A date before the horizon is its first quarter.
    case earliestIsFirst = "earliest-is-first"
    /// National shares stand in for a county without figures.
    case nationalShares = "national-shares"
    /// A row of employment whose county is not on the map.
    case unknownCounty = "unknown-county"
    /// A campus of a network group that is not looked at.
    case otherGroup = "other-group"
    /// A campus outside the regions asked for.
    case outsideRegion = "outside-region"
  }

  /// What was done.
  public let kind: Kind
  /// File and line, feature, or campus.
  public let place: String
  /// What was found there.
  public let value: String

  /// A repair.
  public init(_ kind: Kind, at place: String, _ value: String) {
    self.kind = kind
    self.place = place
    self.value = value
  }
}

/// Campuses and what was mended to have them.
public struct CampusSet: Sendable {
  /// By id.
  public let campuses: [Campus]
  /// In the order of what was read.
  public let repairs: [CampusRepair]
  /// Of an estimate: employees by county and industry, those without a campus too; else empty.
  public let employment: [IndustryEmployment]

  /// A set.
  public init(
    campuses: [Campus], repairs: [CampusRepair], employment: [IndustryEmployment] = []
  ) {
    self.campuses = campuses
    self.repairs = repairs
    self.employment = employment
  }
}

/// Employees of an industry in a county.
public struct IndustryEmployment: Hashable, Sendable {
  /// GB/T 2260.
  public let county: String
  /// Id of the industry.
  public let industry: String
  /// All.
  public let employees: Int
  /// Of them on campuses; the others are in firms that are too few for one.
  public let onCampuses: Int
  /// Official or estimated, as the shares are.
  public let dataKind: DataKind
}
