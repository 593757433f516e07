import ArgumentParser
import Geometry

struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Schedule activities under precedence and limited resources.",
    discussion: """
      Reads a single-mode file of the project scheduling problem library PSPLIB (.sm), minimises the \
      makespan, and prints a bound that no schedule can go below. docs/scheduling-makespan.md tells how.

      Example:
        deepreach schedule j301_1.sm --objective makespan --schedules 50000 --seed 1 -o plan.csv
      """)

  @Argument(help: ArgumentHelp("The project (.sm).", valueName: "FILE"))
  var file: String

  @Option(name: .long, help: "What is minimised: makespan.")
  var objective: ScheduleObjective = .makespan

  @Option(
    name: .long,
    help: ArgumentHelp("Schedules that may be generated. Default: 50000.", valueName: "N"))
  var schedules: Int?

  @Option(name: .long, help: ArgumentHelp("Seed of the search. Default: 1.", valueName: "N"))
  var seed: UInt64?

  @Option(name: .long, help: "Summary as text or json. Default: text.")
  var format: SiteFormat?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Activities with start and finish, CSV.", valueName: "FILE"))
  var output: String?

  func run() throws {
    try MakespanRun(
      path: file, schedules: schedules ?? 50_000, seed: seed ?? 1, isJSON: format == .json,
      output: output
    ).run()
  }
}

/// What `schedule` minimises.
enum ScheduleObjective: String, CaseIterable, ExpressibleByArgument {
  case makespan
}
