import Coverage
public import Geometry

/// Writes the answer of `deepreach green`: one file, or a folder of all.
public struct GreenFiles {
  /// What a file can hold.
  public enum Format: String, CaseIterable, Sendable {
    /// Tables for people, plain on the screen and Markdown in a file.
    case text
    /// Everything for machines.
    case json
    /// Settlements of a run; without a run, supplies of a station.
    case csv
    /// Settlements of a run.
    case geoJSON = "geojson"
  }

  private static let formats: [(ending: String, format: Format)] = [
    (".csv", .csv), (".geojson", .geoJSON), (".json", .json), (".md", .text), (".txt", .text),
  ]
  /// Files of a folder.
  static let names = [
    "green-batteries.csv", "green-campuses.csv", "green-caps.csv", "green-counties.csv",
    "green-provinces.csv", "green-stations.csv", "green.csv", "green.geojson", "green.json",
    "green.md",
  ]

  private let result: GreenResult
  private let language: Language

  /// The files of an answer, with a report in a language.
  public init(_ result: GreenResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  /// Refuses an output that must not be replaced; to be asked before work begins.
  ///
  /// - Throws: DR-945 for standard output, DR-946 for a folder that holds anything else, or a file where a folder shall be.
  public static func check(_ path: String) throws(UserError) {
    let path = RunFolder(path).path
    if path == "-" || path.isEmpty {
      throw UserError(
        "DR-945", .usage, at: "--output", "'\(path)' is no file or folder",
        remedy: "give a name; --format chooses what goes to the screen")
    }
    func refuse(_ place: String, _ problem: String, _ remedy: String) -> UserError {
      UserError("DR-946", .cannotCreate, at: place, problem, remedy: remedy)
    }
    if format(of: path) != nil {
      guard Folder.isFolder(path) else { return }
      throw refuse(path, "a folder stands there", "give another name for the file")
    }
    guard Folder.exists(path) else { return }
    guard Folder.isFolder(path) else {
      throw refuse(
        path, "a file stands there",
        "give another folder, or a file that ends in .csv, .json, .geojson or .md")
    }
    if let stray = try Folder.names(path).first(where: { !names.contains($0) }) {
      throw refuse(
        "\(path)/\(stray)", "the file is none of `deepreach green`, and the folder is not replaced",
        "give another folder, or an empty one")
    }
  }

  /// Refuses what an answer without a run cannot be.
  ///
  /// - Throws: DR-945 for a map without settlements.
  public static func check(_ path: String?, _ format: Format?, hasRun: Bool) throws(UserError) {
    guard !hasRun, format == .geoJSON || path.flatMap({ Self.format(of: $0) }) == .geoJSON else {
      return
    }
    throw UserError(
      "DR-945", .usage, at: "green", "there is no run to draw",
      remedy: "give the folder of a run of `deepreach plan`")
  }

  /// Writes to a path: what its ending says, or a folder of all, whole or not at all.
  ///
  /// - Throws: as ``check(_:)``, DR-703 when it cannot be written.
  public func write(to path: String) throws(UserError) {
    try Self.check(path)
    let path = RunFolder(path).path
    guard let format = Self.format(of: path) else {
      return try FolderSwap.replace(path) { folder throws(UserError) in try writeAll(in: folder) }
    }
    try FileAccess.writeAtomically(
      format == .text ? Array(GreenReport(result, language).markdown().utf8) : bytes(format),
      to: path)
  }

  /// What goes to the screen.
  ///
  /// - Throws: DR-945 for a map without a run.
  public func bytes(_ format: Format) throws(UserError) -> [UInt8] {
    let tables = GreenTables(books: result.books)
    switch format {
    case .text: return Array(GreenReport(result, language).terminal().utf8)
    case .json: return try result.json()
    case .csv:
      return result.run.map { tables.places.csv($0.places) }
        ?? tables.supplies(result.comparison).csv(result.comparison.supplies)
    case .geoJSON:
      try Self.check(nil, format, hasRun: result.run != nil)
      return try geoJSON() ?? []
    }
  }

  /// The settlements of a run; nil without its folder, where their footprints stand.
  private func geoJSON() throws(UserError) -> [UInt8]? {
    guard let run = result.run, let path = run.path else { return nil }
    return try result.geoJSON(run, in: path)
  }

  private static func format(of path: String) -> Format? {
    formats.first { path.hasSuffix($0.ending) }?.format
  }

  private func writeAll(in folder: String) throws(UserError) {
    let tables = GreenTables(books: result.books)
    let comparison = result.comparison
    func write(_ bytes: [UInt8], _ name: String) throws(UserError) {
      try FileAccess.write(bytes, to: "\(folder)/\(name)")
    }
    try write(tables.batteries.csv(comparison.batteries), "green-batteries.csv")
    try write(tables.supplies(comparison).csv(comparison.supplies), "green-stations.csv")
    try write(result.json(), "green.json")
    try write(Array(GreenReport(result, language).markdown().utf8), "green.md")
    guard let run = result.run else { return }
    try write(tables.places.csv(run.places), "green.csv")
    try write(tables.units.csv(run.counties), "green-counties.csv")
    try write(tables.units.csv(run.provinces), "green-provinces.csv")
    try write(tables.caps.csv(run.caps), "green-caps.csv")
    if let map = try geoJSON() { try write(map, "green.geojson") }
    if !run.campuses.isEmpty {
      try write(tables.campuses.csv(run.campuses), "green-campuses.csv")
    }
  }
}
