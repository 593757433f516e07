public import ArgumentParser
import Geometry
import Territory

extension CensusSettings.Correction: ExpressibleByArgument {}

struct ImportCensusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "census",
    abstract: "Residents by county, instead of estimated ones.",
    discussion: """
      A table with a code (GB/T 2260) and residents a row, and the urban share or urban residents. \
      Rows of counties that have another code today are recoded by a book of successions, rows \
      without any county are shared out over their prefecture; towns and settlements are scaled, and \
      every sum holds exactly.

      Examples:
        deepreach import census population.csv --into territory
        deepreach import census 人口.csv --urban-percent --correction to-prefectures --into territory
      """)

  @Argument(help: ArgumentHelp("The table (CSV).", valueName: "FILE"))
  var file: String

  @OptionGroup var options: ImportOptions
  @OptionGroup var table: ImportTableOptions

  @Option(
    name: .long,
    help: "Sums that hold: as-stated in the table, or to-prefectures published. Default: as-stated."
  )
  var correction = CensusSettings.Correction.asStated

  @Flag(name: .long, help: "The figures are estimates, not official ones.")
  var estimated = false

  @Flag(name: .long, help: "Urban shares are in per cent, not between 0 and 1.")
  var urbanPercent = false

  @Option(
    name: .long,
    help: ArgumentHelp("Book of successions. Default: the bundled one.", valueName: "FILE.yaml"))
  var successions: String?

  func run() throws {
    let geodata = try options.geodata()
    let tables = try UnitTables(geodata)
    let book = try Successions(
      path: successions ?? geodata.path(Successions.file), tables: tables)
    let settings = CensusSettings(
      kind: estimated ? .estimated : .official, correction: correction,
      shareUnit: urbanPercent ? .percent : .one, isStrict: options.strict)
    let source = try table.table(file, "census", geodata, required: CensusImport.required)
    try options.write(
      CensusImport(into: tables, settings: settings, successions: book).run(source))
  }
}
