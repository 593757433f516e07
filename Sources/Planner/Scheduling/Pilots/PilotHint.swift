import Siting
import Territory

extension [RolloutPackage] {
  /// Packages with their places in a schedule, from which a new one is looked for at no cost of moving: what is due
  /// earlier than it was, and what that waits for, as much earlier as that takes.
  func near(_ schedule: Schedule, steps: PackageSteps, from: Quarter) -> [RolloutPackage] {
    var spans: [String: ClosedRange<Quarter>] = [:]
    var entries: [String: ScheduledPackage] = [:]
    for entry in schedule.packages {
      entries[entry.package.id] = entry
      spans[entry.package.id] = entry.start...entry.finish
    }
    var index: [String: Int] = [:]
    for (position, package) in enumerated() { index[package.work.id] = position }
    var waiting: [(position: Int, due: Quarter)] = indices.compactMap { position in
      self[position].deadline.map { (position, $0) }
    }
    while let (position, due) = waiting.popLast() {
      let work = self[position].work
      let was = spans[work.id]
      if let was, was.upperBound <= due { continue }
      let quarters =
        was.map { $0.upperBound.index - $0.lowerBound.index + 1 }
        ?? self[position].durationQuarters
        ?? steps.plan(work, buildQuarters: 1, quarters: nil).quarters
      let start = due.advanced(by: 1 - quarters)
      spans[work.id] = start...due
      for name in self[position].prerequisites {
        guard let before = index[name] else { continue }
        waiting.append((before, start.advanced(by: -1)))
      }
    }
    return map { package in
      var package = package
      let id = package.work.id
      // What would have to begin before the horizon is left to the search.
      let span = spans[id].flatMap { $0.lowerBound >= from ? $0 : nil }
      package.prior = PriorPlace(
        span: span, mode: entries[id]?.mode ?? PowerSupply.grid.rawValue,
        payments: span == entries[id].map { $0.start...$0.finish }
          ? entries[id]?.payments ?? [] : [],
        moveShare: 0)
      return package
    }
  }
}
