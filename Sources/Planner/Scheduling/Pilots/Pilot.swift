public import Coverage
public import Geometry
public import Radio
public import Territory

/// What a pilot is about (5G应用试点示范).
public enum PilotKind: String, CaseIterable, Sendable {
  case hospital, school, port
  case scenicArea = "scenic-area"
  case mine, park, other

  /// The Chinese word that files may use too.
  public var chineseName: String {
    switch self {
    case .hospital: "医院"
    case .school: "学校"
    case .port: "港口"
    case .scenicArea: "景区"
    case .mine: "矿山"
    case .park: "园区"
    case .other: "其他"
    }
  }

  /// A kind by its name in either language; nil for any other word.
  public init?(word: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == word || $0.chineseName == word })
    else { return nil }
    self = kind
  }
}

/// Where a pilot is.
public enum PilotPlace: Hashable, Sendable {
  /// A settlement by its id.
  case settlement(String)
  /// A settlement or town by its name, in a county by name or code; nil for the regions of the run.
  case named(String, county: String?)
  /// Degrees, EPSG:4490: the settlement that holds it, else the nearest.
  case position(Coordinate)
  /// A campus of the run by its id.
  case campus(String)
}

/// What a pilot builds beyond what its settlement needs.
public struct PilotWork: Hashable, Sendable {
  /// New stations.
  public let stations: Int
  /// Of these, on new masts.
  public let newSites: Int
  /// Whole yuan.
  public let costYuan: Int
  /// Electricity over a full year.
  public let energyKilowattHoursPerYear: Int
  /// Days of one crew.
  public let crewDays: Int

  /// Work; whole figures from 0 up.
  public init(
    stations: Int = 0, newSites: Int = 0, costYuan: Int = 0, energyKilowattHoursPerYear: Int = 0,
    crewDays: Int = 0
  ) {
    self.stations = stations
    self.newSites = newSites
    self.costYuan = costYuan
    self.energyKilowattHoursPerYear = energyKilowattHoursPerYear
    self.crewDays = crewDays
  }

  /// Whether there is nothing to build.
  public var isEmpty: Bool { self == PilotWork() }
}

/// A pilot with its date and its partners.
public struct Pilot: Hashable, Sendable {
  /// Unique among the pilots.
  public let id: String
  /// For people.
  public let name: String
  /// What it is about.
  public let kind: PilotKind
  /// Kinds of department that take part: names of the book of gates, or any words.
  public let partners: [String]
  /// Where it is.
  public let place: PilotPlace
  /// Last quarter by whose end it must stand.
  public let by: Quarter
  /// Status that its settlement must have by then; none where only a campus is asked for.
  public let status: CoverageStatus
  /// Whose network must have it; nil for all of the run.
  public let group: NetworkGroup?
  /// What it builds of its own; nil for nothing.
  public let work: PilotWork?
  /// Line of its file, for errors.
  public let source: String

  /// A pilot.
  public init(
    id: String, name: String, kind: PilotKind, partners: [String] = [], place: PilotPlace,
    by: Quarter, status: CoverageStatus = .deep, group: NetworkGroup? = nil,
    work: PilotWork? = nil, source: String
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.partners = partners
    self.place = place
    self.by = by
    self.status = status
    self.group = group
    self.work = work
    self.source = source
  }

  /// The same pilot somewhere else.
  public func at(_ place: PilotPlace) -> Pilot {
    Pilot(
      id: id, name: name, kind: kind, partners: partners, place: place, by: by, status: status,
      group: group, work: work, source: source)
  }
}
