import ArgumentParser
import Geometry
import Territory

struct ImportTownsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "towns",
    abstract: "Positions of towns, instead of modelled ones.",
    discussion: """
      A table with a code (9 or 12 digits), a name and a position a row. What the positions come in \
      is stated, never guessed. A position outside the county's polygon is refused.

      Examples:
        deepreach import towns towns.csv --crs wgs84 --into territory
        deepreach import towns 乡镇.csv --crs gcj02 --replace-estimated --into territory
      """)

  @Argument(help: ArgumentHelp("The table (CSV).", valueName: "FILE"))
  var file: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Coordinates of the positions: wgs84, cgcs2000, gcj02, bd09 or EPSG:n.", valueName: "CRS"))
  var crs: String

  @OptionGroup var options: ImportOptions
  @OptionGroup var table: ImportTableOptions

  @Flag(name: .long, help: "Replace positions from the gazetteer too, not just modelled ones.")
  var replaceEstimated = false

  func run() throws {
    let geodata = try options.geodata()
    let tables = try UnitTables(geodata)
    let settings = TownPositionSettings(
      system: try CoordinateSystem(parsing: crs), replacesEstimated: replaceEstimated,
      isStrict: options.strict)
    let source = try table.table(file, "towns", geodata, required: TownPositionImport.required)
    try options.write(
      TownPositionImport(
        into: tables, boundaries: Boundaries(geodata), settings: settings,
        successions: Successions(path: geodata.path(Successions.file), tables: tables)
      ).run(source))
  }
}
