import ArgumentParser
import Coverage
import Radio
import Reporting
import Territory

struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Tune a path loss model by measured SS-RSRP, with the error on drives held out.",
    discussion: """
      Fits an offset and a slope by morphology and band, held against gross errors, and writes \
      calibration.yaml with what is better on drives that took no part in the fit, samples.csv and \
      report.md. Nothing is applied unless asked: `predict --calibration`, `audit --calibration`. \
      docs/calibrate.md says how it is computed.

      Examples:
        deepreach calibrate drive.csv --sites sites.csv --band n78 -o calibration
        deepreach calibrate 路测.csv --measurements-crs gcj02 --sites sites.csv --sites-crs gcj02 \
      --region 杭州 --band n41
      """)

  @Argument(
    help: ArgumentHelp(
      "Samples (CSV: lon, lat, rsrp, drive, device, time, operator), as for `claims`.",
      valueName: "MEASUREMENTS"))
  var measurements: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Register of the sites that were on air (CSV: lon, lat, group, configuration, id, height_m, azimuths).",
      valueName: "FILE"))
  var sites: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Coordinates of --sites: wgs84, cgcs2000, gcj02, bd09 or EPSG:n. Default: wgs84.",
      valueName: "CRS"))
  var sitesCrs: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Coordinates of the samples: wgs84, cgcs2000, gcj02, bd09 or EPSG:n. Default: wgs84.",
      valueName: "CRS"))
  var measurementsCrs: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Which column is which, where their titles do not tell (docs/claims.md).",
      valueName: "FILE.yaml"))
  var columns: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Units whose samples are taken, with commas. Default: all samples.", valueName: "UNIT"))
  var region: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Footprints of settlements instead of modelled ones (GeoJSON, property settlement).",
      valueName: "FILE"))
  var footprints: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Model to tune: auto, uma, umi, rma or free-space. Default: auto.", valueName: "MODEL"))
  var model: PredictionModel?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Band that was measured, such as n78. Needed where the sites have several.",
      valueName: "BAND"))
  var band: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Network group that was measured: mobile or unicom. Needed where neither samples nor sites tell.",
      valueName: "GROUP"))
  var group: NetworkGroup?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Morphology of all samples. Default: of the settlement that a sample lies in, rural outside.",
      valueName: "KIND"))
  var morphology: Morphology?

  @Flag(name: .long, help: "Take squares of 1 km as what hangs together, not drives or devices.")
  var blocks = false

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      "SS-RSRP below which the receiver tells nothing, -156 to -31. Default: -120.",
      valueName: "DBM"))
  var floor: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How far above the floor a tuned prediction has to lie, 0 to 60. Default: 12.",
      valueName: "DB"))
  var margin: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How far the strongest site has to lead all others as predicted, 0 to 60. Default: 6.",
      valueName: "DB"))
  var lead: Double?

  @Option(
    name: .long,
    help: ArgumentHelp("Folds of the cross-validation, 2 to 20. Default: 5.", valueName: "N"))
  var folds: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Seed of folds and bootstrap; kept in run.json. Default: 1.", valueName: "N"))
  var seed: Int?

  @Flag(name: .long, help: "Refuse the measurements for the first row that cannot be right.")
  var strict = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Threads. Default: all processors. The results do not depend on it.", valueName: "N"))
  var threads: Int?

  @Option(name: .long, help: "Language of reports: zh or en. Default: en.")
  var lang: Language?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Folder of the results. Default: calibration.", valueName: "DIR"))
  var output: String?

  func run() throws { try CalibrateRun(self).run() }
}
