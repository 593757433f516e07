public import ArgumentParser
import Geometry
public import Scheduling

extension RolloutObjective: ExpressibleByArgument {}

extension TierPolicy: ExpressibleByArgument {}

/// How `plan` and `schedule` schedule, and under which limits; what they are best in each says itself, as
/// `schedule` knows one objective more.
struct ScheduleOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Limits of crews, equipment, power, permits, dates: a book (YAML) or a bundled one's name.",
      valueName: "FILE.yaml|NAME"))
  var limits: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Work allowed for the schedule: evaluations of its bound. Default: 400.", valueName: "N"))
  var scheduleEffort: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Carry the schedule out in N drawn worlds: chances of its dates. docs/risk.md. Default: 0.",
      valueName: "N"))
  var simulate: Int?

  /// Options that were given, as they are written.
  var given: [String] {
    [
      limits.map { _ in "--limits" }, scheduleEffort.map { _ in "--schedule-effort" },
      simulate.map { _ in "--simulate" },
    ].compactMap(\.self)
  }

  /// Lays what the command line gives over settings.
  func apply(to settings: inout Settings) {
    if let limits { settings.limitsPath = limits }
    if let scheduleEffort { settings.scheduleEffort = scheduleEffort }
    if let simulate { settings.simulations = simulate }
  }
}
