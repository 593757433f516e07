public import ArgumentParser
import Geometry
import Reporting
import Scheduling
import Territory

extension GreenFiles.Format: ExpressibleByArgument {}

struct GreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "green",
    abstract: "Power, back-up batteries and carbon of a run of plan, or of a station.",
    discussion: """
      Reads the folder of a run and says what its new stations take from the grid, what back-up they need with \
      new, second-life or lead-acid batteries, what the supplies that the schedule chose cost and save, the \
      carbon for each resident, and what is taken of the provinces' caps on electricity. Without a run it holds \
      batteries and supplies against each other. -o with a name that ends in .csv, .json, .geojson or .md writes \
      that file, any other name a folder of all.

      Examples:
        deepreach green runs/330000
        deepreach green runs/330000 -o green
        deepreach green runs/330000 --format json
        deepreach green --book mine.yaml
      """)

  @Argument(help: ArgumentHelp("Folder of a run of plan.", valueName: "RUN"))
  var folder: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Batteries, hours, panels, micro-grids. Default: the bundled book.", valueName: "FILE"))
  var book: String?

  @Option(name: .long, help: "What goes to the screen: text, json, csv or geojson. Default: text.")
  var format: GreenFiles.Format?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Folder of all files, or one file.", valueName: "DIR|FILE"))
  var output: String?

  @Option(name: .long, help: "Language of tables and report: zh or en. Default: en.")
  var lang: Language?

  func run() throws {
    let language = lang ?? .english
    if let output { try GreenFiles.check(output) }
    try GreenFiles.check(output, format, hasRun: folder != nil)
    let geodata = try Geodata.locate()
    let sources = GreenSources(geodata: geodata, bookPath: book)
    let result: GreenResult
    if let folder {
      let manifest = try sources.manifest(of: folder)
      let names = try Gazetteer(geodata).units.filter { $0.level == .province }
      result = try sources.result(
        of: folder, manifest,
        provinceNames: Dictionary(
          names.map { ($0.adcode, $0.name) }, uniquingKeysWith: { one, _ in one }))
    } else {
      result = GreenResult(try sources.books(of: nil), run: nil)
    }
    let files = GreenFiles(result, language)
    if let output { try files.write(to: output) }
    try FileAccess.writeToStandardOutput(files.bytes(format ?? .text))
    if let output, format ?? .text == .text { print(Message.written.text(language, [output])) }
  }
}
