import ArgumentParser
import Geometry
import Radio
import Reporting
import Territory

struct CampusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campus",
    abstract:
      "Which scenarios of 5G + industrial internet run at which campus, and what is missing.",
    discussion: """
      Campuses come from a file or are estimated from employment by industry. Each scenario of each \
      campus is held against the public network and what can be added to it; the cheapest network that \
      meets all needs is found by looking at every choice. Requirements and prices are indicative, \
      latencies a budget: docs/industry.md.

      Examples:
        deepreach campus --region 浙江
        deepreach campus --region 宁波 --campuses parks.csv --campuses-crs gcj02 --tdd 1:3
        deepreach campus --region 浙江 --employment employment.csv -o runs/campuses --lang zh
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("Units to look at, as in `plan`. Default: the country.", valueName: "UNIT"))
  var region: String?

  @OptionGroup var campuses: CampusOptions

  @Option(name: .long, help: "Network group: mobile, unicom or both. Default: both.")
  var group: NetworkGroup.Choice?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Tables of units that stand in for the bundled ones (`deepreach import`).", valueName: "DIR"))
  var territory: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Threads. Default: all processors. The results do not depend on it.", valueName: "N"))
  var threads: Int?

  @Option(
    name: .long, help: ArgumentHelp("Seed of estimated positions. Default: 1.", valueName: "N"))
  var seed: Int?

  @Option(name: .long, help: "Language of reports: zh or en. Default: en.")
  var lang: Language?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "Folder of the run. Default: runs/campus- and the region's code.", valueName: "DIR"))
  var output: String?

  func run() throws { try CampusRun(self).run() }
}
