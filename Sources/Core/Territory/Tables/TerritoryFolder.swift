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
    let isCountry = top.contains(Country.file)
    let tables = isCountry ? Country.tables : Self.tables
    let folders = isCountry ? ["boundaries", "units"] : ["units"]
    var names = top.filter { !folders.contains($0) && !(isCountry && $0 == Country.file) }
    for folder in folders {
      let held = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
      names += held.map { folder + "/" + $0 }
    }
    for name in names.sorted() where !tables.contains(name) && !Self.reports.contains(name) {
      throw UserError(
        "DR-263", .badData, at: "\(path)/\(name)", "no file of a territory has this name",
        remedy: "remove it; the tables are \(tables.joined(separator: ", "))")
    }
    let held = tables.filter(names.contains)
    if isCountry, let missing = tables.first(where: { !held.contains($0) }) {
      throw UserError(
        "DR-262", .missingInput, at: "\(path)/\(missing)", "the country's folder lacks the table",
        remedy: "make the folder anew with `deepreach import areas`")
    }
    guard !held.isEmpty else {
      throw UserError(
        "DR-262", .missingInput, at: path, "the folder holds no table of territory",
        remedy: "make one with an import")
    }
    return held
  }

  /// The country whose territory the folder is; nil for tables of China's.
  ///
  /// - Throws: as ``Country/read(path:)``.
  public func country() throws(UserError) -> Country? {
    let file = path + "/" + Country.file
    return FileManager.default.fileExists(atPath: file) ? try Country.read(path: file) : nil
  }

  /// Checks that a country's territory may be written into the folder: it is not there, is empty, or holds
  /// that country's.
  ///
  /// - Throws: DR-277 when it holds anything else; as ``heldTables()`` and ``country()``.
  public func checkHolds(_ country: Country) throws(UserError) {
    let top = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard !top.isEmpty else { return }
    _ = try heldTables()
    guard let held = try self.country(), held.code == country.code else {
      throw UserError(
        "DR-277", .usage, at: path, "the folder holds another territory",
        remedy: "name a new folder")
    }
  }

  /// Writes files, each whole or not at all: all of them beside their places first, then renamed.
  ///
  /// - Throws: DR-265 when a file cannot be made; what stood there stays.
  public func write(_ files: [(file: String, bytes: [UInt8])]) throws(UserError) {
    do {
      let folders = Set(files.compactMap { $0.file.split(separator: "/").dropLast().first })
      for folder in folders.union(["units"]).sorted() {
        try FileManager.default.createDirectory(
          atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
      }
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
