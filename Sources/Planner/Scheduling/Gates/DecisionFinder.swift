public import Geometry
import Siting
import Territory

extension RolloutScheduler {
  /// The decisions that a schedule waits for; of what had begun before a schedule was made anew there are none.
  ///
  /// - Parameters:
  ///   - packages: those that were scheduled, the pilots' own among them.
  ///   - pilots: whose dates hang on packages.
  /// - Throws: as ``schedule(_:replan:)`` does for packages that contradict themselves.
  public func decisions(
    of schedule: Schedule, _ packages: [RolloutPackage], pilots: [PilotTask] = [],
    states: GateFile = GateFile(), replan: Replan? = nil, book: GateBook
  ) throws(UserError) -> DecisionList {
    let known = try self.known(packages, replan)
    let begun = Set(known.filter { $0.history != nil }.map(\.work.id))
    let deadlines = Dictionary(
      known.map { ($0.work.id, $0.deadline) }, uniquingKeysWith: { $1 })
    let delays = DelayCost(
      schedule, known, worths: try worths(of: schedule, packages, replan: replan))
    let calendar = StepCalendar(steps: PackageSteps(durations: self.book.durations))
    let today = CivilDay(firstOf: replan?.asOf ?? limits.from)
    let finishes = Dictionary(
      schedule.packages.map { ($0.package.id, $0.finish) }, uniquingKeysWith: { $1 })
    func breaks(_ moved: [String]) -> Quarter? {
      moved.compactMap { id in
        (deadlines[id] ?? nil).flatMap { $0 <= finishes[id] ?? $0 ? $0 : nil }
      }.min()
    }
    var hanging: [String: [String]] = [:]
    for task in pilots {
      for id in task.packages { hanging[id, default: []].append(task.pilot.id) }
    }
    var decisions: [Decision] = []
    for entry in schedule.packages where !begun.contains(entry.package.id) {
      let work = entry.package
      let moved = delays.moved(by: work.id)
      let cost = delays.quarter(moved) / 3
      let own = work.id.hasPrefix(PilotTasks.ownPrefix)
      let place = own ? String(work.id.dropFirst(PilotTasks.ownPrefix.count)) : work.settlement
      let broken = breaks(moved)
      for gate in book.gates where gate.applies(to: work) {
        let known = states.entry(place, gate)
        let decideBy = calendar.latest(gate.before, for: entry)
        decisions.append(
          Decision(
            gate: gate, work: work, finish: entry.finish, entry: known,
            applyBy: decideBy.advanced(by: -gate.wholeDays), decideBy: decideBy,
            expected: known.state == .granted
              ? nil
              : (known.state == .applied ? known.day ?? today : today).advanced(by: gate.wholeDays),
            monthCost: cost, moved: moved.count - 1,
            breaks: broken, pilots: hanging[work.id] ?? []))
      }
    }
    return DecisionList(
      decisions: decisions.sorted {
        ($0.decideBy, $1.monthCost, $0.work.id, $0.gate.name)
          < ($1.decideBy, $0.monthCost, $1.work.id, $1.gate.name)
      }, objective: objective, book: book)
  }
}
