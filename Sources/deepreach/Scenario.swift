import Geometry
import Reporting
import Territory

/// A YAML file laid over a project: any of its keys, changed figures of the books, and what it is about.
struct Scenario: Sendable {
  /// Name, or path as it was given.
  let name: String
  /// Path as it is shown.
  let file: String
  /// Where it is.
  let path: String

  /// Name that stands for no scenario, so that a command line can take a project's away.
  static let base = "base"

  /// The scenario of a name or a path; nil for none.
  ///
  /// - Throws: DR-814 for an unknown name.
  static func named(_ name: String?) throws(UserError) -> Scenario? {
    guard let name, name != base else { return nil }
    let geodata = try Geodata.locate()
    let bundled = geodata.scenarioNames()
    if bundled.contains(name) { return Scenario(bundled: name, geodata) }
    guard name.contains("/") || name.contains(".") else {
      throw UserError(
        "DR-814", .usage, at: "--scenario", "no scenario is called '\(name)'",
        remedy: "give a file, or one of: \(([base] + bundled).joined(separator: ", "))")
    }
    return Scenario(name: name, file: name, path: name)
  }

  /// A bundled scenario.
  init(bundled name: String, _ geodata: Geodata) {
    self.init(
      name: name, file: "geodata/scenarios/\(name).yaml",
      path: geodata.path("scenarios/\(name).yaml"))
  }

  private init(name: String, file: String, path: String) {
    self.name = name
    self.file = file
    self.path = path
  }

  /// What it says of a project. A scenario names no scenario.
  ///
  /// - Throws: as ``ProjectFile/read(_:known:)``.
  func project() throws(UserError) -> ProjectFile {
    let keys = ProjectFile.CodingKeys.allCases.filter { $0 != .scenario }.map(\.rawValue)
    return try ProjectFile.read(path, known: Set(keys).union(ScenarioAbout.keys))
  }

  /// Lays it over settings.
  func apply(to settings: inout Settings) throws(UserError) {
    try project().apply(to: &settings)
    settings.scenario = self
  }

  /// Name, file and its SHA-256, for the manifest.
  func value() throws(UserError) -> JSONValue {
    let digest = FileDigest(path: file, bytes: try InputFile.bytes(at: path))
    return [
      "name": .string(name), "path": .string(file), "sha256": .string(digest.sha256),
    ]
  }
}

/// What a scenario says of itself.
struct ScenarioAbout: Decodable {
  var titleChinese: String?
  var titleEnglish: String?
  var description: String?
  /// Sourced, derived or judgement, as of the figures of books.
  var kind: FigureKind?
  var source: String?

  static let keys = ["titleChinese", "titleEnglish", "description", "kind", "source"]
}

extension ChangedFigure {
  /// The change for the manifest.
  var value: JSONValue {
    let operation: (String, Double) =
      switch change.operation {
      case .set(let value): ("set", value)
      case .scale(let factor): ("scale", factor)
      }
    return .object([
      "figure": .string(change.path), operation.0: .number(operation.1), "from": .number(from),
      "to": .number(to),
    ])
  }
}
