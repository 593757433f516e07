public import ArgumentParser
import Geometry
import Reporting

extension ExportLayer: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export a layer of a run for mapping tools.",
    discussion: """
      Layers: units, settlements, sites, schedule (settlements' points with package, quarter, cost). \
      Formats: geojson, geojsonseq (a feature a line), csv (geometry as WKT), gpkg (GeoPackage).

      Examples:
        deepreach export runs/330000 --layer settlements > settlements.geojson
        deepreach export runs/330000 --layer schedule --format csv -o schedule.csv
        deepreach export runs/330000 --layer sites --format gpkg -o sites.gpkg
      """)

  @Argument(help: "Folder of a run.")
  var folder: String

  @Option(name: .long, help: "units, settlements, sites or schedule.")
  var layer: ExportLayer

  @Option(name: .long, help: "geojson, geojsonseq, csv or gpkg. Default: geojson.")
  var format: ExportFormat?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("File to write; - is the screen. Default: -.", valueName: "FILE"))
  var output: String?

  func run() throws {
    try LayerExport(run: folder, layer: layer, format: format ?? .geoJSON).write(to: output ?? "-")
  }
}
