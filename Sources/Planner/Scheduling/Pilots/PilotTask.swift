public import Coverage
public import Geometry
public import Radio
public import Siting
public import Territory

/// Where a pilot was found to be.
public struct PilotSite: Hashable, Sendable {
  /// Its settlement.
  public let settlement: String
  /// The settlement's name.
  public let settlementName: String
  /// The settlement's kind.
  public let settlementKind: SettlementKind
  /// Province of the settlement.
  public let provinceAdcode: String
  /// Degrees: the pilot's own, or its settlement's largest seat.
  public let position: Coordinate
  /// From the pilot's own position to the settlement's footprint, 0 inside; nil without one.
  public let distanceMetres: Double?
  /// Its campus; nil for a pilot of a settlement.
  public let campus: PilotCampus?

  /// A place; of a settlement, and of the pilot where it has a position of its own or a campus.
  public init(
    _ settlement: Settlement, position: Coordinate? = nil, distanceMetres: Double? = nil,
    campus: PilotCampus? = nil
  ) {
    self.campus = campus
    self.settlement = settlement.id
    settlementName = settlement.name
    settlementKind = settlement.kind
    provinceAdcode = settlement.provinceAdcode
    var largest = settlement.seats.first
    for seat in settlement.seats where seat.population > largest?.population ?? 0 {
      largest = seat
    }
    self.position = position ?? largest?.position ?? settlement.footprint.envelope.center
    self.distanceMetres = distanceMetres
  }
}

/// A pilot with what it asks of the schedule.
public struct PilotTask: Hashable, Sendable {
  /// Which.
  public let pilot: Pilot
  /// Where.
  public let site: PilotSite
  /// Groups whose network must have the status.
  public let groups: [NetworkGroup]
  /// Ids of the packages that give it, one for each group that does not have it yet.
  public let needed: [String]
  /// What the pilot builds itself; nil for nothing.
  public let own: WorkPackage?

  /// Whether nothing is left to build.
  public var isMet: Bool { needed.isEmpty && own == nil }

  /// Ids of all packages that have the pilot's date.
  public var packages: [String] { needed + (own.map { [$0.id] } ?? []) }
}

/// Finds what pilots ask of the schedule.
public struct PilotTasks: Sendable {
  /// A settlement in one group's network.
  public struct Place: Hashable, Sendable {
    let settlement: String
    let group: NetworkGroup

    /// A settlement in a group's network.
    public init(_ settlement: String, _ group: NetworkGroup) {
      self.settlement = settlement
      self.group = group
    }
  }

  /// Present statuses.
  public let statuses: [Place: CoverageStatus]
  /// Groups of the run.
  public let groups: [NetworkGroup]
  /// First and last quarter.
  public let limits: ScheduleLimits
  /// Price of electricity, for what the pilots' own stations use.
  public let yuanPerKilowattHour: Double
  private let packages: [String: WorkPackage]
  private let byPlace: [Place: [WorkPackage]]

  /// - Parameter packages: all of the plan, those of campuses too.
  public init(
    packages: [WorkPackage], statuses: [Place: CoverageStatus], groups: [NetworkGroup],
    limits: ScheduleLimits, yuanPerKilowattHour: Double
  ) {
    self.statuses = statuses
    self.groups = groups
    self.limits = limits
    self.yuanPerKilowattHour = yuanPerKilowattHour
    self.packages = Dictionary(packages.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    byPlace = Dictionary(grouping: packages) { Place($0.settlement, $0.group) }
  }

  /// Prefix of the packages that pilots build themselves.
  public static let ownPrefix = "pilot/"

  /// What a pilot asks.
  ///
  /// - Throws: `DR-929` for a date outside the horizon of a pilot that does not stand yet, `DR-930` for a status
  ///   that no package gives or whose packages cannot be built, `DR-931` for a group that is not planned, `DR-957`
  ///   for a campus that nothing serves, `DR-958` for a group that is not the campus'.
  public func task(_ pilot: Pilot, at site: PilotSite) throws(UserError) -> PilotTask {
    let own = pilot.group.map { [$0] } ?? site.campus.map { [$0.group] } ?? groups
    guard own.allSatisfy(groups.contains), let first = own.first else {
      throw error(
        pilot, "DR-931", "its group \(pilot.group?.rawValue ?? "") is not planned",
        "plan that group too, or leave `group` out")
    }
    var needed: [WorkPackage] = []
    if let campus = site.campus { needed = try network(of: campus, for: pilot) }
    for group in own {
      let place = Place(site.settlement, group)
      guard statuses[place] ?? .none < pilot.status else { continue }
      let rising = (byPlace[place] ?? []).filter { $0.to >= pilot.status }
      guard let package = rising.min(by: { ($0.to, $0.id) < ($1.to, $1.id) }) else {
        throw error(
          pilot, "DR-930",
          "no choice of stations gives \(site.settlement) \(site.settlementName)"
            + " \(pilot.status.rawValue) in group \(group.rawValue)",
          "ask for a lower status, bring --candidates, or leave it out")
      }
      try checkFeasible(package, of: pilot)
      // What brings a campus its public cells may be what gives its settlement the status.
      if !needed.contains(package) { needed.append(package) }
    }
    guard !needed.isEmpty || pilot.work != nil else {
      return PilotTask(pilot: pilot, site: site, groups: own, needed: [], own: nil)
    }
    guard limits.from <= pilot.by, pilot.by <= limits.until else {
      throw error(
        pilot, "DR-929",
        "its date \(pilot.by) lies \(pilot.by < limits.from ? "before" : "after") the plan's quarters,"
          + " \(limits.from) to \(limits.until)",
        "give a date among them, or another --from or --until")
    }
    let ids = needed.map(\.id)
    return PilotTask(
      pilot: pilot, site: site, groups: own, needed: ids,
      own: pilot.work.map { work($0, of: pilot, at: site, group: first, after: ids.first) })
  }

  func package(_ id: String) -> WorkPackage? { packages[id] }

  func checkFeasible(_ package: WorkPackage, of pilot: Pilot) throws(UserError) {
    var next: WorkPackage? = package
    // A chain is no longer than there are packages, even where it is a circle.
    for _ in 0...packages.count {
      guard let own = next else { return }
      guard own.feasible else {
        throw error(
          pilot, "DR-930",
          "\(own.id) does not have the conditions: \(own.reasons.prefix(2).joined(separator: ", "))",
          "see readiness.csv of a run without the pilot; give --signals where they have changed")
      }
      next = own.prerequisite.flatMap { packages[$0] }
    }
  }

  /// It serves nobody more and raises no status: all it is worth is its date.
  private func work(
    _ work: PilotWork, of pilot: Pilot, at site: PilotSite, group: NetworkGroup, after: String?
  ) -> WorkPackage {
    WorkPackage(
      id: Self.ownPrefix + pilot.id, settlement: site.settlement,
      settlementName: site.settlementName, kind: site.settlementKind,
      provinceAdcode: site.provinceAdcode, group: group, from: .none, to: .none,
      stations: work.stations, newSites: work.newSites, costYuan: work.costYuan,
      energyKilowattHoursPerYear: work.energyKilowattHoursPerYear, fibreMetres: 0,
      crewDays: work.crewDays, populationServed: 0, prerequisite: after, feasible: true,
      priority: 0.5, reasons: [],
      opexYuanPerYear: Int(
        (Double(work.energyKilowattHoursPerYear) * yuanPerKilowattHour).rounded()))
  }

  func error(
    _ pilot: Pilot, _ code: String, _ problem: String, _ remedy: String
  ) -> UserError {
    UserError(
      code, .badData, at: pilot.source, "pilot '\(pilot.id)': \(problem)", remedy: remedy)
  }
}
