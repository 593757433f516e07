import ArgumentParser
import Coverage
import Geometry
import Radio
import Territory

/// What `site --region` looks at: data and settings of `plan`.
struct RegionOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Ask about the people of these units instead of --demand, among the candidates of `plan`.",
      discussion: """
        Demand are the residents whom no station serves, weighted by grid cell; stations that stand are fixed. \
        The options below belong to it, and mean what they mean in `plan`; so does --candidates then (lon, lat, \
        id, status, kind, tenants, height_m, fibre_m, power_m).
        """, valueName: "UNIT"))
  var region: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Network group: mobile or unicom. Default: mobile.", valueName: "GROUP"))
  var group: NetworkGroup?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Standard whose layer says who is served. Default: deep-coverage.", valueName: "NAME|FILE"))
  var standard: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Layer: indoor or outdoor. Default: that of the highest status, indoors where there is one.",
      valueName: "LAYER"))
  var layer: SiteLayer?

  @Option(
    name: .long, help: ArgumentHelp("Register of real sites, as in `plan`.", valueName: "FILE"))
  var sites: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Coordinates of --sites. Default: wgs84.", valueName: "CRS"))
  var sitesCrs: String?

  @Option(
    name: .long, help: ArgumentHelp("Footprints of settlements, as in `plan`.", valueName: "FILE"))
  var footprints: String?

  @Option(name: .long, help: ArgumentHelp("Tables of units, as in `plan`.", valueName: "DIR"))
  var territory: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Quarter before which the network stands. Default: 2021Q1.", valueName: "QUARTER"))
  var from: Quarter?

  @Option(
    name: .long,
    help: ArgumentHelp("Side of a grid cell in metres, 25 to 200. Default: 50.", valueName: "M"))
  var grid: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("Coordinates of --candidates. Default: wgs84.", valueName: "CRS"))
  var candidatesCrs: String?

  @Flag(name: .long, help: "Build on no other place than --candidates.")
  var candidatesOnly = false

  @Option(
    name: .long,
    help: ArgumentHelp("Areas where no new mast may stand (GeoJSON polygons).", valueName: "FILE"))
  var forbidden: String?

  /// Options that are given and say nothing without a region.
  private var given: [String] {
    [
      ("--group", group != nil), ("--standard", standard != nil), ("--layer", layer != nil),
      ("--sites", sites != nil), ("--sites-crs", sitesCrs != nil),
      ("--footprints", footprints != nil),
      ("--territory", territory != nil), ("--from", from != nil), ("--grid", grid != nil),
      ("--candidates-crs", candidatesCrs != nil), ("--candidates-only", candidatesOnly),
      ("--forbidden", forbidden != nil),
    ].filter(\.1).map(\.0)
  }

  /// - Throws: DR-593 for options of the one use in the other.
  func check(_ command: SiteCommand) throws(UserError) {
    let strange =
      region == nil
      ? given
      : [
        ("--demand", command.demand != nil), ("--radius", command.radius != nil),
        ("--planar", command.planar), ("--recipe", command.recipe != nil),
      ].filter(\.1).map(\.0)
    guard let first = strange.first else { return }
    throw UserError(
      "DR-593", .usage, at: strange.joined(separator: ", "),
      region == nil ? "\(first) asks about a region" : "a region has demand and reach of its own",
      remedy: region == nil ? "give --region UNIT with it" : "leave it out, or leave out --region")
  }

  /// Settings as `plan` would have them.
  func settings(_ command: SiteCommand, threads: Int) throws(UserError) -> Settings {
    var settings = Settings()
    settings.regions = ProjectFile.list(region ?? "")
    settings.groups = [group ?? .mobile]
    if let standard { settings.standard = standard }
    settings.sitesPath = sites
    if let sitesCrs { settings.sitesCrs = try CoordinateSystem(parsing: sitesCrs) }
    settings.footprintsPath = footprints
    settings.territoryPath = territory
    if let from { settings.from = from }
    if let grid { settings.cellMetres = grid }
    settings.candidatesPath = command.candidates
    if let candidatesCrs {
      settings.candidatesCrs = try CoordinateSystem(parsing: candidatesCrs)
    }
    settings.candidatesOnly = candidatesOnly
    settings.forbiddenPath = forbidden
    settings.threads = threads
    return try settings.checked()
  }
}

/// What `--layer` names.
enum SiteLayer: String, CaseIterable, ExpressibleByArgument {
  case indoor
  case outdoor

  var place: CoverageLayer.Place {
    switch self {
    case .indoor: .indoor
    case .outdoor: .outdoor
    }
  }
}
