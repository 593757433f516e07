import ArgumentParser
import Geometry
import Reporting

struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Plan for every cell of a grid of settings, with one table out.",
    discussion: """
      --over takes a key of the project file, or a figure of a book (costs.newTowerYuan), and its \
      values with commas between; several --over make a grid of at most 1000 cells. What is swept \
      goes before the project and its scenario. A cell that fails is a row with its error, and the \
      exit status is 65 then.

      Examples:
        deepreach sweep zhejiang.yaml --over budget=1e9,2e9 --over policy=strict-tiers,value-only
        deepreach sweep zhejiang.yaml --over scenario=base,share-everything -o sharing.csv
        deepreach sweep zhejiang.yaml --over costs.fibreYuanPerMetre=20,40,60 --keep runs/fibre
      """)

  @Argument(help: ArgumentHelp("Project file.", valueName: "PROJECT.yaml"))
  var project: String

  @Option(name: .long, help: ArgumentHelp("What is swept.", valueName: "KEY=VALUE,VALUE..."))
  var over: [String]

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "CSV file of the table; the screen then has a short one. Default: the screen.",
      valueName: "FILE"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Write the run folder of each cell into this folder.", valueName: "DIR"))
  var keep: String?

  @Option(name: .long, help: "Language of what is shown: zh or en. Default: the project's.")
  var lang: Language?

  func run() throws {
    var axes: [SweepAxis] = []
    for text in over { axes.append(try SweepAxis(parsing: text)) }
    var file = try ProjectFile.read(project)
    if let lang { file.lang = lang }
    let grid = try SweepGrid(axes: axes)
    if let output { try FileAccess.checkWritable(output) }
    let run = try SweepRun(project: file, grid: grid, keep: keep)
    let cells = run.cells()
    let table = SweepTable(keys: axes.map(\.key), cells: cells)
    let language = file.lang ?? .english
    try OutputFile.write(table.csv(), to: output ?? "-")
    if let output {
      print(table.terminal(language), terminator: "")
      print(Message.written.text(language, [output]))
    }
    let failed = cells.count { cell in
      if case .failure = cell.outcome { true } else { false }
    }
    guard failed > 0 else { return }
    DeepReach.complain(
      Message.sweepFailed.text(language, [String(failed), String(cells.count)]))
    throw ExitCode(UserError.Status.badData.rawValue)
  }
}
