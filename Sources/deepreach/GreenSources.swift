import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import Territory

/// The books that `green` computes with: those that a run was made by, and batteries.
struct GreenSources {
  let geodata: Geodata
  /// Of the user's batteries; nil for the bundled book.
  let bookPath: String?

  private static let bundled = "geodata/"

  /// The manifest of a run of plan.
  ///
  /// - Throws: DR-702, DR-705 when there is no run, DR-940 for one of another verb.
  func manifest(of folder: String) throws(UserError) -> Manifest {
    let path = RunFolder(folder).path
    let file = "\(path)/\(RunFolder.manifestName)"
    let manifest = try Manifest(parsing: FileAccess.read(file), file: file)
    try GreenRun.checkIsPlan(manifest, at: path)
    return manifest
  }

  /// - Throws: as ``books(of:)``, and as the run's reading.
  func result(
    of folder: String, _ manifest: Manifest, provinceNames: [String: String]
  ) throws(UserError) -> GreenResult {
    let books = try books(of: manifest)
    let run = try GreenRun(
      reading: folder, manifest: manifest, books: books, provinceNames: provinceNames)
    return GreenResult(books, run: run)
  }

  /// The run's books with the figures that it changed; the bundled ones without a run.
  ///
  /// - Throws: the readers' errors, DR-943 for a book that is no longer what the run was made by.
  func books(of manifest: Manifest?) throws(UserError) -> GreenBooks {
    let limits =
      manifest?.project["limits"]?.string ?? Self.bundled + Scene.limitsBook
    if let manifest {
      for name in ["books/bands.yaml", "books/costs.yaml"].map({ Self.bundled + $0 }) + [limits] {
        try check(name, manifest)
      }
      // Runs of earlier versions do not name it: their reports have nothing of it.
      let own = Self.bundled + GreenBook.file
      if bookPath == nil, manifest.inputs.contains(where: { $0.path == own }) {
        try check(own, manifest)
      }
    }
    let books = try Books(geodata, changes: changes(manifest))
    return GreenBooks(
      green: try GreenBook.read(path: bookPath ?? geodata.path(GreenBook.file)),
      limits: try LimitBook.read(path: path(of: limits)), costs: books.costs, bands: books.bands)
  }

  private func path(of name: String) -> String {
    name.hasPrefix(Self.bundled) ? geodata.path(String(name.dropFirst(Self.bundled.count))) : name
  }

  private func check(_ name: String, _ manifest: Manifest) throws(UserError) {
    let path = path(of: name)
    guard let digest = manifest.inputs.first(where: { $0.path == name }),
      try FileDigest(path: name, bytes: FileAccess.read(path)).sha256 == digest.sha256
    else {
      throw UserError(
        "DR-943", .badData, at: path, "the book is not the one that the run was made by",
        remedy: "restore it, or make the run again")
    }
  }

  /// Figures of books that were other in the run.
  private func changes(_ manifest: Manifest?) throws(UserError) -> [FigureChange] {
    var changes: [FigureChange] = []
    for entry in manifest?.project["books"]?.array ?? [] {
      guard let figure = entry.object?["figure"]?.string, let to = entry.object?["to"]?.double
      else { continue }
      changes.append(try FigureChange(path: figure, .set(to), at: RunFolder.manifestName))
    }
    return changes
  }
}
