import ArgumentParser
import Coverage
import Geometry
import Radio
import Territory

/// What buildings add to `predict`'s probability indoors.
enum EntryModel: String, CaseIterable, ExpressibleByArgument {
  case tr38901
  case traditional = "p2109-traditional"
  case efficient = "p2109-efficient"
}

/// How `predict` prints its summary.
enum SummaryFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
}

struct PredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict",
    abstract: "Map the coverage of one mast, over terrain or by TR 38.901.",
    discussion: """
      Writes GeoTIFFs and coverage polygons, and prints a summary. With --dem the model is ITU-R P.1812 \
      over the ground from 250 m, and nearer the models of the morphology; without, those alone. Points \
      behind unknown ground or beyond every model are no data. docs/predict.md has an example.

      Examples:
        deepreach predict --site 120.15,30.28,25 -o rsrp.tif
        deepreach predict --site "120.15,30.28,25,0;120;240,n41-64T64R" --dem N30E120.hgt \
      --radius 20000 -o rsrp.tif --polygons levels.geojson --thresholds -105,-95,-85
        deepreach predict --site 11.57,48.14,30,omni,n28 --crs EPSG:25832 --quantity path-loss,rsrp -o m
      """)

  @OptionGroup var mast: MastOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "auto, uma, umi, rma, p1812 or free-space. Default: auto.", valueName: "MODEL"))
  var model: PredictionModel?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "dense-urban, urban, suburban, town or rural: models near the mast, buildings. Default: urban.",
      valueName: "KIND"))
  var morphology: Morphology?

  @OptionGroup var terrain: TerrainOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Corrections of the model from `deepreach calibrate`; may stand several times.",
      discussion: "Taken where they hold the morphology and the band.", valueName: "FILE"))
  var calibration: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Farthest point, 10 to 100000. Default: 5000.", valueName: "M"))
  var radius: Double?

  @Option(
    name: .long, help: ArgumentHelp("Side of a cell, 1 to 1000. Default: 50.", valueName: "M"))
  var cell: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Projected plane of the rasters, EPSG:n. Default: the national Albers plane.",
      valueName: "CRS"))
  var crs: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What to map, several with commas. Default: rsrp.",
      discussion: """
        path-loss, rsrp, snr, outdoor-probability, indoor-probability, limiting-link, uplink-rate, \
        downlink-rate.
        """, valueName: "LIST"))
  var quantity: String?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      "SS-RSRP that counts as service, -156 to -31. Default: -105.", valueName: "DBM"))
  var requiredRsrp: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Rate of the uplink that counts as service, 0.001 to 1000. Default: 1.", valueName: "MBPS"))
  var requiredUplink: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Loss into buildings: tr38901, p2109-traditional or p2109-efficient. Default: tr38901.",
      valueName: "MODEL"))
  var entry: EntryModel?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "File for polygons of what reaches each threshold of the first quantity (GeoJSON).",
      valueName: "FILE"))
  var polygons: String?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      "Thresholds of the first quantity, with commas. Default for rsrp: -105,-95,-85.",
      valueName: "LIST"))
  var thresholds: String?

  @Option(name: .long, help: "Summary as table or json. Default: table.")
  var format: SummaryFormat?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Threads. Default: all processors. The results do not depend on it.", valueName: "N"))
  var threads: Int?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "GeoTIFF to write; of several quantities each to a name of its own, out-rsrp.tif or DIR/rsrp.tif.",
      valueName: "FILE|DIR/"))
  var output: String?

  func run() throws {
    let request = try PredictRequest(self)
    try PredictRun(request).run()
  }
}
