import ArgumentParser
import Geometry

/// How `plan` chooses sites, and among what.
struct SitingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Relative gap to the proven least cost at which a settlement's sites are good enough, 0 to 1. Default: 0.005.",
      valueName: "GAP"))
  var gap: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Work allowed at each settlement: visits of every entry of its coverage. Default: 500.",
      valueName: "N"))
  var effort: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Guard on the choice of sites: a run that it ends cannot be repeated to the byte.",
      valueName: "SECONDS"))
  var timeLimit: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Candidates of your own (CSV or GeoJSON: lon, lat, id, status, kind, tenants, height_m, fibre_m, power_m).",
      discussion: """
        The lattice's points are then priced as new masts, yours by what stands there. docs/siting.md names the \
        columns.
        """, valueName: "FILE"))
  var candidates: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Coordinates of --candidates: wgs84, cgcs2000, gcj02, bd09 or EPSG:n. Default: wgs84.",
      valueName: "CRS"))
  var candidatesCrs: String?

  @Flag(name: .long, help: "Build on no other place than --candidates.")
  var candidatesOnly = false

  @Option(
    name: .long,
    help: ArgumentHelp("Areas where no new mast may stand (GeoJSON polygons).", valueName: "FILE"))
  var forbidden: String?

  /// Lays what the command line gives over settings.
  func apply(to settings: inout Settings) throws(UserError) {
    if let gap { settings.gap = gap }
    if let effort { settings.effort = effort }
    if let timeLimit { settings.timeLimitSeconds = timeLimit }
    if let candidates { settings.candidatesPath = candidates }
    if let candidatesCrs {
      settings.candidatesCrs = try CoordinateSystem(parsing: candidatesCrs)
    }
    if candidatesOnly { settings.candidatesOnly = true }
    if let forbidden { settings.forbiddenPath = forbidden }
  }
}
