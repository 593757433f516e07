import ArgumentParser
import Geometry
import Reporting
import Territory

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audit coverage by a standard: status, failing criterion, how much is missing.",
    discussion: """
      Prints the status table and writes audit.csv and audit.geojson. Without --sites the network is \
      modelled from published counts, and the table says so.

      Examples:
        deepreach audit --region 浙江
        deepreach audit --region 330100 --standard taiyuan-2018 -o audits/hangzhou
        deepreach audit --region 杭州 --sites sites.csv --sites-crs gcj02
      """)

  @OptionGroup var selection: SelectionOptions

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "Folder for audit.csv and audit.geojson. Default: audits/ and the region's code.",
      valueName: "DIR"))
  var output: String?

  func run() throws {
    var settings = try selection.settings()
    if let output { settings.output = output }
    try AuditRun(try settings.checked()).run()
  }
}
