import Siting
import Territory

extension [RolloutPackage] {
  /// Packages of a plan with those of pilots: what a pilot needs has its date, or an earlier one that it had, and
  /// comes before the tiers of the settlements; what it builds itself is added.
  public func serving(_ pilots: [PilotTask]) -> [RolloutPackage] {
    guard !pilots.isEmpty else { return self }
    var dates: [String: Quarter] = [:]
    for task in pilots {
      for id in task.packages { dates[id] = Swift.min(dates[id] ?? task.pilot.by, task.pilot.by) }
    }
    let own = pilots.compactMap { task in
      task.own.map { work in
        var package = RolloutPackage(work)
        package.furtherPrerequisites = task.needed.dropFirst().map(\.self)
        return package
      }
    }
    return (self + own).map { package in
      guard let date = dates[package.work.id] else { return package }
      var dated = package
      dated.deadline = Swift.min(package.deadline ?? date, date)
      dated.comesFirst = true
      return dated
    }
  }
}
