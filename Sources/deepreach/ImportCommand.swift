import ArgumentParser

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Put real data in place of what is bundled as estimated or modelled.",
    discussion: """
      Imports of census, towns and population write a folder of territory: whole tables of units, a report, \
      and what became of every row; give it to other verbs with --territory (docs/territory.md). Sites \
      come to a register for --sites (docs/import-sites.md).

      Examples:
        deepreach import census population.csv --into territory
        deepreach import towns towns.csv --crs gcj02 --into territory
        deepreach import population worldpop.tif --into territory
        deepreach import sites 工参.csv --crs gcj02 --out registers/zhejiang
        deepreach plan --region 浙江 --territory territory
      """,
    subcommands: [
      ImportCensusCommand.self, ImportTownsCommand.self, ImportPopulationCommand.self,
      ImportSites.self, ImportLayerCommand.self, ImportAreasCommand.self,
    ])
}
