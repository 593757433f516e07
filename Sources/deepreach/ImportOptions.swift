import ArgumentParser
import FoundationEssentials
import Geometry
import Reporting
import Territory

/// How strictly rows are taken, and how it is told what became of them.
struct ImportReportOptions: ParsableArguments {
  @Flag(name: .long, help: "End with an error where a row or cell is refused.")
  var strict = false

  @Option(name: .long, help: "Language of the report: zh or en. Default: en.")
  var lang: Language?

  @Option(
    name: .long,
    help: ArgumentHelp("Findings of each kind listed in the report. Default: 20.", valueName: "N"))
  var listing = 20

  func validate() throws {
    guard (0...1_000_000).contains(listing) else {
      throw ValidationError("--listing takes 0 to 1000000.")
    }
  }

  /// What picks the text of the language.
  var say: (ImportText) -> String { lang == .chinese ? \.chinese : \.english }

  /// Says what became of the rows.
  func tell(_ report: ImportReport, in folder: String) {
    for count in report.counts {
      let people = count.people.map { people in
        let whole = Int(people.rounded())
        return say(ImportText(", \(whole) people", "，\(whole) 人"))
      }
      print("\(say(count.name)): \(count.count)\(people ?? "")")
    }
    let file = "\(folder)/\(report.subject.files[0])"
    print(say(ImportText("written: \(file)", "已写入：\(file)")))
  }
}

/// What every import into tables of units takes.
struct ImportOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Folder of territory that is written; tables that it holds are gone on from.",
      valueName: "DIR"))
  var into: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Folder of territory to start from. Default: what --into holds, else the bundled tables.",
      valueName: "DIR"))
  var territory: String?

  @OptionGroup var report: ImportReportOptions

  var strict: Bool { report.strict }

  /// The data that is started from.
  func geodata() throws(UserError) -> Geodata {
    let holdsTables = FileManager.default.fileExists(atPath: into + "/units")
    return try Geodata.locate(territory: territory ?? (holdsTables ? into : nil))
  }

  /// Writes what an import has made, and says what became of the rows.
  func write(_ done: TerritoryImport) throws(UserError) {
    let folder = TerritoryFolder(path: into)
    try done.write(to: folder, listing: report.listing, in: report.say)
    report.tell(done.report, in: into)
  }
}

/// A table that is imported, with what the planner says of its columns.
struct ImportTableOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Which column is which, where their titles do not tell (docs/territory.md).",
      valueName: "FILE.yaml"))
  var columns: String?

  /// - Parameter kind: the kind of table in the book of names.
  func table(
    _ path: String, _ kind: String, _ geodata: Geodata, required: [String]
  ) throws(UserError) -> ImportTable {
    try Self.table(path, kind, geodata, columns: columns, required: required)
  }

  /// - Parameters:
  ///   - kind: the kind of table in the book of names.
  ///   - columns: file of the planner's choice of columns; nil for the titles alone.
  static func table(
    _ path: String, _ kind: String, _ geodata: Geodata, columns: String?, required: [String]
  ) throws(UserError) -> ImportTable {
    let file = "books/territory-columns.yaml"
    guard let names = try ColumnBook.read(path: geodata.path(file)).tables[kind] else {
      throw UserError(
        "DR-251", .badData, at: file, "\(kind) is missing",
        remedy: "restore the book from the release")
    }
    let choice = try columns.map { path throws(UserError) in try ColumnChoice.read(path: path) }
    return try ImportTable(
      path: path, names: names, choice: choice ?? ColumnChoice(), required: required)
  }
}
