public import Coverage
public import Radio
public import Territory

/// What a package is built for.
public enum PackagePurpose: String, Codable, CaseIterable, Sendable {
  /// A settlement's coverage.
  case settlement
  /// An industrial campus: it raises no status and nobody's home, and comes after the settlements.
  case campus
  /// Key points of a settlement that its coverage leaves out: no status rises, and residents use what is there.
  case keyPlaces = "key-places"
}

/// What one settlement needs, in one network group, to rise by one status; or what one campus needs.
public struct WorkPackage: Hashable, Sendable {
  /// `<settlement>/<group>/<target status>`, unique in a plan.
  public let id: String
  /// Id of the settlement.
  public let settlement: String
  /// Its name, for people.
  public let settlementName: String
  /// Its kind, which decides its tier.
  public let kind: SettlementKind
  /// Province it lies in.
  public let provinceAdcode: String
  /// Whose network rises.
  public let group: NetworkGroup
  /// Status before.
  public let from: CoverageStatus
  /// Status when it is built.
  public let to: CoverageStatus
  /// New stations (one band of one builder on one site, as the ministry counts them).
  public let stations: Int
  /// Of these, on sites that carried no station of any group before.
  public let newSites: Int
  /// Whole yuan.
  public internal(set) var costYuan: Int
  /// Electricity of the new stations over a full year.
  public let energyKilowattHoursPerYear: Int
  /// New fibre to connect the sites.
  public let fibreMetres: Int
  /// Days of one crew.
  public let crewDays: Int
  /// People for whom the status rises.
  public let populationServed: Int
  /// Work package that must be finished before (the one of the status below), if any.
  public internal(set) var prerequisite: String?
  /// Hard gates passed; a package that is not feasible is never scheduled.
  public internal(set) var feasible: Bool
  /// Score of readiness, 0 to 1.
  public let priority: Double
  /// Why it is not feasible, or what speaks for it; keys of the message catalogue.
  public internal(set) var reasons: [String]
  /// Radio equipment by the name of its band: stations.
  public let equipment: [String: Int]
  /// What its stations add to a year's cost of operation: electricity and leases.
  public let opexYuanPerYear: Int
  /// Capacity against demand; nil where that is not known.
  public let lead: PackageLead?
  /// Criteria of the standard that failed before and hold once it is built; `key-places` of a package for them.
  public let closes: [String]
  /// What it is built for.
  public let purpose: PackagePurpose

  /// A work package; whole figures from 0 up, priority 0 to 1.
  public init(
    id: String, settlement: String, settlementName: String, kind: SettlementKind,
    provinceAdcode: String, group: NetworkGroup, from: CoverageStatus, to: CoverageStatus,
    stations: Int, newSites: Int, costYuan: Int, energyKilowattHoursPerYear: Int,
    fibreMetres: Int, crewDays: Int, populationServed: Int, prerequisite: String?,
    feasible: Bool, priority: Double, reasons: [String], closes: [String] = [],
    equipment: [String: Int] = [:], opexYuanPerYear: Int = 0, lead: PackageLead? = nil,
    purpose: PackagePurpose = .settlement
  ) {
    self.id = id
    self.settlement = settlement
    self.settlementName = settlementName
    self.kind = kind
    self.provinceAdcode = provinceAdcode
    self.group = group
    self.from = from
    self.to = to
    self.stations = stations
    self.newSites = newSites
    self.costYuan = costYuan
    self.energyKilowattHoursPerYear = energyKilowattHoursPerYear
    self.fibreMetres = fibreMetres
    self.crewDays = crewDays
    self.populationServed = populationServed
    self.prerequisite = prerequisite
    self.feasible = feasible
    self.priority = priority
    self.reasons = reasons
    self.closes = closes
    self.equipment = equipment
    self.opexYuanPerYear = opexYuanPerYear
    self.lead = lead
    self.purpose = purpose
  }

  /// When strict tiers take it: settlements by kind, then campuses.
  public var tier: Int { purpose == .campus ? 1 + SettlementKind.townSeat.tier : kind.tier }

  /// What tables call its kind: a settlement's, or `campus`.
  public var kindName: String {
    purpose == .campus ? PackagePurpose.campus.rawValue : kind.rawValue
  }

  /// The same package at another cost in whole yuan, such as what it really cost.
  public func costing(_ yuan: Int) -> WorkPackage {
    var package = self
    package.costYuan = yuan
    return package
  }
}

/// Capacity of a settlement's group before and after a package, against the busy hour's demand at the end of
/// the first quarter, all Mbps.
public struct PackageLead: Hashable, Sendable {
  /// Without the package.
  public let capacityBeforeMbps: Double
  /// With it.
  public let capacityAfterMbps: Double
  /// What residents ask for.
  public let demandMbps: Double

  /// Capacities and demand, 0 or more.
  public init(capacityBeforeMbps: Double, capacityAfterMbps: Double, demandMbps: Double) {
    self.capacityBeforeMbps = capacityBeforeMbps
    self.capacityAfterMbps = capacityAfterMbps
    self.demandMbps = demandMbps
  }
}
