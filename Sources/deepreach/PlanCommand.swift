import ArgumentParser
import Geometry
import Reporting
import Scheduling
import Territory

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan coverage: audit, choose sites, schedule, write a run.",
    discussion: """
      Starts from the network of the quarter before --from (published counts, spread by a model, or \
      your own --sites), judges every city, county seat and town seat by a standard, chooses the \
      sites that are missing and schedules them under the budget.

      Examples:
        deepreach plan
        deepreach plan --region 浙江 -o runs/zhejiang
        deepreach plan --region 330100 --group mobile --budget 500000000
        deepreach plan --region 陕西 --from 2022Q1 --until 2023Q4 --lang zh
        deepreach plan --region 江苏 --gap 0.002 --effort 5000
        deepreach plan --region 浙江 --write-project zhejiang.yaml
        deepreach plan --project zhejiang.yaml
        deepreach plan --region 浙江 --scenario share-everything
        deepreach plan --region 浙江 --campuses estimate
        deepreach plan --region 郑州 --standard signal-upgrade-2025 --key-places places.csv
        deepreach plan --region 浙江 --actuals done.csv --as-of 2022Q3 --previous runs/zj -o again
      """)

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var siting: SitingOptions
  @OptionGroup var keyPlaces: KeyPlaceOptions
  @OptionGroup var scheduling: ScheduleOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What the schedule is best in: service, earliest, cost or carbon. Default: service.",
      valueName: "NAME"))
  var objective: RolloutObjective?

  @OptionGroup var piloting: PilotOptions
  @OptionGroup var replanning: ReplanOptions

  @OptionGroup var campuses: CampusOptions

  @Option(name: .long, help: ArgumentHelp("Last quarter. Default: 2025Q4.", valueName: "QUARTER"))
  var until: Quarter?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Yuan a quarter. Default: the published 5G investment of 2021, scaled to region and groups.",
      valueName: "YUAN"))
  var budget: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Laid over the project: a bundled name (`deepreach scenarios`), a YAML file, or base for none.",
      valueName: "NAME|FILE"))
  var scenario: String?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Folder of the run. Default: runs/ and the region's code.", valueName: "DIR")
  )
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Print report.html to this PDF, beside the run, by an installed Chromium.", valueName: "FILE")
  )
  var pdf: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write the covering problem of every settlement and group as free MPS, to check siting.csv.",
      valueName: "DIR"))
  var exportModels: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write the options as a project file (- for the screen) and stop.", valueName: "FILE"))
  var writeProject: String?

  func run() throws {
    var settings = try selection.settings(scenario: scenario)
    if let until { settings.until = until }
    if let budget { settings.budgetYuanPerQuarter = budget }
    try siting.apply(to: &settings)
    try keyPlaces.apply(to: &settings)
    scheduling.apply(to: &settings)
    piloting.apply(to: &settings)
    try campuses.apply(to: &settings.campuses)
    if let objective { settings.objective = objective }
    if let output { settings.output = output }
    settings.modelsPath = exportModels
    settings.replan = try replanning.settings(beside: nil)
    settings = try settings.checked()
    if let writeProject {
      guard settings.replan == nil else {
        throw UserError(
          "DR-670", .usage, at: "--write-project", "a project says nothing of what has happened",
          remedy: "leave out --actuals and --as-of, and give them to `plan` beside the project")
      }
      return try OutputFile.write(try ProjectFile(settings).yaml(), to: writeProject)
    }
    settings.pdf = try pdf.map { path throws(UserError) in
      try PagePDF(path, printer: PagePrinter())
    }
    try PlanRun(settings).run()
  }
}
