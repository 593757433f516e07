import ArgumentParser

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Put real data in place of what is bundled as estimated or modelled.",
    discussion: """
      Each import writes a folder of territory: whole tables of units, a report, and what became of \
      every row. Give the folder to other verbs with --territory. docs/territory.md says what is \
      matched, shared out and refused.

      Examples:
        deepreach import census population.csv --into territory
        deepreach import towns towns.csv --crs gcj02 --into territory
        deepreach import population worldpop.tif --into territory
        deepreach plan --region 浙江 --territory territory
      """,
    subcommands: [
      ImportCensusCommand.self, ImportTownsCommand.self, ImportPopulationCommand.self,
    ])
}
