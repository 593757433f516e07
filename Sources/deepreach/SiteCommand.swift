import ArgumentParser
import Geometry

struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Choose sites that cover demand, with a proven bound.",
    discussion: """
      Maximal covering (--p, --budget) and set covering (--cover), on any points within a radius, or with \
      --region on the people and candidates of a plan. Prints the choice, what it covers or costs, and a \
      bound that no choice can surpass. docs/siting.md tells how it is proven.

      Examples:
        deepreach site --demand villages.csv --radius 1500 --p 50 -o chosen.geojson
        deepreach site --demand people.csv --candidates masts.csv --radius 800 --cover 0.95
        deepreach site --demand people.csv --candidates masts.csv --radius 800 --budget 2e6 --gap 0.01
        deepreach site --region 舟山 --budget 20000000 -o stations.geojson
        deepreach site --region 330921 --group unicom --layer outdoor --cover 0.95 --export-model a.mps
      """)

  @OptionGroup(title: "Options with --region") var region: RegionOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Demand (CSV: lon, lat or, with --planar, x, y; weight, default 1).", valueName: "FILE"))
  var demand: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Candidates (CSV: positions likewise; cost, default 1; id; status; group).",
      discussion: """
        Status: free, existing (chosen, at no cost), required (chosen) or forbidden. Of the candidates of \
        one group at most one is chosen. Default: the demand's points. With --region these are candidates of \
        `plan`, added to its lattice.
        """, valueName: "FILE"))
  var candidates: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How far a site covers: metres along the great circle, or the unit of x and y.",
      valueName: "R"))
  var radius: Double?

  @Flag(name: .long, help: "Positions are x and y of a plane.")
  var planar = false

  @Option(
    name: .customLong("p"),
    help: ArgumentHelp("Cover the most with at most so many sites.", valueName: "N"))
  var sites: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Cover the most for at most this cost (with --region: yuan).", valueName: "COST"))
  var budget: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Cover at least this share of the weight, 0 to 1, at the least cost; 1 is every demand.",
      discussion: "With --region: of all residents, those counted who are served already.",
      valueName: "SHARE"))
  var cover: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Stop at this relative gap, 0 to 1. Default: 0; with --region 0.001.", valueName: "GAP"))
  var gap: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Work allowed, in millions of entries visited. Default: by the size, 10000 or more; with "
        + "--region 200 or more.",
      valueName: "N"))
  var effort: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Guard against long runs: a result that it ends cannot be repeated.", valueName: "SECONDS"))
  var timeLimit: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Threads. Default: all processors. The results do not depend on it.", valueName: "N"))
  var threads: Int?

  @Option(name: .long, help: "Summary as text or json. Default: text.")
  var format: SiteFormat?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write the problem as free MPS, for HiGHS, CBC or SCIP.", valueName: "FILE"))
  var exportModel: String?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "Chosen sites: .csv, or .geojson for longitudes and latitudes (with --region .geojson).",
      valueName: "FILE"))
  var output: String?

  @Option(name: .long, help: .hidden)
  var recipe: String?

  func run() throws {
    try region.check(self)
    if region.region == nil { try SiteRun(self).run() } else { try RegionRun(self).run() }
  }
}

/// How `site` prints its summary.
enum SiteFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}
