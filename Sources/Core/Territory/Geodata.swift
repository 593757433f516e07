import FoundationEssentials
public import Geometry

/// The folder of bundled data (`geodata/`).
public struct Geodata: Sendable {
  /// Path of the folder.
  public let folder: String

  /// The folder at a path.
  public init(folder: String) { self.folder = folder }

  /// Finds the folder: the variable DEEPREACH_GEODATA, else `geodata` beside or above the running
  /// program, else beside or above the working folder.
  ///
  /// - Throws: DR-211 when it is nowhere.
  public static func locate() throws(UserError) -> Geodata {
    let process = ProcessInfo.processInfo
    return try locate(
      programPath: executablePath() ?? process.arguments.first ?? "",
      environment: process.environment)
  }

  /// As `locate()`, with the program and the environment said.
  public static func locate(
    programPath: String, environment: [String: String]
  ) throws(UserError) -> Geodata {
    if let named = environment["DEEPREACH_GEODATA"], !named.isEmpty {
      guard isGeodata(named) else {
        throw UserError(
          "DR-211", .missingInput, at: "DEEPREACH_GEODATA",
          "'\(named)' is not a geodata folder", remedy: "name the folder that holds SOURCES.md")
      }
      return Geodata(folder: named)
    }
    let working = FileManager.default.currentDirectoryPath
    let program = URL(fileURLWithPath: programPath).resolvingSymlinksInPath()
    for start in [program.deletingLastPathComponent().path, working] {
      if let found = searchUpward(from: start) { return Geodata(folder: found) }
    }
    throw UserError(
      "DR-211", .missingInput, at: "geodata", "the bundled data was not found",
      remedy: "run from the project's folder or set DEEPREACH_GEODATA")
  }

  /// Where the running program is, whatever name it was called by.
  private static func executablePath() -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  }

  private static func isGeodata(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/SOURCES.md")
  }

  private static func searchUpward(from start: String) -> String? {
    var url = URL(fileURLWithPath: start)
    for _ in 0..<12 {
      let candidate = url.appendingPathComponent("geodata").path
      if isGeodata(candidate) { return candidate }
      let parent = url.deletingLastPathComponent()
      if parent.path == url.path { return nil }
      url = parent
    }
    return nil
  }

  /// Path of a bundled file.
  public func path(_ relative: String) -> String { folder + "/" + relative }

  /// A bundled table.
  public func table(_ relative: String) throws(UserError) -> CSVTable {
    try CSVTable(name: "geodata/" + relative, bytes: InputFile.bytes(at: path(relative)))
  }

  /// Names of the standards bundled, sorted.
  public func standardNames() -> [String] { yamlNames(in: "books/standards") }

  /// Names of the scenarios bundled, sorted.
  public func scenarioNames() -> [String] { yamlNames(in: "scenarios") }

  /// Names of the limits bundled for scenarios, sorted.
  public func limitNames() -> [String] { yamlNames(in: "books/limits") }

  /// Names of the rules of reliability bundled, sorted.
  public func ruleNames() -> [String] { yamlNames(in: "books/rules") }

  private func yamlNames(in folder: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }
}
