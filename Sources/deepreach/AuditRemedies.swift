import Coverage
import Geometry
import Radio
import Reporting
import Siting
import Territory

/// The cheapest way to close each failing criterion of an audit, and all of them together: the plan's own choice
/// of sites, by a standard that asks for the criterion alone.
struct AuditRemedies {
  let scene: Scene
  let present: PresentNetwork

  /// Remedies by settlement, group and criterion, in the audit's order.
  func remedies(_ progress: Progress) throws(UserError) -> [Remedy] {
    let supply = try scene.supply(beside: present.networks)
    var tasks: [Task] = []
    for (group, audits) in present.audits.enumerated() {
      for (place, audit) in audits.enumerated() {
        for failing in audit.results where !failing.passed {
          tasks.append(Task(place: place, group: group, failing: failing))
        }
        if audit.failing != nil { tasks.append(Task(place: place, group: group, failing: nil)) }
      }
    }
    tasks.sort { ($0.place, $0.group) < ($1.place, $1.group) }
    let planners = try planners(supply)
    progress.begin(.stageSiting, total: tasks.count)
    let (ordered, present) = (tasks, present)
    return ConcurrentMap.map(count: ordered.count, threads: scene.settings.threads) {
      index -> Remedy? in
      defer { progress.advance() }
      let task = ordered[index]
      let key = task.failing.map { Key(status: $0.status, criterion: $0.criterion) }
      guard let planner = planners[key]?[task.group] else { return nil }
      let plan = planner.plan(
        present.places[task.place], network: present.networks[task.group],
        readiness: present.readiness[task.place])
      return Remedy(plan, for: task.failing)
    }.compactMap { $0 }
  }

  private struct Task {
    let place: Int
    let group: Int
    let failing: CriterionResult?
  }

  private struct Key: Hashable {
    let status: CoverageStatus
    let criterion: String
  }

  /// By criterion, nil for the whole standard, the planner of each group.
  private func planners(
    _ supply: CandidateSupply?
  ) throws(UserError) -> [Key?: [SettlementPlanner]] {
    let effort = SitingEffort(gap: scene.settings.gap, visits: scene.settings.effort)
    var planners: [Key?: [SettlementPlanner]] = [
      nil: scene.settings.groups.map {
        scene.planner($0, engine: present.engine, supply, effort: effort)
      }
    ]
    for part in scene.standard.parts {
      let engine = present.engine.judging(by: scene.standard.only(part))
      planners[Key(status: part.status, criterion: part.criterion.rawValue)] =
        scene.settings.groups.map {
          scene.planner($0, engine: engine, supply, effort: effort)
        }
    }
    return planners
  }
}
