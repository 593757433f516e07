import ArgumentParser
import Geometry
import Reporting
import Scheduling
import Territory

struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Schedule packages under limits, with a proven bound.",
    discussion: """
      Reads packages.csv of a plan, or packages of your own (CSV: id, cost_yuan; prerequisite, deadline, \
      duration_quarters and more are optional), and a book of limits. The limits' amounts are taken as those of \
      the packages. docs/scheduling.md names the columns and tells what is proven. A single-mode project of the \
      library PSPLIB (.sm) is scheduled for the least makespan: docs/scheduling-makespan.md. With --actuals and \
      --as-of a rollout that is under way is scheduled anew: docs/replan.md.

      Examples:
        deepreach schedule runs/cn/packages.csv --limits limits.yaml -o again
        deepreach schedule own.csv --limits own.yaml --from 2024Q1 --until 2026Q4 --budget 2000000
        deepreach schedule own.csv --objective cost --policy value-only --format json
        deepreach schedule runs/cn/packages.csv --actuals done.csv --as-of 2022Q3 -o again
        deepreach schedule own.csv --limits own.yaml --simulate 1000
        deepreach schedule j301_1.sm --objective makespan --schedules 50000 -o starts.csv
      """)

  @Argument(help: ArgumentHelp("The packages.", valueName: "PACKAGES.csv"))
  var file: String

  @OptionGroup var scheduling: ScheduleOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What the schedule is best in: service, earliest, cost or carbon; makespan of a .sm file. Default: service.",
      valueName: "NAME"))
  var objective: ScheduleObjective?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Schedules that may be generated for a .sm file. Default: 50000.", valueName: "N"))
  var schedules: Int?

  @Option(name: .long, help: ArgumentHelp("First quarter. Default: 2021Q1.", valueName: "QUARTER"))
  var from: Quarter?

  @Option(name: .long, help: ArgumentHelp("Last quarter. Default: 2025Q4.", valueName: "QUARTER"))
  var until: Quarter?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Yuan a quarter, all of which may be kept. Default: as much as all packages cost.",
      valueName: "YUAN"))
  var budget: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How kinds of settlement compete: strict-tiers or value-only. Default: strict-tiers.",
      valueName: "NAME"))
  var policy: TierPolicy?

  @Option(
    name: .long,
    help: ArgumentHelp("Stop at this relative gap, 0 to 1. Default: 0.001.", valueName: "GAP"))
  var scheduleGap: Double?

  @Option(
    name: .long,
    help: ArgumentHelp("Seed of the search and of --simulate. Default: 1.", valueName: "N"))
  var seed: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Threads. Default: all processors. The results do not depend on it.", valueName: "N"))
  var threads: Int?

  @OptionGroup var replanning: ReplanOptions

  @Option(name: .long, help: "Summary as text or json. Default: text.")
  var format: SiteFormat?

  @Option(name: .long, help: "Language of the summary: zh or en. Default: en.")
  var lang: Language?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "Folder for schedule.csv, budget.csv and limits.csv, or a .csv of the packages alone.",
      valueName: "DIR|FILE.csv"))
  var output: String?

  func run() throws {
    if file.lowercased().hasSuffix(".sm") { return try runMakespan() }
    guard objective != .makespan, schedules == nil else {
      throw UserError(
        "DR-659", .usage, at: objective == .makespan ? "--objective" : "--schedules",
        "the makespan is minimised of PSPLIB projects only",
        remedy: "give a .sm file, or an objective of packages")
    }
    var settings = Settings()
    settings.threads = threads ?? Processors.count
    scheduling.apply(to: &settings)
    if let objective { settings.objective = objective.rollout }
    if let from { settings.from = from }
    if let until { settings.until = until }
    if let policy { settings.policy = policy }
    if let seed { settings.seed = seed }
    if let lang { settings.language = lang }
    settings.budgetYuanPerQuarter = budget
    settings.replan = try replanning.settings(beside: file)
    settings.output = output
    try ScheduleRun(
      file: file, settings: settings.checked(), gap: scheduleGap ?? ScheduleEffort().gap,
      format: format ?? .text
    ).run()
  }

  /// A project of PSPLIB has its own limits and no money, no dates and no tiers.
  private func runMakespan() throws {
    guard objective ?? .makespan == .makespan else {
      throw UserError(
        "DR-659", .usage, at: "--objective",
        "a project of PSPLIB has no other objective than makespan",
        remedy: "leave --objective out, or give makespan")
    }
    if let option = optionsOfPackages.first {
      throw UserError(
        "DR-659", .usage, at: option,
        "a project of PSPLIB has no limits, money or dates of packages",
        remedy: "leave \(option) out, or give packages (.csv)")
    }
    try MakespanRun(
      path: file, schedules: schedules ?? 50_000, seed: UInt64(clamping: seed ?? 1),
      isJSON: format == .json, output: output
    ).run()
  }

  /// Options that were given and say nothing of a project of PSPLIB.
  private var optionsOfPackages: [String] {
    let own = [
      from.map { _ in "--from" }, until.map { _ in "--until" }, budget.map { _ in "--budget" },
      policy.map { _ in "--policy" }, scheduleGap.map { _ in "--schedule-gap" },
    ].compactMap(\.self)
    return own + scheduling.given + replanning.given
  }
}

/// What `schedule` is best in.
enum ScheduleObjective: String, CaseIterable, ExpressibleByArgument {
  case service
  case earliest
  case cost
  case carbon
  case makespan

  /// Of packages; service for the makespan, which is none of theirs.
  var rollout: RolloutObjective { RolloutObjective(rawValue: rawValue) ?? .service }
}
