import ArgumentParser
import Coverage
import Geometry
import Reporting
import Territory

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audit coverage by a standard: status, failing criterion, how much is missing.",
    discussion: """
      Prints the status table and writes audit.csv and audit.geojson. Without --sites the network is \
      modelled from published counts, and the table says so.

      Examples:
        deepreach audit --region 浙江
        deepreach audit --region 330100 --standard taiyuan-2018 -o audits/hangzhou
        deepreach audit --region 杭州 --sites sites.csv --sites-crs gcj02
        deepreach audit audits/2022 --against audits/2021 -o changes
      """)

  @Argument(
    help: ArgumentHelp(
      "Folder of an audit that is there, to be held against an earlier one.", valueName: "RUN"))
  var audited: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Folder of an earlier audit: what rose, what fell, and why (docs/run-folder.md).",
      discussion: "With RUN nothing is computed anew; without, the audit is made first.",
      valueName: "RUN"))
  var against: String?

  @OptionGroup var selection: SelectionOptions

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "Folder for audit.csv and audit.geojson. Default: audits/ and the region's code.",
      valueName: "DIR"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Heights of the ground (GeoTIFF, SRTM .hgt, or a folder of them).",
      discussion: "Towns and villages are then computed by ITU-R P.1812 over the terrain.",
      valueName: "FILE|DIR"))
  var dem: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Corrections of the model auto from `deepreach calibrate`; may stand several times.",
      discussion: "Taken where they hold a morphology and a band.", valueName: "FILE"))
  var calibration: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "GeoTIFF rasters to write for each settlement and group, with commas.",
      discussion: "Of: \(SurfaceQuantity.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "LIST"))
  var rasters: String?

  @Flag(
    name: .long,
    help: "Write coverage.geojson: the outline of what each criterion's layer serves.")
  var polygons = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Write remedies.csv: the cheapest way to close each failing criterion, with a proven bound.",
      discussion: "Takes as long as the siting of a plan, for each criterion."))
  var remedies = false

  @OptionGroup var keyPlaces: KeyPlaceOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Roads, railways and other lines (GeoJSON; id, name, kind), judged by the standard.",
      valueName: "FILE"))
  var lines: String?

  @Option(
    name: .long, help: ArgumentHelp("Coordinates of --lines. Default: wgs84.", valueName: "CRS"))
  var linesCrs: String?

  func run() throws {
    if let audited {
      guard let against else {
        throw UserError(
          "DR-847", .usage, at: "RUN", "'\(audited)' stands without --against",
          remedy: "give the earlier audit with --against, or leave it out")
      }
      let asked = [
        selection.region, selection.standard, selection.sites, selection.footprints,
        selection.project, dem, rasters, calibration.first,
      ]
      guard asked.allSatisfy({ $0 == nil }), !polygons else {
        throw UserError(
          "DR-847", .usage, at: "RUN", "'\(audited)' stands beside options of a new audit",
          remedy: "leave them out, or leave out RUN to audit anew")
      }
      return try AuditChangeRun(
        after: audited, before: against, output: output ?? "changes",
        language: selection.lang ?? .english
      ).run()
    }
    var settings = try selection.settings()
    if let output { settings.output = output }
    settings.demPath = dem
    settings.calibrationPaths = calibration
    settings.polygons = polygons
    settings.remedies = remedies
    try keyPlaces.apply(to: &settings)
    settings.linesPath = lines
    if let linesCrs { settings.linesCrs = try CoordinateSystem(parsing: linesCrs) }
    settings.rasters = try quantities()
    let checked = try settings.checked()
    // Before the audit, which may take long.
    let earlier = try against.map { path throws(UserError) in try AuditedRun(reading: path).path }
    let folder = try AuditRun(checked).run()
    if let earlier {
      try AuditChangeRun(
        after: folder, before: earlier, output: folder + "-changes", language: checked.language
      ).run()
    }
  }

  private func quantities() throws(UserError) -> [SurfaceQuantity] {
    var quantities: [SurfaceQuantity] = []
    for name in (rasters ?? "").split(separator: ",") {
      guard let quantity = SurfaceQuantity(rawValue: String(name)) else {
        throw UserError(
          "DR-823", .usage, at: "--rasters", "no raster is called '\(name)'",
          remedy:
            "give some of: \(SurfaceQuantity.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      if !quantities.contains(quantity) { quantities.append(quantity) }
    }
    return quantities
  }
}
