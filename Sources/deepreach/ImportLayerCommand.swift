import ArgumentParser
import Geometry
import Reporting

struct ImportLayerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layer",
    abstract: "Take a layer out of a GeoPackage, for the options that take GeoJSON or CSV.",
    discussion: """
      Positions come to degrees of longitude and latitude (CGCS2000) by the layer's own coordinate system. \
      Shifted coordinates (GCJ-02, BD-09) that are called WGS 84 pass as they stand: name them where the \
      output is read. Shapefile, MapInfo TAB and KML: tools/ogr-import.

      Examples:
        deepreach import layer claims.gpkg --layer mobile -o claims.geojson
        deepreach import layer drive-test.gpkg -o drive-test.csv
      """)

  @Argument(help: ArgumentHelp("The GeoPackage.", valueName: "FILE.gpkg"))
  var file: String

  @Option(
    name: .long,
    help: ArgumentHelp("Which layer, where there are several.", valueName: "NAME"))
  var layer: String?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "GeoJSON of any features, or CSV of points.", valueName: "FILE.geojson|FILE.csv"))
  var output: String

  func run() throws {
    let lower = output.lowercased()
    let isTable = lower.hasSuffix(".csv")
    guard isTable || lower.hasSuffix(".geojson") || lower.hasSuffix(".json") else {
      throw UserError(
        "DR-155", .usage, at: "--output", "'\(output)' is neither GeoJSON nor CSV",
        remedy: "let its name end in .geojson or .csv")
    }
    let features = try GeoPackageReader(path: file, layer: layer).features()
    try OutputFile.write(
      isTable ? PointTable.csv(features, source: file) : Self.geoJSON(features), to: output)
    print("\(features.count) features written to \(output)")
  }

  private static func geoJSON(_ features: [GeoJSONFeature]) throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter()
    for feature in features { try writer.write(feature) }
    return try writer.finish()
  }
}
