public import ArgumentParser
import Geometry
import Radio
import Reporting
import Territory

extension PathLossQuery.Model: ExpressibleByArgument {}
extension BuildingEntryLossP2109.Building: ExpressibleByArgument {}

struct PathLossCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pathloss",
    abstract: "Print the loss of a model in dB.",
    discussion: """
      TR 38.901 (uma, umi, rma, inh, inf), ITU-R P.2109 building entry loss, ITU-R P.2108 clutter loss, \
      ITU-R P.1812 over a profile of the ground. A model refuses what lies outside its range. docs/models.md says what each one is for.

      Examples:
        deepreach pathloss --model uma-nlos --freq 3.5 --distance 500 --bs-height 25 --ut-height 1.5
        deepreach pathloss --model p2109 --freq 3.5 --building efficient --probability 90
        deepreach pathloss --model p2108 --freq 3.5 --distance 1000
        deepreach pathloss --model p1812 --profile path.csv --freq 0.7 --bs-height 35
        deepreach pathloss --csv cases.csv -o losses.csv
      """)

  @Option(name: .long, help: ArgumentHelp("Model.", valueName: "MODEL"))
  var model: PathLossQuery.Model?

  @Option(name: .long, help: ArgumentHelp("Centre frequency.", valueName: "GHZ"))
  var freq: Double?

  @Option(name: .long, help: ArgumentHelp("Horizontal distance.", valueName: "M"))
  var distance: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Base station's antenna above ground. Default: uma 25, umi 10, rma 35, inh 3, inf 8.",
      valueName: "M"))
  var bsHeight: Double?

  @Option(
    name: .long,
    help: ArgumentHelp("User's antenna above ground. Default: 1.5.", valueName: "M"))
  var utHeight: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Share of places in which the loss is not exceeded (p2109, p2108). Default: 50.",
      valueName: "%"))
  var probability: Double?

  @Option(name: .long, help: ArgumentHelp("Class of building (p2109).", valueName: "CLASS"))
  var building: BuildingEntryLossP2109.Building?

  @Option(
    name: .long,
    parsing: .unconditional,
    help: ArgumentHelp("Elevation of the path (p2109), -90 to 90. Default: 0.", valueName: "DEG"))
  var elevation: Double?

  @OptionGroup var ground: ProfileOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Table of cases: model, freq_ghz, distance_m, bs_height_m, ut_height_m, probability_percent, "
        + "building, elevation_deg. Adds loss_db.", valueName: "FILE"))
  var csv: String?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("File for the table. Default: the screen.", valueName: "FILE"))
  var output: String?

  func run() throws {
    if let csv {
      let table = try CSVTable(name: csv, bytes: try InputFile.bytes(at: csv))
      let answers = try PathLossTable(table) { DecimalText.fixed($0, decimals: 6) }
      try OutputFile.write(answers.text, to: output ?? "-")
    } else {
      guard let model else {
        throw UserError(
          "DR-344", .usage, at: "pathloss", "neither --model nor --csv is given",
          remedy: "name a model, or a table of cases")
      }
      let loss = DecimalText.fixed(try lossDB(model), decimals: 6)
      try OutputFile.write(loss + "\n", to: output ?? "-")
    }
  }

  private func lossDB(_ model: PathLossQuery.Model) throws(UserError) -> Double {
    if model == .terrain {
      return try ground.lossDB(
        carrierGHz: freq, transmitterHeightMetres: bsHeight, receiverHeightMetres: utHeight)
    }
    guard ground.given.isEmpty else {
      throw UserError(
        "DR-842", .usage, at: ground.given.joined(separator: ", "), "only p1812 takes it",
        remedy: "leave it out, or ask for --model p1812")
    }
    return try query(model).lossDB()
  }

  private func query(_ model: PathLossQuery.Model) -> PathLossQuery {
    var query = PathLossQuery(model)
    query.carrierGHz = freq
    query.distanceMetres = distance
    query.baseStationHeightMetres = bsHeight
    query.userHeightMetres = utHeight
    query.probabilityPercent = probability
    query.building = building
    query.elevationDegrees = elevation
    return query
  }
}
