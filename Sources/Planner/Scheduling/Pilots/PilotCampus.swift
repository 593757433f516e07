import Geometry
public import Radio
import Siting

/// A campus that a pilot is about, with what brings its network.
public struct PilotCampus: Hashable, Sendable {
  /// Id among the run's campuses.
  public let id: String
  /// For people.
  public let name: String
  /// Whose network serves it.
  public let group: NetworkGroup
  /// Its scenarios.
  public let scenarios: Int
  /// Of these, those that its network, or the public one as it is, can run.
  public let enabled: Int
  /// Id of the package of its own network; nil where the public network is enough.
  public let package: String?
  /// Id of the package that brings the public cells it hangs on; nil where they are there, or never come.
  public let bringer: String?
  /// Whether the public cells that it hangs on are there or come; true where it hangs on none.
  public let isServed: Bool

  /// A campus.
  public init(
    id: String, name: String, group: NetworkGroup, scenarios: Int, enabled: Int, package: String?,
    bringer: String? = nil, isServed: Bool = true
  ) {
    self.id = id
    self.name = name
    self.group = group
    self.scenarios = scenarios
    self.enabled = enabled
    self.package = package
    self.bringer = bringer
    self.isServed = isServed
  }
}

extension PilotTasks {
  /// The package of a campus' own network, or that brings the public cells that are enough for it; none where it
  /// stands already.
  ///
  /// - Throws: `DR-957` for a campus that nothing serves, `DR-958` for a group that is not its own, `DR-930` for
  ///   packages that do not have the conditions.
  func network(
    of campus: PilotCampus, for pilot: Pilot
  ) throws(UserError) -> [WorkPackage] {
    guard pilot.group.map({ $0 == campus.group }) ?? true else {
      throw error(
        pilot, "DR-958",
        "its campus '\(campus.id)' is served by group \(campus.group.rawValue), not"
          + " \(pilot.group?.rawValue ?? "")",
        "leave `group` out, or give the campus that group in the file of --campuses")
    }
    guard campus.enabled > 0 else {
      throw error(
        pilot, "DR-957",
        campus.scenarios == 0
          ? "its campus '\(campus.id)' has no scenario: it has too few terminals"
          : "no network meets any of the \(campus.scenarios) scenarios of its campus '\(campus.id)'",
        "give the campus scenarios with terminals in the file of --campuses, or leave the pilot out"
      )
    }
    guard campus.isServed else {
      throw error(
        pilot, "DR-957",
        "its campus '\(campus.id)' hangs on public cells that never come: its settlement does not get"
          + " continuous coverage within the plan",
        "see readiness.csv of a run without the pilot, or give the campus scenarios that ask for cells of its own"
      )
    }
    guard let package = (campus.package ?? campus.bringer).flatMap(package) else { return [] }
    try checkFeasible(package, of: pilot)
    return [package]
  }
}
