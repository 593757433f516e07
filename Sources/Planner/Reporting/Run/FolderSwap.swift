import Geometry

/// Makes a folder whole or not at all: everything is written into a hidden folder beside the target and
/// renamed at the end. What stood there is renamed aside first and removed last, and comes back if the new
/// one cannot take its place.
enum FolderSwap {
  /// - Parameter body: writes into the folder at the path that it is given.
  /// - Throws: what the body throws; `DR-703` when something cannot be written. Nothing has changed then.
  static func replace(
    _ path: String, _ body: (String) throws(UserError) -> Void
  ) throws(UserError) {
    let parent = Folder.parent(path)
    try Folder.makeAll(parent)
    let prefix = parent.isEmpty ? "" : parent == "/" ? "/" : "\(parent)/"
    let name = path.split(separator: "/").last ?? "run"
    let new = "\(prefix).\(name).partial-\(Folder.processID())"
    let old = "\(prefix).\(name).old-\(Folder.processID())"
    Folder.remove(new)
    try Folder.make(new)
    do {
      try body(new)
      try takePlace(of: path, new, old: old)
    } catch {
      Folder.remove(new)
      throw error
    }
    Folder.remove(old)
  }

  private static func takePlace(
    of path: String, _ new: String, old: String
  ) throws(UserError) {
    guard Folder.exists(path) else { return try Folder.move(new, to: path) }
    try Folder.move(path, to: old)
    do {
      try Folder.move(new, to: path)
    } catch {
      try? Folder.move(old, to: path)
      throw error
    }
  }
}
