import ArgumentParser
import Coverage
import Geometry
import Reporting
import Territory

struct StandardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standards",
    abstract: "List the bundled standards and rules of reliability, or show one with its sources.",
    discussion: """
      Examples:
        deepreach standards
        deepreach standards deep-coverage
        deepreach standards drive-test-105
      """)

  @Argument(help: "A standard or rule to show; all when left out.")
  var name: String?

  @Option(name: .long, help: "Language: zh or en. Default: en.")
  var lang: Language?

  func run() throws {
    let geodata = try Geodata.locate()
    let names = geodata.standardNames()
    let rules = geodata.ruleNames()
    if let name, !(names + rules).contains(name) {
      throw UserError(
        "DR-822", .usage, at: "standards", "no standard is called '\(name)'",
        remedy: "give one of: \((names + rules).joined(separator: ", "))")
    }
    for each in names where name == nil || each == name {
      let standard = try StandardBook.read(path: geodata.path("books/standards/\(each).yaml"))
      print(StandardSheet(standard, isFull: name != nil).text(lang ?? .english))
    }
    if name == nil { print(Message.rulesHeading.text(lang ?? .english)) }
    for each in rules where name == nil || each == name {
      let rule = try ReliabilityRuleBook.read(path: geodata.path("books/rules/\(each).yaml"))
      print(RuleSheet(rule, isFull: name != nil).text(lang ?? .english))
    }
  }
}
