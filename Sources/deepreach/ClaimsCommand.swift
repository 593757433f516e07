import ArgumentParser
import Geometry
import Reporting
import Territory

struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Hold claims of coverage against measurements: confirmed, contradicted or unknown.",
    discussion: """
      Claims are polygons, a predicted raster, or, with neither, that the rule is met wherever was \
      measured. Writes verdicts by claim and by cell, a sampling plan for what stays unknown, and a \
      report. docs/claims.md says how verdicts come about.

      Examples:
        deepreach claims --measurements drive.csv
        deepreach claims --measurements drive.csv --claims operator.geojson --rule drive-test-100
        deepreach claims --measurements 路测.csv --measurements-crs gcj02 --prediction rsrp.tif -o evidence
      """)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Samples (CSV: lon, lat, rsrp, sinr, downlink, uplink, drive, device, time, operator).",
      discussion: "Titles that operators' tools write are known too; --columns names others.",
      valueName: "FILE"))
  var measurements: String

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
      "Areas that are claimed to be served (GeoJSON polygons; id, name, operator, level).",
      valueName: "FILE"))
  var claims: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "SS-RSRP that is predicted (GeoTIFF, dBm): claimed where it reaches the rule's level.",
      valueName: "FILE.tif"))
  var prediction: String?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      "Level from which --prediction claims service, -156 to -31. Default: the rule's.",
      valueName: "DBM"))
  var threshold: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Rule of reliability: a bundled name (`deepreach standards`) or a YAML file.",
      discussion: "Default: drive-test-105.", valueName: "NAME|FILE"))
  var rule: String?

  @Flag(name: .long, help: "Refuse the measurements for the first row that cannot be right.")
  var strict = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Threads. Default: all processors. The results do not depend on it.", valueName: "N"))
  var threads: Int?

  @Option(name: .long, help: ArgumentHelp("Seed of the bootstrap. Default: 1.", valueName: "N"))
  var seed: Int?

  @Option(name: .long, help: "Language of reports: zh or en. Default: en.")
  var lang: Language?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Folder of the evidence. Default: audits/claims.", valueName: "DIR"))
  var output: String?

  func run() throws { try ClaimsRun(self).run() }
}
