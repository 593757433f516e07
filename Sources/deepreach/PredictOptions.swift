public import ArgumentParser
import Coverage
import Radio
import Territory

extension PredictionModel: ExpressibleByArgument {}
extension Morphology: ExpressibleByArgument {}

/// The mast's antenna where it is not the book's.
struct MastOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The mast: LON,LAT,HEIGHT[,AZIMUTHS[,CONFIGURATION]].",
      discussion: """
        Height in metres above ground; azimuths as 0;120;240 or omni (default 0;120;240); a configuration \
        or band of `deepreach bands`, or omni for an antenna of 0 dBi without pattern (default n78-64T64R).
        """, valueName: "MAST"))
  var site: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Coordinates of --site: wgs84, cgcs2000, gcj02, bd09 or EPSG:n. Default: wgs84.",
      valueName: "CRS"))
  var siteCrs: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Centre frequency. Default: the band's.", valueName: "GHZ"))
  var freq: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Power of all transmit chains. Default: the configuration's.", valueName: "W"))
  var power: Double?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      "Gain of the SSB beam; at reception it moves by as much. Default: the configuration's.",
      valueName: "DBI"))
  var gain: Double?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      "Downtilt below the horizon. Default: the configuration's.", valueName: "DEG"))
  var tilt: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Width of the pattern in azimuth at -3 dB. Default: the configuration's.", valueName: "DEG"))
  var beamwidth: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Width of the pattern in elevation at -3 dB. Default: the configuration's.", valueName: "DEG")
  )
  var verticalBeamwidth: Double?

  @Option(
    name: .long,
    help: ArgumentHelp("User's antenna above ground. Default: 1.5.", valueName: "M"))
  var utHeight: Double?
}

/// Ground and air for P.1812.
struct TerrainOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Heights of the bare ground: GeoTIFF, .hgt, or a folder of them.", valueName: "FILE|DIR"))
  var dem: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Heights of buildings and trees above the ground, likewise. No data is unknown, not nothing.",
      valueName: "FILE|DIR"))
  var clutter: String?

  @OptionGroup var shares: SharesAndAir
}

/// What P.1812 takes besides the path: for `predict` and for `pathloss`.
struct SharesAndAir: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Share of an average year in which the loss is not exceeded (p1812), 1 to 50. Default: 50.",
      valueName: "%"))
  var time: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Share of places in which the loss is not exceeded (p1812), 1 to 99. Default: 50.",
      valueName: "%"))
  var location: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Refractivity at the sea's level (p1812), N-units. Default: 315.", valueName: "N"))
  var n0: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Fall of the refractivity in the lowest kilometre (p1812), N-units/km. Default: 40.1.",
      valueName: "N"))
  var deltaN: Double?

  /// Names of those that are given.
  var given: [String] {
    [("--time", time), ("--location", location), ("--n0", n0), ("--delta-n", deltaN)]
      .filter { $0.1 != nil }.map(\.0)
  }
}
