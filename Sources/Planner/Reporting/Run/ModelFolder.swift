public import Geometry
public import Radio

/// A folder of models for other solvers, one a settlement and group: `<settlement>-<group>.mps`. It appears
/// whole or not at all, and takes the place of an older one; a folder that holds anything else is never
/// replaced.
public struct ModelFolder: Hashable, Sendable {
  /// Path of the folder, without a slash at its end.
  public let path: String

  /// The folder at a path, which need not be there yet.
  public init(_ path: String) { self.path = RunFolder(path).path }

  /// Name of the file of a settlement and group.
  public static func fileName(settlement: String, group: NetworkGroup) -> String {
    "\(settlement)-\(group.rawValue).mps"
  }

  /// Refuses a target that models must not replace; to be asked before long work begins.
  ///
  /// - Parameter run: the folder of the run, which models must stay out of.
  /// - Throws: `DR-591` when a file, or a folder with other files than models, stands there; `DR-592`
  ///   when one of the two folders would lie in the other.
  public func checkReplaceable(beside run: RunFolder) throws(UserError) {
    let (own, other) = (Self.parts(path), Self.parts(run.path))
    guard !own.starts(with: other), !other.starts(with: own) else {
      throw UserError(
        "DR-592", .usage, at: "--export-models",
        "'\(path)' and the run's folder '\(run.path)' lie in one another",
        remedy: "give a folder beside the run's")
    }
    guard Folder.exists(path) else { return }
    guard Folder.isFolder(path) else {
      throw UserError(
        "DR-591", .cannotCreate, at: path, "a file stands there",
        remedy: "give another folder for the models")
    }
    if let stray = try Folder.names(path).first(where: { !Self.isModel($0) }) {
      throw UserError(
        "DR-591", .cannotCreate, at: "\(path)/\(stray)",
        "the file is no model of a settlement and would be lost",
        remedy: "move it elsewhere, or give another folder")
    }
  }

  /// Writes the models, replacing older ones.
  ///
  /// - Parameter body: writes models by name; it may be called from any thread.
  /// - Throws: what the body throws; `DR-703` when something cannot be written. Nothing has changed then.
  public func replace(
    _ body: (ModelDraft) throws(UserError) -> Void
  ) throws(UserError) {
    try FolderSwap.replace(path) { new throws(UserError) in try body(ModelDraft(path: new)) }
  }

  /// Whether a name is a settlement's digits, a hyphen, a group and `.mps`.
  private static func isModel(_ name: String) -> Bool {
    NetworkGroup.allCases.contains { group in
      let end = "-\(group.rawValue).mps"
      let start = name.dropLast(end.count)
      return name.hasSuffix(end) && !start.isEmpty && start.allSatisfy { ("0"..."9").contains($0) }
    }
  }

  /// Names along a path from the root.
  static func parts(_ path: String) -> [Substring] {
    let whole = path.hasPrefix("/") ? path : Folder.current + "/" + path
    return whole.split(separator: "/").reduce(into: []) { parts, name in
      switch name {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(name)
      }
    }
  }
}

/// Models that are being written.
public struct ModelDraft: Sendable {
  let path: String

  /// Writes a model.
  ///
  /// - Throws: `DR-703` when it cannot be written.
  public func write(_ bytes: [UInt8], as name: String) throws(UserError) {
    try FileAccess.write(bytes, to: "\(path)/\(name)")
  }
}
