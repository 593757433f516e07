import ArgumentParser
import Coverage
import Geometry
import Radio
import Reporting
import Territory

struct ImportSites: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites",
    abstract: "Make a register of sites of somebody else's table.",
    discussion: """
      Reads operators' tables of cells, tower companies' registers, OpenCellID and points of GeoJSON, in \
      UTF-8 or GB18030, and writes sites.csv for --sites, problems.csv with every row that was not taken as \
      it stands, and a report. docs/import-sites.md says what is guessed and what is refused.

      Examples:
        deepreach import sites 工参.csv --crs gcj02 --out registers/zhejiang
        deepreach import sites 工参.csv --crs auto --strict --out registers/zhejiang
        deepreach import sites masts.csv --crs EPSG:4549 --group mobile --band n41 --out registers/masts
      """)

  @Argument(
    help: ArgumentHelp(
      "The table: text with a header line, OpenCellID, or GeoJSON.", valueName: "FILE"))
  var file: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Coordinates: wgs84, cgcs2000, gcj02, bd09 or EPSG:n; auto has them guessed by the evidence.",
      valueName: "CRS"))
  var crs: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Register with sites of the same ids in WGS 84 (columns id, lon, lat): evidence for --crs auto.",
      valueName: "FILE"))
  var known: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Units that rows are held against, instead of the bundled ones, or another country's folder.",
      valueName: "DIR"))
  var territory: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Which column is which, where their titles do not tell (docs/import-sites.md).",
      valueName: "FILE.yaml"))
  var columns: String?

  @Option(name: .long, help: "Whose sites, where no column tells: mobile or unicom.")
  var group: NetworkGroup?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Band where a row tells none: n41; for both groups n41,n78.", valueName: "BAND"))
  var band: String?

  @Flag(name: .long, help: "Take planned sites too.")
  var includePlanned = false

  @Flag(name: .long, help: "Put longitude and latitude right where they are exchanged.")
  var repairExchanged = false

  @Flag(name: .long, help: "Refuse the table for the first row that is refused.")
  var strict = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Threads. Default: all processors. The results do not depend on it.", valueName: "N"))
  var threads: Int?

  @Option(name: .long, help: "Language of the report: zh or en. Default: en.")
  var lang: Language?

  @Option(
    name: [.short, .customLong("out"), .customLong("output")],
    help: ArgumentHelp("Folder of the register.", valueName: "DIR"))
  var output: String

  func run() throws { try ImportSitesRun(self).run() }
}
