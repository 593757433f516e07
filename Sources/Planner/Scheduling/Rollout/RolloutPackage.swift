public import Siting
public import Territory

/// A work package with what a schedule of anybody's packages can say of it beyond a plan's.
public struct RolloutPackage: Hashable, Sendable {
  /// What is built.
  public internal(set) var work: WorkPackage
  /// Ids of further packages that must be finished before.
  public var furtherPrerequisites: [String] = []
  /// First quarter it may start in.
  public var earliest: Quarter?
  /// Last quarter it may finish in; it must be built.
  public var deadline: Quarter?
  /// Quarters it takes; nil to derive them from the steps' days.
  public var durationQuarters: Int?
  /// The quarter in which it started or has to start, whatever the limits say: done, or committed.
  public var startFixed: Quarter?
  /// Power supplies of which it may be built with one; all that the limits book has when empty.
  public var supplies: Set<PowerSupply> = []
  /// Whether it comes before the tiers, with the first of them: what a pilot needs.
  public var comesFirst = false
  /// What happened of it; nil where it is not begun.
  public internal(set) var history: PackageHistory?
  /// Where the schedule before had it; nil where that did not know it, or where there was none.
  public internal(set) var prior: PriorPlace?
  /// Whether it was to begin so soon that it keeps its place where it can.
  public internal(set) var isCommitted = false

  /// A package.
  public init(_ work: WorkPackage) { self.work = work }

  /// Ids of all packages that must be finished before.
  var prerequisites: [String] { [work.prerequisite].compactMap { $0 } + furtherPrerequisites }
}

/// What the schedule is to be best in.
public enum RolloutObjective: String, Codable, CaseIterable, Sendable {
  /// Most discounted person-quarters of service inside the horizon, by the status' weight and priority.
  case service
  /// The earliest quarter by which all that can be built is built, then the most service.
  case earliest
  /// Least discounted cost of building and operation of what has a deadline.
  case cost
  /// Least carbon of what has a deadline.
  case carbon
}

/// Whose residents the limits' amounts are for.
public struct ResidentShares: Hashable, Sendable {
  /// Share of the country's residents that the schedule is for, 0 to 1.
  public let nation: Double
  /// Share of the country's residents that lie in each province and are in the schedule.
  public let provinces: [String: Double]
  /// Share of the country's work that is each group's, by what the schedule plans.
  public let groups: [String: Double]

  /// Shares.
  public init(nation: Double, provinces: [String: Double], groups: [String: Double]) {
    self.nation = nation
    self.provinces = provinces
    self.groups = groups
  }
}
