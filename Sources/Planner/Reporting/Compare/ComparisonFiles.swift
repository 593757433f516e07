public import Geometry

/// Writes a comparison: one file, or a folder of all.
public struct ComparisonFiles {
  /// What a file can hold.
  public enum Format: String, CaseIterable, Sendable {
    /// Tables for people, plain on the screen and Markdown in a file.
    case text
    /// Everything for machines.
    case json
    /// Measures and quarters, a column a run.
    case csv
    /// Counties.
    case geoJSON = "geojson"
    /// A page for people.
    case html
  }

  /// Files of a folder.
  static let names = [
    "compare.csv", "compare.geojson", "compare.json", "compare.md", "comparison.html",
    "counties.csv",
  ]
  private static let formats: [(ending: String, format: Format)] = [
    (".csv", .csv), (".geojson", .geoJSON), (".json", .json), (".md", .text), (".txt", .text),
    (".html", .html),
  ]

  private let comparison: Comparison
  private let language: Language
  private let sources: () throws(UserError) -> ComparisonSources

  /// The files of a comparison, with report and page in a language.
  ///
  /// - Parameter sources: what the page is made of, asked for when one is written.
  public init(
    _ comparison: Comparison, _ language: Language,
    sources: @escaping () throws(UserError) -> ComparisonSources
  ) {
    self.comparison = comparison
    self.language = language
    self.sources = sources
  }

  /// Refuses an output that must not be replaced; to be asked before work begins.
  ///
  /// - Throws: DR-716 for standard output, DR-717 for a folder that holds anything else, or a file
  ///   where a folder shall be.
  public static func check(_ path: String) throws(UserError) {
    let path = RunFolder(path).path
    if path == "-" || path.isEmpty {
      throw UserError(
        "DR-716", .usage, at: "--output", "'\(path)' is no file or folder",
        remedy: "give a name; --format chooses what goes to the screen")
    }
    if format(of: path) != nil {
      guard Folder.isFolder(path) else { return }
      throw UserError(
        "DR-717", .cannotCreate, at: path, "a folder stands there",
        remedy: "give another name for the file")
    }
    guard Folder.exists(path) else { return }
    guard Folder.isFolder(path) else {
      throw UserError(
        "DR-717", .cannotCreate, at: path, "a file stands there",
        remedy: "give another folder, or a file that ends in .csv, .json, .geojson, .md or .html")
    }
    if let stray = try Folder.names(path).first(where: { !names.contains($0) }) {
      throw UserError(
        "DR-717", .cannotCreate, at: "\(path)/\(stray)",
        "the file is not part of a comparison, and the folder is not replaced",
        remedy: "give another folder, or an empty one")
    }
  }

  /// Writes to a path: what its ending says, or a folder of all, whole or not at all.
  ///
  /// - Throws: as ``check(_:)``, DR-703 when it cannot be written.
  public func write(to path: String) throws(UserError) {
    try Self.check(path)
    let path = RunFolder(path).path
    guard let format = Self.format(of: path) else { return try writeFolder(path) }
    try FileAccess.writeAtomically(
      format == .text ? Array(markdown.utf8) : bytes(format), to: path)
  }

  /// What goes to the screen.
  public func bytes(_ format: Format) throws(UserError) -> [UInt8] {
    switch format {
    case .text: Array(ComparisonReport(comparison, language).terminal().utf8)
    case .json: try comparison.json()
    case .csv: comparison.csv()
    case .geoJSON: try comparison.geoJSON()
    case .html: try ComparisonPage(comparison, language, sources: sources()).html()
    }
  }

  private var markdown: String { ComparisonReport(comparison, language).markdown() }

  private static func format(of path: String) -> Format? {
    formats.first { path.hasSuffix($0.ending) }?.format
  }

  /// Beside the folder under another name, then renamed.
  private func writeFolder(_ path: String) throws(UserError) {
    let parent = Folder.parent(path)
    try Folder.makeAll(parent)
    let (new, old) = (
      "\(path).partial-\(Folder.processID())", "\(path).old-\(Folder.processID())"
    )
    Folder.remove(new)
    try Folder.make(new)
    do throws(UserError) {
      try FileAccess.write(comparison.csv(), to: "\(new)/compare.csv")
      try FileAccess.write(comparison.countiesCSV(), to: "\(new)/counties.csv")
      try FileAccess.write(comparison.geoJSON(), to: "\(new)/compare.geojson")
      try FileAccess.write(comparison.json(), to: "\(new)/compare.json")
      try FileAccess.write(Array(markdown.utf8), to: "\(new)/compare.md")
      try FileAccess.write(bytes(.html), to: "\(new)/comparison.html")
      if Folder.exists(path) { try Folder.move(path, to: old) }
      do throws(UserError) {
        try Folder.move(new, to: path)
      } catch {
        if Folder.exists(old) { try? Folder.move(old, to: path) }
        throw error
      }
    } catch {
      Folder.remove(new)
      throw error
    }
    Folder.remove(old)
  }
}
