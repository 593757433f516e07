import Geometry
import Reporting
import Scheduling
import Territory

/// What the options of scheduling anew say.
struct ReplanSettings: Sendable {
  let actualsPath: String
  let asOf: Quarter
  let previousPath: String
  let committedQuarters: Int
  let moveCost: Double?
}

/// What scheduling anew reads.
struct ReplanFiles: Sendable {
  let replan: Replan
  /// Files read, for the manifest.
  let inputs: [(name: String, path: String)]

  init(_ settings: ReplanSettings) throws(UserError) {
    let actuals = try RolloutActuals(
      name: settings.actualsPath, bytes: FileAccess.read(settings.actualsPath))
    let previous = try PreviousScheduleFile(settings.previousPath)
    replan = try Replan(
      asOf: settings.asOf, committedQuarters: settings.committedQuarters,
      moveCost: settings.moveCost, actuals: actuals, previous: previous.schedule)
    inputs = [settings.actualsPath, previous.path].map { (name: $0, path: $0) }
  }
}
