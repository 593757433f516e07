import ArgumentParser
import Geometry

/// Key places of an audit or a plan.
struct KeyPlaceOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Key places (CSV or GeoJSON points: id, name, kind, lon, lat), judged by the standard.",
      discussion: "All key points of a place must be served: docs/key-places.md.",
      valueName: "FILE"))
  var keyPlaces: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Coordinates of --key-places: wgs84, cgcs2000, gcj02, bd09 or EPSG:n. Default: wgs84.",
      valueName: "CRS"))
  var keyPlacesCrs: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Which column of --key-places is which, where their titles do not tell.",
      valueName: "FILE.yaml"))
  var columns: String?

  /// Lays what the command line gives over settings.
  func apply(to settings: inout Settings) throws(UserError) {
    if let keyPlaces { settings.keyPlacesPath = keyPlaces }
    if let keyPlacesCrs { settings.keyPlacesCrs = try CoordinateSystem(parsing: keyPlacesCrs) }
    if let columns { settings.columnsPath = columns }
  }
}
