import ArgumentParser
import Geometry
import Reporting
import Scheduling
import Territory

/// How `plan` and `schedule` schedule anew what is under way.
struct ReplanOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Schedule anew: what has happened (CSV: id, started, finished; mode, cost_yuan). See docs/replan.md.",
      valueName: "FILE.csv"))
  var actuals: String?

  @Option(
    name: .long,
    help: ArgumentHelp("First quarter that is still open.", valueName: "QUARTER"))
  var asOf: Quarter?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Schedule to keep near to: a schedule.csv or a run's folder. `schedule` takes the one beside its packages.",
      valueName: "FILE.csv|RUN"))
  var previous: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Quarters from --as-of on in which what was to begin keeps its place where it can. Default: 2.",
      valueName: "N"))
  var committedQuarters: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Cost of a quarter of move as a share of what it changes in a package's worth. Default: the limits book's.",
      valueName: "X"))
  var moveCost: Double?

  /// Options that were given, as they are written.
  var given: [String] {
    [
      actuals.map { _ in "--actuals" }, asOf.map { _ in "--as-of" },
      previous.map { _ in "--previous" }, committedQuarters.map { _ in "--committed-quarters" },
      moveCost.map { _ in "--move-cost" },
    ].compactMap(\.self)
  }

  /// Nil where nothing is to be scheduled anew.
  ///
  /// - Parameter beside: the file of packages beside which a schedule may lie; nil where there is none.
  /// - Throws: `DR-670` for options that miss each other.
  func settings(beside file: String?) throws(UserError) -> ReplanSettings? {
    guard !given.isEmpty else { return nil }
    guard let actuals, let asOf else {
      throw UserError(
        "DR-670", .usage, at: actuals == nil ? "--actuals" : "--as-of",
        "a schedule is made anew from what has happened and from a quarter on",
        remedy: "give both --actuals and --as-of, or none of these options")
    }
    guard let previous = previous ?? file.flatMap({ PreviousScheduleFile.beside($0) }) else {
      throw UserError(
        "DR-670", .usage, at: "--previous", "there is no schedule to keep near to",
        remedy: "give --previous with a schedule.csv or the folder of a run")
    }
    return ReplanSettings(
      actualsPath: actuals, asOf: asOf, previousPath: previous,
      committedQuarters: committedQuarters ?? Replan.usualCommittedQuarters, moveCost: moveCost)
  }
}
