import ArgumentParser
import Geometry
import Territory

/// What campuses a run has, and how their own cells share the time: of `campus` and `plan`.
struct CampusOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Industrial campuses (CSV or GeoJSON; docs/industry.md), or estimate: by employment.",
      valueName: "FILE|estimate"))
  var campuses: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Coordinates of --campuses. Default: wgs84.", valueName: "CRS"))
  var campusesCrs: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Employment by county for the estimate (CSV: CODE, EMPL_OCCU, EMPL_INDU_MANU, ...).",
      discussion: "Default: national shares of the book.", valueName: "FILE"))
  var employment: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Downlink to uplink of the campuses' own cells: 8:2, 7:3 or 1:3. Default: 7:3.",
      valueName: "PATTERN"))
  var tdd: String?

  /// Lays what the command line gives over settings.
  ///
  /// - Throws: DR-920 for options of campuses where there are none, or of an estimate beside a file.
  func apply(to settings: inout CampusSettings) throws(UserError) {
    if let campuses { settings.source = campuses }
    if let campusesCrs { settings.crs = try CoordinateSystem(parsing: campusesCrs) }
    if let employment { settings.employmentPath = employment }
    if let tdd { settings.tdd = tdd }
    try settings.check()
  }
}

/// Campuses of a run after defaults, project file and command line.
struct CampusSettings: Sendable {
  /// A file, `estimate`, or nil for none.
  var source: String?
  var crs = CoordinateSystem.wgs84
  /// Employment by county; nil for national shares.
  var employmentPath: String?
  var tdd = Self.usualTDD

  static let estimate = "estimate"
  static let usualTDD = "7:3"

  /// The file of campuses; nil where they are estimated or there are none.
  var path: String? { source == Self.estimate ? nil : source }
  var isWanted: Bool { source != nil }

  /// - Throws: DR-920.
  func check() throws(UserError) {
    if source == nil, employmentPath != nil || tdd != Self.usualTDD || crs != .wgs84 {
      throw UserError(
        "DR-920", .usage, at: "--campuses", "options of campuses, but no campuses",
        remedy: "give --campuses FILE or --campuses estimate")
    }
    if path != nil, employmentPath != nil {
      throw UserError(
        "DR-920", .usage, at: "--employment", "stands beside a file of campuses",
        remedy: "leave one out: employment is what campuses are estimated from")
    }
  }

  /// Files read, for the manifest.
  func inputs(_ geodata: Geodata) -> [(name: String, path: String)] {
    guard isWanted else { return [] }
    var inputs = [("geodata/" + IndustryBook.file, geodata.path(IndustryBook.file))]
    if let path {
      inputs += [(path, path), ("geodata/" + ColumnBook.file, geodata.path(ColumnBook.file))]
    }
    if let employmentPath { inputs.append((employmentPath, employmentPath)) }
    return inputs
  }

  /// What bears on the result, for the manifest.
  var value: JSONObject {
    [
      "source": .string(source ?? ""), "crs": .string(crs.description),
      "employment": employmentPath.map { .string($0) } ?? .null, "tdd": .string(tdd),
    ]
  }
}
