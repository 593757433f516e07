public import Geometry
import Siting
import Territory

extension RolloutScheduler {
  /// Pilots beyond this are priced together only: each one alone takes a schedule of its own.
  public static let pilotsPricedAlone = 8

  /// What became of pilots, and what their dates cost.
  ///
  /// - Parameters:
  ///   - packages: of the plan, without the pilots'.
  ///   - schedule: of the packages serving all of them.
  /// - Throws: as ``schedule(_:replan:)`` does, but `DR-646` of a schedule without pilots, which leaves its price
  ///   unknown.
  public func pilots(
    _ tasks: [PilotTask], among packages: [RolloutPackage], in schedule: Schedule,
    replan: Replan? = nil, book: PilotBook
  ) throws(UserError) -> PilotResult {
    let isRelaxation = replan == nil && objective != .earliest
    func price(_ without: Schedule?) -> PilotPrice? {
      guard let without = without?.proof, let with = schedule.proof else { return nil }
      return PilotPrice(without: without, with: with, isRelaxation: isRelaxation)
    }
    let open = tasks.filter { !$0.isMet }
    let bare = open.isEmpty ? nil : try found(packages, replan)
    let together = open.isEmpty ? PilotPrice.nothing : price(bare)
    var alone: [String: PilotPrice] = [:]
    if open.count == 1, let only = open.first {
      alone[only.pilot.id] = together
    } else if open.count <= Self.pilotsPricedAlone {
      for task in open {
        let others = open.filter { $0.pilot.id != task.pilot.id }
        alone[task.pilot.id] = price(try found(packages.serving(others), replan))
      }
    }
    return PilotResult(
      outcomes: tasks.map { PilotOutcome($0, schedule, price: alone[$0.pilot.id]) },
      price: together, objective: objective,
      displaced: try bare.map { bare throws(UserError) in
        try displaced(from: bare, to: schedule, packages, replan)
      } ?? [], book: book)
  }

  /// A schedule; nil where the dates that are left cannot be kept.
  private func found(
    _ packages: [RolloutPackage], _ replan: Replan?
  ) throws(UserError) -> Schedule? {
    do throws(UserError) {
      return try schedule(packages, replan: replan)
    } catch {
      guard error.code == "DR-646" else { throw error }
      return nil
    }
  }

  private func displaced(
    from bare: Schedule, to schedule: Schedule, _ packages: [RolloutPackage], _ replan: Replan?
  ) throws(UserError) -> [PilotDisplacement] {
    let before = try worths(of: bare, packages, replan: replan)
    let after = try worths(of: schedule, packages, replan: replan)
    let finishes = Dictionary(
      schedule.packages.map { ($0.package.id, $0.finish.index) }, uniquingKeysWith: { $1 })
    return bare.packages.compactMap { entry -> PilotDisplacement? in
      let id = entry.package.id
      let now = finishes[id]
      let from = limits.from.index
      guard now ?? .max > entry.finish.index, let was = before[id]?[entry.finish.index - from]
      else { return nil }
      let lost = was - (now.flatMap { after[id]?[$0 - from] } ?? 0)
      return lost > 0
        ? PilotDisplacement(
          package: id, settlementName: entry.package.settlementName, was: entry.finish.index,
          now: now, lost: lost) : nil
    }.sorted { ($1.lost, $0.package) < ($0.lost, $1.package) }
  }
}
