import FoundationEssentials
public import Geometry

/// The folder of bundled data (`geodata/`).
public struct Geodata: Sendable {
  /// Path of the folder.
  public let folder: String
  /// The folder of territory whose tables stand in for bundled ones; nil for none.
  public let overlay: TerritoryFolder?
  /// Another country whose territory the overlay is; nil for China.
  public let country: Country?
  private let overlaid: Set<String>

  /// The folder at a path.
  public init(folder: String) {
    self.init(folder: folder, overlay: nil, country: nil, overlaid: [])
  }

  private init(
    folder: String, overlay: TerritoryFolder?, country: Country?, overlaid: Set<String>
  ) {
    self.folder = folder
    self.overlay = overlay
    self.country = country
    self.overlaid = overlaid
  }

  /// The same data with the tables of a folder of territory in place of the bundled ones; an overlay
  /// that was there before is left.
  ///
  /// - Throws: DR-262 for a folder that is not there or holds no table, DR-263 for a file that no
  ///   reader would read, DR-264 for a table whose header or number of rows is not the bundled one's.
  public func overlaid(by path: String) throws(UserError) -> Geodata {
    let overlay = TerritoryFolder(path: path)
    let held = try overlay.heldTables()
    if let country = try overlay.country() {
      // Whole, and of other units: nothing of it can be held against the bundled tables.
      return Geodata(folder: folder, overlay: overlay, country: country, overlaid: Set(held))
    }
    let bundled = Geodata(folder: folder)
    for table in held {
      let own = try TableForm(path: overlay.path + "/" + table)
      let expected = try TableForm(path: bundled.path(table))
      if let difference = own.difference(from: expected) {
        throw UserError(
          "DR-264", .badData, at: "\(path)/\(table)", difference,
          remedy: "give the whole table in the bundled form, as an import writes it")
      }
    }
    return Geodata(folder: folder, overlay: overlay, country: nil, overlaid: Set(held))
  }

  /// The files of the overlay that are read in place of bundled ones, sorted.
  public var overlaidPaths: [String] { overlaid.sorted().map(path) }

  /// As `locate()`, with the tables of a folder of territory before the bundled ones.
  ///
  /// - Parameter territory: path of the folder; nil for the bundled tables alone.
  /// - Throws: as ``locate()`` and ``overlaid(by:)``.
  public static func locate(territory: String?) throws(UserError) -> Geodata {
    let bundled = try locate()
    return try territory.map { (path) throws(UserError) in try bundled.overlaid(by: path) }
      ?? bundled
  }

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

  /// Path of a file: the overlay's where it holds it, else the bundled one's.
  public func path(_ relative: String) -> String {
    if let overlay, overlaid.contains(relative) { return overlay.path + "/" + relative }
    return folder + "/" + relative
  }

  /// What a file is called in errors and manifests: by its path in an overlay, else `geodata/...`.
  public func name(_ relative: String) -> String {
    overlaid.contains(relative) ? path(relative) : "geodata/" + relative
  }

  /// A table: the overlay's where it holds it, else the bundled one.
  public func table(_ relative: String) throws(UserError) -> CSVTable {
    try CSVTable(name: name(relative), bytes: InputFile.bytes(at: path(relative)))
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

/// What can be seen of a table without reading its cells.
private struct TableForm {
  private let header: String
  private let lines: Int

  init(path: String) throws(UserError) {
    let bytes = try InputFile.bytes(at: path)
    let first = bytes.prefix { $0 != UInt8(ascii: "\n") }
    header = String(
      decoding: first.last == UInt8(ascii: "\r") ? first.dropLast() : first, as: UTF8.self)
    lines = bytes.count { $0 == UInt8(ascii: "\n") } + (bytes.last == UInt8(ascii: "\n") ? 0 : 1)
  }

  func difference(from expected: TableForm) -> String? {
    if header != expected.header {
      return "the header is '\(header.prefix(200))' instead of '\(expected.header)'"
    }
    return lines == expected.lines ? nil : "it has \(lines) lines instead of \(expected.lines)"
  }
}
