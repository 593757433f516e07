import ArgumentParser
import Geometry
import Reporting

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recompute the hashes and invariants of a run.",
    discussion: """
      Exit status 0 when every file is as it was written and every invariant holds, 65 otherwise.

      Example:
        deepreach verify runs/330000
      """)

  @Argument(help: "Folder of a run.")
  var folder: String

  @Option(name: .long, help: "Language: zh or en. Default: en.")
  var lang: Language?

  func run() throws {
    let findings = try Verification.findings(in: folder)
    let language = lang ?? .english
    if findings.isEmpty {
      print("\(folder): \(Message.verified.text(language))")
      return
    }
    for finding in findings { print(finding) }
    throw ExitCode(UserError.Status.badData.rawValue)
  }
}
