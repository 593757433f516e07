public import Geometry

/// The folder of a run: it appears whole or not at all.
///
/// Everything is written into a hidden folder beside the target and renamed at the end. An older run
/// at the target is renamed aside first and removed last, and comes back if the new one cannot take
/// its place. A folder that holds anything else is never replaced.
public struct RunFolder: Hashable, Sendable {
  /// Name of the manifest, by which a folder is known as a run.
  public static let manifestName = "run.json"
  /// Name of the file of times and memory, which differ from run to run and are not hashed.
  public static let timingsName = "timings.json"

  /// Path of the folder, without a slash at its end.
  public let path: String

  /// The folder at a path, which need not be there yet.
  public init(_ path: String) {
    var trimmed = path
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    self.path = trimmed
  }

  /// Refuses a target that a run must not replace; to be asked before long work begins.
  ///
  /// - Throws: `DR-704` when something other than a run, or than an empty folder, stands there, or a
  ///   run with files of somebody else's in it.
  public func checkReplaceable() throws(UserError) {
    guard Folder.exists(path) else { return }
    guard Folder.isFolder(path) else {
      throw UserError(
        "DR-704", .cannotCreate, at: path, "a file stands there",
        remedy: "give another folder for the run")
    }
    let names = try Folder.names(path)
    guard names.isEmpty || names.contains(Self.manifestName) else {
      throw UserError(
        "DR-704", .cannotCreate, at: path,
        "the folder holds no \(Self.manifestName), so it is not a run, and is not replaced",
        remedy: "give another folder, or an empty one")
    }
    if let stray = try strangers(among: names).first {
      throw UserError(
        "DR-704", .cannotCreate, at: "\(path)/\(stray)",
        "the file is not part of the run and would be lost",
        remedy: "move it elsewhere, or give another folder")
    }
  }

  /// Files beside those that the run's own manifest lists; none where there is no readable manifest.
  private func strangers(among names: [String]) throws(UserError) -> [String] {
    let file = "\(path)/\(Self.manifestName)"
    guard names.contains(Self.manifestName),
      let manifest = try? Manifest(parsing: FileAccess.read(file), file: file)
    else { return [] }
    let own = Set(manifest.outputs.map(\.path)).union([Self.manifestName, Self.timingsName])
    return names.filter { !own.contains($0) }
  }

  /// Writes a run with all its files, replacing an older run.
  ///
  /// - Parameter body: writes the files, the manifest last.
  /// - Throws: what the body throws; `DR-703` when something cannot be written; `DR-704` when the
  ///   target may not be replaced. Nothing has changed then.
  public func replace(_ body: (RunDraft) throws(UserError) -> Void) throws(UserError) {
    try checkReplaceable()
    try FolderSwap.replace(path) { new throws(UserError) in try body(RunDraft(path: new)) }
  }
}
