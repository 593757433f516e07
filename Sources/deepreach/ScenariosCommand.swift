import ArgumentParser
import Geometry
import Reporting
import Territory

struct ScenariosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios",
    abstract: "List the bundled scenarios, or show one with what it overrides.",
    discussion: """
      Examples:
        deepreach scenarios
        deepreach scenarios share-everything
      """)

  @Argument(help: "A scenario to show; all when left out.")
  var name: String?

  @Option(name: .long, help: "Language: zh or en. Default: en.")
  var lang: Language?

  func run() throws {
    let geodata = try Geodata.locate()
    let names = geodata.scenarioNames()
    if let name, !names.contains(name) {
      throw UserError(
        "DR-814", .usage, at: "scenarios", "no scenario is called '\(name)'",
        remedy: "give one of: \(names.joined(separator: ", "))")
    }
    for each in names where name == nil || each == name {
      let scenario = Scenario(bundled: each, geodata)
      let about = try BookReader.read(ScenarioAbout.self, path: scenario.path)
      let title = lang == .chinese ? about.titleChinese : about.titleEnglish
      print("\(each)  \(title ?? "")")
      guard name != nil else { continue }
      if let description = about.description { print(description) }
      if let kind = about.kind { print("\(kind.rawValue): \(about.source ?? "")") }
      let overrides = try scenario.project().yaml().split(separator: "\n").dropFirst()
      print(overrides.joined(separator: "\n"))
    }
  }
}
