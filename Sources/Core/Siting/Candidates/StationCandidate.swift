public import Geometry

/// A place where a station may be built, as a planner brings it.
public struct StationCandidate: Hashable, Sendable {
  /// What stands there, and so what a station takes.
  public enum Kind: Hashable, Sendable {
    /// Nothing: a mast on the ground has to be built.
    case newMast
    /// A building: poles on its roof have to be put up.
    case rooftop
    /// A site of the planner's own, of 4G say: it is upgraded, and its place is paid for already.
    case ownSite
    /// A mast of the tower company with so many operators on it, the planner not among them, 0 or
    /// more: it is upgraded and leased.
    case sharedMast(tenants: Int)

    /// Whether a mast or rooftop has to be built that does not carry stations yet.
    public var isNew: Bool {
      switch self {
      case .newMast, .rooftop: true
      case .ownSite, .sharedMast: false
      }
    }
  }

  /// Unique among the candidates.
  public let id: String
  /// Degrees of EPSG:4490.
  public let position: Coordinate
  /// What is settled about it.
  public let status: CandidateSite.Status
  /// What stands there.
  public let kind: Kind
  /// Height of antennas above ground, 1 to 500; nil where it is not known.
  public let heightMetres: Double?
  /// Fibre to be laid to it, 0 or more; nil where it is not known.
  public let fibreMetres: Double?
  /// Power line to be laid to it, 0 or more; nil where it is not known.
  public let powerMetres: Double?
  /// Where it was read, for messages: `masts.csv:7`; empty when it was not read.
  public let place: String

  /// A candidate.
  public init(
    id: String, position: Coordinate, status: CandidateSite.Status = .free, kind: Kind,
    heightMetres: Double? = nil, fibreMetres: Double? = nil, powerMetres: Double? = nil,
    place: String = ""
  ) {
    self.id = id
    self.position = position
    self.status = status
    self.kind = kind
    self.heightMetres = heightMetres
    self.fibreMetres = fibreMetres
    self.powerMetres = powerMetres
    self.place = place
  }

  /// The same candidate with another status.
  public func with(status: CandidateSite.Status) -> StationCandidate {
    StationCandidate(
      id: id, position: position, status: status, kind: kind, heightMetres: heightMetres,
      fibreMetres: fibreMetres, powerMetres: powerMetres, place: place)
  }
}
