import ArgumentParser
import Coverage
import Geometry
import Reporting
import Territory

struct StandardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standards",
    abstract: "List the bundled standards, or show one with its sources.",
    discussion: """
      Examples:
        deepreach standards
        deepreach standards deep-coverage
      """)

  @Argument(help: "A standard to show; all when left out.")
  var name: String?

  @Option(name: .long, help: "Language: zh or en. Default: en.")
  var lang: Language?

  func run() throws {
    let geodata = try Geodata.locate()
    let names = geodata.standardNames()
    if let name, !names.contains(name) {
      throw UserError(
        "DR-822", .usage, at: "standards", "no standard is called '\(name)'",
        remedy: "give one of: \(names.joined(separator: ", "))")
    }
    for each in names where name == nil || each == name {
      let standard = try StandardBook.read(path: geodata.path("books/standards/\(each).yaml"))
      print(StandardSheet(standard, isFull: name != nil).text(lang ?? .english))
    }
  }
}
