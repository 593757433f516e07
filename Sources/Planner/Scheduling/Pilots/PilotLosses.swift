import Geometry
import Siting
import Territory

/// What the packages of a plan are worth less with pilots than without.
struct PilotLosses {
  /// Those that finish later, or are left out, the greatest loss first.
  let displaced: [PilotDisplacement]
  /// By kind of settlement, in order, then campuses; what is gained elsewhere taken off.
  let byKind: [PilotResult.KindLoss]

  /// - Parameter packages: without the pilots'.
  init(
    from bare: Schedule, to schedule: Schedule, _ packages: [RolloutPackage],
    _ scheduler: RolloutScheduler, _ replan: Replan?
  ) throws(UserError) {
    let first = scheduler.limits.from.index
    func worth(_ schedule: Schedule) throws(UserError) -> [String: (finish: Int, worth: Double)] {
      let worths = try scheduler.worths(of: schedule, packages, replan: replan)
      var own: [String: (finish: Int, worth: Double)] = [:]
      for entry in schedule.packages {
        guard let values = worths[entry.package.id] else { continue }
        own[entry.package.id] = (entry.finish.index, values[entry.finish.index - first])
      }
      return own
    }
    let (was, now) = (try worth(bare), try worth(schedule))
    var displaced: [PilotDisplacement] = []
    var sums: [SettlementKind?: CompensatedSum] = [:]
    for package in packages {
      let id = package.work.id
      guard was[id] != nil || now[id] != nil else { continue }
      let lost = (was[id]?.worth ?? 0) - (now[id]?.worth ?? 0)
      let kind = package.work.purpose == .campus ? nil : package.work.kind
      sums[kind, default: CompensatedSum()].add(lost)
      guard let before = was[id]?.finish, now[id]?.finish ?? .max > before, lost > 0 else {
        continue
      }
      displaced.append(
        PilotDisplacement(
          package: id, settlementName: package.work.settlementName, was: before,
          now: now[id]?.finish, lost: lost))
    }
    self.displaced = displaced.sorted { ($1.lost, $0.package) < ($0.lost, $1.package) }
    let kinds: [SettlementKind?] = SettlementKind.allCases + [nil]
    byKind = kinds.compactMap { kind in
      sums[kind].map { PilotResult.KindLoss(kind: kind, lost: $0.value) }
    }
  }
}
