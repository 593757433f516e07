import ArgumentParser
import Geometry
import Reporting
import Territory

struct UnitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "units",
    abstract: "List the units that are bundled.",
    discussion: """
      Without a unit the provinces; with one, the units directly below it.

      Examples:
        deepreach units
        deepreach units 浙江
        deepreach units Hangzhou
        deepreach units 330122
      """)

  @Argument(help: "Code, Chinese or English name.")
  var unit: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Tables of units that stand in for the bundled ones (`deepreach import`).", valueName: "DIR"))
  var territory: String?

  @Option(name: .long, help: "Language: zh or en. Default: en.")
  var lang: Language?

  func run() throws {
    let language = lang ?? .english
    let gazetteer = try Gazetteer(try Geodata.locate(territory: territory))
    var parent: String?
    if let unit { parent = try RegionFinder(gazetteer).unit(for: unit).adcode }
    var table = TextTable([
      .text("adcode"), .text(Message.unit.text(language)),
      .text(Message.englishName.text(language)),
      .number(Message.population.text(language)), .text(Message.dataKind.text(language)),
    ])
    let listed = gazetteer.units.filter { $0.parent == parent }
    for entry in listed.isEmpty ? gazetteer.units.filter({ $0.adcode == parent }) : listed {
      let isPlanned = gazetteer.isPlanned(entry.adcode)
      table.append([
        entry.adcode, entry.name, entry.englishName,
        isPlanned ? DecimalText.grouped(entry.population) : "–",
        isPlanned
          ? Message(entry.populationKind).text(language) : Message.notPlanned.text(language),
      ])
    }
    print(table.terminal(width: Terminal.width), terminator: "")
    print(Message.unitsSource.text(language))
  }
}
