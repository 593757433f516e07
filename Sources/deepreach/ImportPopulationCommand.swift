public import ArgumentParser
import Geometry
import Territory

extension PopulationGridSettings.Totals: ExpressibleByArgument {}

struct ImportPopulationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "population",
    abstract: "A grid of population (GeoTIFF, people a cell), instead of estimated residents.",
    discussion: """
      Cells are summed into counties by their middle, and in them into the settlements whose place is \
      known; the rest is shared by the towns as before. WorldPop and GHS-POP (Mollweide) are read as \
      they are.

      Examples:
        deepreach import population chn_ppp_2020.tif --into territory
        deepreach import population GHS_POP.tif --totals counties --footprints built.geojson --into territory
      """)

  @Argument(help: ArgumentHelp("The grid (GeoTIFF).", valueName: "FILE.tif"))
  var file: String

  @OptionGroup var options: ImportOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Coordinates of the grid: mollweide or EPSG:n. Default: as the file says.", valueName: "CRS"))
  var crs: String?

  @Option(
    name: .long,
    help:
      "Totals that hold: grid, or counties (the grid only says where people are). Default: grid.")
  var totals = PopulationGridSettings.Totals.grid

  @Flag(name: .long, help: "The grid is a model's that no census was made to fit.")
  var modelled = false

  @Flag(name: .long, help: "Let footprints round modelled positions take cells too.")
  var modelledFootprints = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Footprints of settlements instead of modelled ones (GeoJSON, property settlement).",
      valueName: "FILE"))
  var footprints: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Threads. Default: all processors. The results do not depend on it.", valueName: "N"))
  var threads: Int?

  func run() throws {
    let threads = threads ?? Processors.count
    guard Settings.threadRange.contains(threads) else {
      throw UserError("DR-802", .usage, at: "--threads", "\(threads)", remedy: "give 1 to 256")
    }
    let settings = PopulationGridSettings(
      totals: totals, kind: modelled ? .modelled : .estimated,
      plane: try crs.map { text throws(UserError) in try RasterPlane(parsing: text) },
      usesModelledFootprints: modelledFootprints, isStrict: options.strict)
    let geodata = try options.geodata()
    let boundaries = try Boundaries(geodata)
    let done = try PopulationGridImport(
      into: UnitTables(geodata), boundaries: boundaries,
      footprints: placed(geodata, boundaries, threads), settings: settings
    ).run(path: file).done
    try options.write(done)
  }

  /// Footprints of the settlements whose place is known, or of all.
  private func placed(
    _ geodata: Geodata, _ boundaries: Boundaries, _ threads: Int
  ) throws(UserError) -> [PlacedFootprint] {
    var records = try SettlementTable(geodata).records
    if let footprints { records = try FootprintFile(path: footprints).applied(to: records) }
    let all = records.filter { record in
      modelledFootprints || record.footprint != nil
        || record.seats.contains { $0.seat.positionKind != .modelled }
    }
    let builder = SettlementBuilder(gazetteer: try Gazetteer(geodata), boundaries: boundaries)
    return try ConcurrentMap.map(count: all.count, threads: threads) { index throws(UserError) in
      PlacedFootprint(try builder.settlement(all[index]))
    }
  }
}
