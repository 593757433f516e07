public import ArgumentParser
import Radio
import Reporting
import Territory

extension NetworkGroup {
  /// What `--group` names.
  enum Choice: String, ExpressibleByArgument, CaseIterable, Codable {
    case mobile
    case unicom
    case both

    var groups: [NetworkGroup] {
      switch self {
      case .mobile: [.mobile]
      case .unicom: [.unicom]
      case .both: [.mobile, .unicom]
      }
    }
  }
}

extension Language: ExpressibleByArgument {}

extension NetworkGroup: ExpressibleByArgument {}

extension Quarter: ExpressibleByArgument {}

/// What `plan` and `audit` look at.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Units to look at: code, Chinese or English name; several with commas.",
      discussion: "Examples: 33, 浙江, 330100, Hangzhou, 浙江,江苏. Default: all 31 provinces with data.",
      valueName: "UNIT"))
  var region: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Tables of units that stand in for the bundled ones (`deepreach import`).", valueName: "DIR"))
  var territory: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Standard to judge by: a bundled name (`deepreach standards`) or a YAML file.",
      valueName: "NAME|FILE"))
  var standard: String?

  @Option(name: .long, help: "Network group: mobile, unicom or both. Default: both.")
  var group: NetworkGroup.Choice?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Register of real sites (CSV: lon, lat, group, configuration, id, height_m, azimuths).",
      discussion: "Replaces the modelled network.", valueName: "FILE"))
  var sites: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Coordinates of --sites: wgs84, cgcs2000, gcj02, bd09 or EPSG:n. Default: wgs84.",
      valueName: "CRS"))
  var sitesCrs: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Footprints of settlements instead of modelled ones (GeoJSON, property settlement).",
      valueName: "FILE"))
  var footprints: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Signals of readiness by county or settlement (CSV; see docs/readiness.md).",
      valueName: "FILE"))
  var signals: String?

  @Option(name: .long, help: ArgumentHelp("First quarter. Default: 2021Q1.", valueName: "QUARTER"))
  var from: Quarter?

  @Option(
    name: .long,
    help: ArgumentHelp("Side of a grid cell in metres, 25 to 200. Default: 50.", valueName: "M"))
  var grid: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Threads. Default: all processors. The results do not depend on it.", valueName: "N"))
  var threads: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("Seed of random choices; kept in run.json. Default: 1.", valueName: "N"))
  var seed: Int?

  @Option(name: .long, help: "Language of reports: zh or en. Default: en.")
  var lang: Language?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Project file with these options; the command line goes before it.", valueName: "FILE.yaml"))
  var project: String?
}
