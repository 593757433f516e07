public import ArgumentParser
import Geometry
import Reporting

extension ExportFormat: ExpressibleByArgument {}

/// A layer, or all that a run has.
enum LayerChoice: ExpressibleByArgument {
  case all
  case one(ExportLayer)

  init?(argument: String) {
    if argument == "all" {
      self = .all
    } else if let layer = ExportLayer(rawValue: argument) {
      self = .one(layer)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { ExportLayer.allCases.map(\.rawValue) + ["all"] }
}

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export layers of a run for mapping tools.",
    discussion: """
      Layers: units, settlements, timeline (settlements once for each status that they have over the quarters), schedule \
      (settlements' points with package, quarter, cost), sites, campuses, pilots; of an audit settlements, coverage, \
      lines, key-points. \
      Formats of one layer: geojson, geojsonseq (a feature a line), csv (geometry as WKT). Of several: gpkg (GeoPackage \
      with styles for QGIS), kml (Google Earth), qgz (QGIS project with a GeoPackage of the same name beside it, the \
      quarters as axis of time).

      Examples:
        deepreach export runs/330000 --layer settlements > settlements.geojson
        deepreach export runs/330000 --layer schedule --format csv --crs EPSG:4528 -o schedule.csv
        deepreach export runs/330000 --format gpkg -o zhejiang.gpkg
        deepreach export runs/330000 --format qgz --lang zh -o zhejiang.qgz
        deepreach export runs/330000 --layer units --layer timeline --format kml -o zhejiang.kml
      """)

  @Argument(help: "Folder of a run.")
  var folder: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A layer; again for more, or all. Default: all for gpkg, kml and qgz.", valueName: "LAYER"))
  var layer: [LayerChoice] = []

  @Option(name: .long, help: "geojson, geojsonseq, csv, gpkg, kml or qgz. Default: geojson.")
  var format: ExportFormat?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Coordinates to write: wgs84, cgcs2000, gcj02, bd09 or EPSG:n. Default: as they are, degrees of CGCS2000.",
      valueName: "CRS"))
  var crs: String?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("File to write; - is the screen. Default: -.", valueName: "FILE"))
  var output: String?

  @Option(name: .long, help: "Language of titles, legends and descriptions: zh or en. Default: en.")
  var lang: Language?

  func run() throws {
    var layers: [ExportLayer] = []
    var isAll = false
    for choice in layer {
      switch choice {
      case .all: isAll = true
      case .one(let layer): layers.append(layer)
      }
    }
    let system: CoordinateSystem? =
      if let crs { try CoordinateSystem(parsing: crs) } else { nil }
    try LayerExport(
      run: folder, layers: isAll ? [] : layers, format: format ?? .geoJSON,
      system: system, language: lang ?? .english,
      threads: Processors.count
    ).write(to: output ?? "-")
  }
}
