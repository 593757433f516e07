import ArgumentParser
import FoundationEssentials
import Geometry
import Reporting
import Territory

struct ImportAreasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "areas",
    abstract: "Another country's territory, of a table of areas without polygons.",
    discussion: """
      A table with a code and residents an area (and the unit above, and square kilometres), and a table of \
      points that name the areas they lie in, such as its sites. Writes a whole folder of territory for \
      `deepreach audit --territory` (docs/other-countries.md).

      Examples:
        deepreach import areas sectors.csv --positions masts.csv --crs EPSG:27700 --country GB \\
          --country-name "Great Britain" --names districts.csv --into britain
        deepreach audit --territory britain --sites registers/britain/sites.csv --region Manchester
      """)

  @Argument(help: ArgumentHelp("The table of areas (CSV).", valueName: "FILE"))
  var file: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Points that name their area (CSV: code, and lon and lat or east and north).",
      valueName: "FILE"))
  var positions: String

  @Option(
    name: .long,
    help: ArgumentHelp("Coordinates of --positions: wgs84 or EPSG:n.", valueName: "CRS"))
  var crs: String

  @Option(
    name: .long,
    help: ArgumentHelp("The country by ISO 3166-1, two letters, such as GB.", valueName: "CODE"))
  var country: String

  @Option(
    name: .long,
    help: ArgumentHelp("Its name in reports. Default: the code.", valueName: "NAME"))
  var countryName: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Names of the units above (CSV: code, name).", valueName: "FILE"))
  var names: String?

  @OptionGroup var table: ImportTableOptions

  @Option(
    name: .long,
    help: ArgumentHelp("Which column of --positions is which.", valueName: "FILE.yaml"))
  var positionColumns: String?

  @Option(name: .long, help: ArgumentHelp("Folder that is written.", valueName: "DIR"))
  var into: String

  @OptionGroup var report: ImportReportOptions

  func run() throws {
    let geodata = try Geodata.locate()
    let country = try Country(code: country, name: countryName ?? country)
    let folder = TerritoryFolder(path: into)
    try folder.checkHolds(country)
    let areas = try table.table(file, "areas", geodata, required: AreaImport.required)
    let points = try ImportTableOptions.table(
      positions, "points", geodata, columns: positionColumns, required: AreaPositions.required)
    let done = try AreaImport(
      country, book: AreaBook.read(path: geodata.path(AreaBook.file)), isStrict: report.strict
    ).run(
      areas, positions: AreaPositions(points, system: try CoordinateSystem(parsing: crs)),
      names: try unitNames(geodata))
    try done.write(to: folder, listing: report.listing, in: report.say)
    report.tell(done.report, in: into)
  }

  private func unitNames(_ geodata: Geodata) throws(UserError) -> [String: String] {
    guard let names else { return [:] }
    let table = try ImportTableOptions.table(
      names, "names", geodata, columns: nil, required: AreaImport.requiredOfNames)
    return Dictionary(
      table.rows.map { (table.text($0, "code"), table.text($0, "name")) },
      uniquingKeysWith: { first, _ in first })
  }
}
