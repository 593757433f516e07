import FoundationEssentials
public import Geometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An overlay: a folder of tables of `units/` that stand in for the bundled ones, with the reports of
/// the imports that made them.
public struct TerritoryFolder: Sendable {
  /// Path of the folder.
  public let path: String

  /// The tables an overlay may hold, each whole and in the bundled form.
  public static let tables = [
    "units/counties.csv", "units/prefectures.csv", "units/settlements.csv", "units/towns.csv",
  ]

  /// The reports an import leaves beside them.
  public static let reports = ImportSubject.allCases.flatMap(\.files)

  /// A folder at a path.
  public init(path: String) { self.path = path }

  /// The tables the folder holds, sorted.
  ///
  /// - Throws: DR-262 when there is no such folder or it holds no table, DR-263 when it holds a file
  ///   that no reader would read.
  public func heldTables() throws(UserError) -> [String] {
    guard let top = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw UserError(
        "DR-262", .missingInput, at: path, "there is no such folder of territory",
        remedy: "make one with an import")
    }
    let units = (try? FileManager.default.contentsOfDirectory(atPath: path + "/units")) ?? []
    let names = top.filter { $0 != "units" } + units.map { "units/" + $0 }
    for name in names.sorted() where !Self.tables.contains(name) && !Self.reports.contains(name) {
      throw UserError(
        "DR-263", .badData, at: "\(path)/\(name)", "no file of a territory has this name",
        remedy: "remove it; the tables are \(Self.tables.joined(separator: ", "))")
    }
    let held = Self.tables.filter(names.contains)
    guard !held.isEmpty else {
      throw UserError(
        "DR-262", .missingInput, at: path, "the folder holds no table of territory",
        remedy: "make one with an import")
    }
    return held
  }

  /// Writes files, each whole or not at all: all of them beside their places first, then renamed.
  ///
  /// - Throws: DR-265 when a file cannot be made; what stood there stays.
  public func write(_ files: [(file: String, bytes: [UInt8])]) throws(UserError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path + "/units", withIntermediateDirectories: true)
    } catch {
      throw cannotWrite("units")
    }
    let suffix = ".partial-\(getpid())"
    var drafts: [String] = []
    defer { for draft in drafts { unlink(draft) } }
    for (file, bytes) in files {
      let draft = "\(path)/\(file)\(suffix)"
      drafts.append(draft)
      do {
        try Data(bytes).write(to: URL(fileURLWithPath: draft))
      } catch {
        throw cannotWrite(file)
      }
    }
    for (file, _) in files {
      guard rename("\(path)/\(file)\(suffix)", "\(path)/\(file)") == 0 else {
        throw cannotWrite(file)
      }
    }
  }

  private func cannotWrite(_ file: String) -> UserError {
    UserError(
      "DR-265", .cannotCreate, at: "\(path)/\(file)", "cannot be made or written",
      remedy: "check that the folder may be written and the disk is not full")
  }
}
