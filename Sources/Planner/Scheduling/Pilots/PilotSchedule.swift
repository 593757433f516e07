public import Geometry
import Siting
import Territory

/// The schedule of a plan that serves pilots, and the one without them that it is held against.
///
/// It is looked for from the plan's own schedule, each package where that has it and the pilots' in time; and then one
/// without pilots from it, of which the better one counts. So what sets the two apart is what the pilots displace and
/// not another arrangement of as good a plan.
public struct PilotSchedule: Sendable {
  /// What the pilots ask.
  public let tasks: [PilotTask]
  /// All packages, the pilots' own among them.
  public let packages: [RolloutPackage]
  /// The schedule that serves them.
  public let schedule: Schedule
  /// The better schedule without pilots; nil where none was found, or where there is nothing to build for them.
  public let bare: Schedule?
  private let plain: [RolloutPackage]
  private let scheduler: RolloutScheduler
  private let replan: Replan?

  /// Pilots beyond this are priced together only: each one alone takes a schedule of its own.
  public static let pricedAlone = 8

  /// Schedules packages and pilots.
  ///
  /// - Parameter packages: of the plan, without the pilots'.
  /// - Throws: as ``RolloutScheduler/schedule(_:replan:)`` does; `DR-646` names the pilots.
  public init(
    _ tasks: [PilotTask], among packages: [RolloutPackage], by scheduler: RolloutScheduler,
    replan: Replan? = nil
  ) throws(UserError) {
    self.tasks = tasks
    self.scheduler = scheduler
    self.replan = replan
    plain = packages
    self.packages = packages.serving(tasks)
    guard tasks.contains(where: { !$0.isMet }) else {
      schedule = try scheduler.schedule(packages, replan: replan)
      bare = nil
      return
    }
    let own = try scheduler.found(packages, replan)
    do throws(UserError) {
      schedule = try scheduler.schedule(scheduler.near(own, self.packages, replan), replan: replan)
    } catch {
      throw error.code == "DR-646" ? Self.naming(tasks, error) : error
    }
    let other =
      replan == nil ? try scheduler.found(scheduler.near(schedule, packages, nil), nil) : nil
    bare = [own, other].compactMap(\.self).max {
      $0.proof?.value ?? -.infinity < $1.proof?.value ?? -.infinity
    }
  }

  /// What became of the pilots, and what their dates cost.
  ///
  /// - Throws: as ``RolloutScheduler/schedule(_:replan:)`` does.
  public func result(_ book: PilotBook) throws(UserError) -> PilotResult {
    let open = tasks.filter { !$0.isMet }
    let together = open.isEmpty ? PilotPrice.nothing : try price(without: bare, plain)
    var alone: [String: PilotPrice] = [:]
    if open.count == 1, let only = open.first {
      alone[only.pilot.id] = together
    } else if open.count <= Self.pricedAlone {
      for task in open {
        let others = plain.serving(open.filter { $0.pilot.id != task.pilot.id })
        alone[task.pilot.id] = try price(
          without: scheduler.found(scheduler.near(schedule, others, replan), replan), others)
      }
    }
    let losses = try bare.map { bare throws(UserError) in
      try PilotLosses(from: bare, to: schedule, plain, scheduler, replan)
    }
    return PilotResult(
      outcomes: tasks.map { PilotOutcome($0, schedule, price: alone[$0.pilot.id]) },
      price: together, objective: scheduler.objective, displaced: losses?.displaced ?? [],
      firstStageSlack: firstStageSlack, byKind: losses?.byKind ?? [], book: book)
  }

  private func price(
    without: Schedule?, _ others: [RolloutPackage]
  ) throws(UserError) -> PilotPrice? {
    guard let without, let proof = without.proof, let with = schedule.proof else { return nil }
    let firstTier =
      try replan == nil
      ? scheduler.firstTierLoss(from: without, others, to: schedule, packages) : nil
    return PilotPrice(
      without: proof, with: with,
      isRelaxation: replan == nil && scheduler.objective != .earliest, firstTier: firstTier)
  }

  private var firstStageSlack: Double {
    guard let bare else { return 0 }
    return [bare, schedule].compactMap { $0.proof?.stages.first }.reduce(0) {
      $0 + max(0, $1.bound - $1.value)
    }
  }

  private static func naming(_ tasks: [PilotTask], _ error: UserError) -> UserError {
    let dated = tasks.filter { !$0.isMet }.sorted {
      ($0.pilot.by, $0.pilot.id) < ($1.pilot.by, $1.pilot.id)
    }
    let names = dated.prefix(6).map { "\($0.pilot.id) by \($0.pilot.by)" }
    let more = dated.count - names.count
    return UserError(
      error.code, error.status, at: error.place,
      error.problem + "; among the dates are those of the pilots "
        + names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""),
      remedy: error.remedy)
  }
}

extension RolloutScheduler {
  /// A schedule; nil where the dates that are left cannot be kept.
  fileprivate func found(
    _ packages: [RolloutPackage], _ replan: Replan?
  ) throws(UserError) -> Schedule? {
    do throws(UserError) {
      return try schedule(packages, replan: replan)
    } catch {
      guard error.code == "DR-646" else { throw error }
      return nil
    }
  }

  /// Packages that are looked for where a schedule has them; a new plan of what is under way has places of its own.
  fileprivate func near(
    _ schedule: Schedule?, _ packages: [RolloutPackage], _ replan: Replan?
  ) -> [RolloutPackage] {
    guard let schedule, replan == nil else { return packages }
    return packages.near(
      schedule, steps: PackageSteps(durations: book.durations), from: limits.from)
  }
}
