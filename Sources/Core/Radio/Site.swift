public import Geometry
public import Territory

/// Whether a site stands, is planned, or could be chosen.
public enum SiteStatus: String, Codable, CaseIterable, Sendable {
  case existing
  case planned
  case candidate
}

/// One mast or rooftop of one network group, with the configurations it carries. Each configuration
/// is one station as the ministry counts them.
public struct Site: Hashable, Sendable {
  /// The register's name, or one we made.
  public let id: String
  /// Degrees, EPSG:4490.
  public let position: Coordinate
  /// Whose site.
  public let group: NetworkGroup
  /// Names of antenna configurations of the book, sorted.
  public var configurations: [String]
  /// Height of the antennas above ground.
  public let heightMetres: Double
  /// Where the sectors face; the same for every configuration.
  public let sectors: SectorLayout
  /// Stands, planned or candidate.
  public let status: SiteStatus
  /// Whether the site is a register's (`measured`) or the model's (`modelled`).
  public let kind: DataKind
  /// Settlement it was made for, where it was.
  public let settlement: String?
  /// Quarter in which it goes on air, where it is planned and scheduled.
  public var quarter: Quarter?

  /// A site.
  public init(
    id: String, position: Coordinate, group: NetworkGroup, configurations: [String],
    heightMetres: Double, sectors: SectorLayout = .threeSectors, status: SiteStatus, kind: DataKind,
    settlement: String?,
    quarter: Quarter? = nil
  ) {
    self.id = id
    self.position = position
    self.group = group
    self.configurations = configurations
    self.heightMetres = heightMetres
    self.sectors = sectors
    self.status = status
    self.kind = kind
    self.settlement = settlement
    self.quarter = quarter
  }

  /// The same site under another identity.
  public func renamed(_ id: String) -> Site {
    Site(
      id: id, position: position, group: group, configurations: configurations,
      heightMetres: heightMetres, sectors: sectors, status: status, kind: kind,
      settlement: settlement, quarter: quarter)
  }
}
