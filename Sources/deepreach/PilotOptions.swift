import ArgumentParser
import Geometry

/// Pilots of `plan`, and the decisions that it waits for.
struct PilotOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Pilots with dates, places and partners, which come first (YAML or CSV). See docs/pilots.md.",
      valueName: "FILE"))
  var pilots: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How far decisions are (CSV: settlement, gate, state, date). Lists decisions.",
      valueName: "FILE.csv"))
  var gates: String?

  @Flag(
    name: .long,
    help: "List who must decide what by when for the schedule to hold. --pilots and --gates do too."
  )
  var decisions = false

  /// Lays what the command line gives over settings.
  func apply(to settings: inout Settings) {
    if let pilots { settings.pilotsPath = pilots }
    if let gates { settings.gatesPath = gates }
    if decisions { settings.decisions = true }
  }
}
