public import ArgumentParser
import Geometry
import Reporting
import Territory

extension ComparisonFiles.Format: ExpressibleByArgument {}

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare runs of plan: money, dates, coverage by quarter, winners and losers.",
    discussion: """
      The first run is the base. All must be of the same region and network groups; a run that \
      `deepreach verify` complains of is refused. -o with a name that ends in .csv, .json, .geojson, \
      .md or .html writes that file, any other name a folder with all of them and counties.csv.

      Examples:
        deepreach compare runs/base runs/shared
        deepreach compare runs/base runs/shared runs/late -o comparison
        deepreach compare runs/base runs/shared -o winners.geojson
        deepreach compare runs/base runs/shared -o comparison.html
        deepreach compare runs/base runs/shared --format json
      """)

  @Argument(help: ArgumentHelp("Folders of runs of plan, the base first.", valueName: "RUN"))
  var runs: [String]

  @Option(
    name: .long, help: "What goes to the screen: text, json, csv, geojson or html. Default: text.")
  var format: ComparisonFiles.Format?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Folder of all files, or one file.", valueName: "DIR|FILE"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Print the page to this PDF by an installed Chromium.", valueName: "FILE"))
  var pdf: String?

  @Option(name: .long, help: "Language of tables and report: zh or en. Default: en.")
  var lang: Language?

  func run() throws {
    let language = lang ?? .english
    if let output { try ComparisonFiles.check(output) }
    let pdf = try pdf.map { path throws(UserError) in
      try PagePDF(path, printer: PagePrinter())
    }
    for folder in runs + [output].compactMap({ $0 }) { try pdf?.check(outside: folder) }
    let files = ComparisonFiles(try Comparison(folders: runs), language) { () throws(UserError) in
      try ComparisonSources(Geodata.locate())
    }
    if let output { try files.write(to: output) }
    try pdf?.write(files.bytes(.html))
    try FileAccess.writeToStandardOutput(files.bytes(format ?? .text))
    guard format ?? .text == .text else { return }
    for path in [output, pdf?.path].compactMap({ $0 }) {
      print(Message.written.text(language, [path]))
    }
  }
}
