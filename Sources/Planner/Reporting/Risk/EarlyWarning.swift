import Coverage
public import Radio
public import Scheduling
import Siting
public import Territory

/// A settlement whose busy hour asks for more than one group's network there carries, within the horizon.
public struct EarlyWarning: Hashable, Sendable {
  /// Id of the settlement.
  public let settlement: String
  /// Its name.
  public let name: String
  /// Its kind.
  public let kind: SettlementKind
  /// Province it lies in.
  public let provinceAdcode: String
  /// Residents.
  public let population: Int
  /// Whose network.
  public let group: NetworkGroup
  /// What its cells carry together as the network stands; modelled.
  public let capacityMbps: Double
  /// Busy hour at the end of the first quarter; modelled.
  public let demandMbps: Double
  /// First quarter in which demand passes capacity if nothing is built.
  public let withoutPlan: Quarter
  /// The same with what the schedule has finished by then; nil where it never does.
  public let withPlan: Quarter?
  /// Quarters of the horizon with more demand than capacity if nothing is built.
  public let quartersWithoutPlan: Int
  /// The same with the schedule.
  public let quartersWithPlan: Int

  /// Capacity over demand at the end of the first quarter.
  public var leadRatio: Double { capacityMbps / demandMbps }

  /// Of all settlements and groups whose load is known, in order of the quarter without the plan, of the quarter
  /// with it, kind, settlement and group.
  ///
  /// What a package brings counts from the quarter on in which it is finished.
  ///
  /// - Parameter growth: busy-hour demand at the end of each quarter over the first's; the last holds on, and
  ///   without any demand stays.
  public static func all(
    _ settlements: [SettlementOutcome], _ schedule: Schedule, growth: [Double]
  ) -> [EarlyWarning] {
    var built: [Place: [(finish: Quarter, capacity: Double)]] = [:]
    for entry in schedule.packages {
      guard let lead = entry.package.lead else { continue }
      built[Place(entry.package.settlement, entry.package.group), default: []]
        .append((entry.finish, lead.capacityAfterMbps))
    }
    let quarters = schedule.limits.quarters
    let factors = quarters.indices.map {
      growth.isEmpty ? 1 : growth[min($0, growth.count - 1)]
    }
    let found = settlements.flatMap { outcome in
      outcome.groups.compactMap { group in
        warning(
          outcome, group, Array(zip(quarters, factors)),
          built[Place(outcome.settlement.id, group.before.group)] ?? [])
      }
    }
    return found.enumerated().sorted { one, other in
      (key(one.element), one.offset) < (key(other.element), other.offset)
    }.map(\.element)
  }

  private struct Place: Hashable {
    let settlement: String
    let group: NetworkGroup

    init(_ settlement: String, _ group: NetworkGroup) {
      self.settlement = settlement
      self.group = group
    }
  }

  private struct Key: Comparable {
    let numbers: [Int]
    let settlement: String

    static func < (one: Key, other: Key) -> Bool {
      one.numbers == other.numbers
        ? one.settlement < other.settlement
        : one.numbers.lexicographicallyPrecedes(other.numbers)
    }
  }

  private static func key(_ warning: EarlyWarning) -> Key {
    Key(
      numbers: [
        warning.withoutPlan.index, warning.withPlan?.index ?? .max, warning.kind.tier,
      ], settlement: warning.settlement)
  }

  private static func warning(
    _ outcome: SettlementOutcome, _ group: GroupOutcome, _ quarters: [(Quarter, Double)],
    _ built: [(finish: Quarter, capacity: Double)]
  ) -> EarlyWarning? {
    guard let load = group.before.load, load.demandMbps > 0 else { return nil }
    let demand = quarters.map { (quarter: $0.0, megabits: load.demandMbps * $0.1) }
    let without = demand.filter { $0.megabits > load.capacityMbps }
    guard let first = without.first else { return nil }
    let with = demand.filter { now in
      let capacity = built.reduce(load.capacityMbps) {
        $1.finish <= now.quarter ? max($0, $1.capacity) : $0
      }
      return now.megabits > capacity
    }
    let settlement = outcome.settlement
    return EarlyWarning(
      settlement: settlement.id, name: settlement.name, kind: settlement.kind,
      provinceAdcode: settlement.provinceAdcode, population: settlement.population,
      group: group.before.group, capacityMbps: load.capacityMbps, demandMbps: load.demandMbps,
      withoutPlan: first.quarter, withPlan: with.first?.quarter,
      quartersWithoutPlan: without.count, quartersWithPlan: with.count)
  }
}
