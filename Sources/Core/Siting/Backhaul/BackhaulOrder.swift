import Coverage
/// Puts packages behind those that bring them backhaul.
///
/// A settlement may hang on one that the plan links itself. Its first package then waits for the first
/// package of that one; where that one gets none and has no station either, it cannot be built.
public enum BackhaulOrder {
  /// Reason of packages whose backhaul never comes.
  public static let reason = "backhaul-parent-not-built"

  /// The packages of one group's plans, in the plans' order.
  ///
  /// - Parameter waitsFor: id of the settlement that a plan's settlement hangs on, by the plans' order;
  ///   nil where it hangs on none that needs a link.
  public static func packages(
    of plans: [SettlementPlan], waitsFor: [String?]
  ) -> [WorkPackage] {
    var byId: [String: Int] = [:]
    for (index, plan) in plans.enumerated() { byId[plan.before.settlement] = index }
    var packages = plans.map(\.packages)
    for (index, parent) in waitsFor.enumerated() where !packages[index].isEmpty {
      // A parent outside the region is taken as linked: its plan is not known here.
      guard let parent, let other = byId[parent] else { continue }
      if let first = plans[other].packages.first {
        packages[index][0].wait(for: first.id)
      } else if plans[other].before.stations == 0 {
        for place in packages[index].indices { packages[index][place].refuse(Self.reason) }
      }
    }
    return packages.flatMap { $0 }
  }
}

extension WorkPackage {
  /// Lets it wait for another package, where it waits for none.
  mutating func wait(for package: String) {
    if prerequisite == nil { prerequisite = package }
  }

  /// Shuts it by a gate.
  mutating func refuse(_ reason: String) {
    feasible = false
    reasons.insert(reason, at: 0)
  }
}
