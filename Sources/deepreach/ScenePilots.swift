import Geometry
import Reporting
import Scheduling
import Territory

/// What a run says of its pilots and decisions.
extension Scene {
  /// Whether decisions are listed.
  var listsDecisions: Bool {
    settings.decisions || settings.pilotsPath != nil || settings.gatesPath != nil
  }

  /// Files of pilots and decisions for the manifest: name shown, path.
  var pilotInputs: [(name: String, path: String)] {
    guard listsDecisions else { return [] }
    let own = [settings.pilotsPath, settings.gatesPath].compactMap(\.self)
    return own.map { (name: $0, path: $0) }
      + [PilotBook.file, GateBook.file].map { (name: geodata.name($0), path: geodata.path($0)) }
  }

  /// Settings for the manifest; none for a plan without pilots and decisions.
  var pilotValues: [(key: String, value: JSONValue)] {
    guard listsDecisions else { return [] }
    return [
      ("pilots", settings.pilotsPath.map { .string($0) } ?? .null),
      ("gates", settings.gatesPath.map { .string($0) } ?? .null),
      ("decisions", .bool(settings.decisions)),
    ]
  }
}
