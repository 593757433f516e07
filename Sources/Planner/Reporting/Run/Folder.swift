import Geometry

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the run folder asks of the file system.
enum Folder {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFDIR
  }

  static func make(_ path: String) throws(UserError) {
    guard mkdir(path, 0o755) == 0 else {
      throw UserError(
        "DR-703", .cannotCreate, at: path, "cannot be made: \(FileAccess.reason())",
        remedy: "check that the folder above is there and may be written")
    }
  }

  /// Makes the folder and those above it that are missing.
  static func makeAll(_ path: String) throws(UserError) {
    guard !path.isEmpty, !isFolder(path) else { return }
    try makeAll(parent(path))
    // Another process may have made it in between.
    if mkdir(path, 0o755) != 0, !isFolder(path) { try make(path) }
  }

  static func move(_ from: String, to: String) throws(UserError) {
    guard rename(from, to) == 0 else { throw FileAccess.cannotWrite(to) }
  }

  /// Whether the path is a folder itself, not a link to one.
  private static func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFDIR
  }

  /// Names in the folder, in order of their bytes, without hidden ones.
  static func names(_ path: String) throws(UserError) -> [String] {
    try allNames(path).filter { !$0.hasPrefix(".") }
  }

  private static func allNames(_ path: String) throws(UserError) -> [String] {
    guard let folder = opendir(path) else {
      throw UserError(
        "DR-702", .missingInput, at: path, "cannot be opened: \(FileAccess.reason())",
        remedy: "give the folder of a run")
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes a file, or a folder with all that is in it. A link goes, what it leads to stays; what
  /// cannot be removed stays too.
  static func remove(_ path: String) {
    guard isOwnFolder(path) else {
      unlink(path)
      return
    }
    for name in (try? allNames(path)) ?? [] { remove("\(path)/\(name)") }
    rmdir(path)
  }

  /// The path of the folder above; empty for a name alone, which stands in the current folder.
  static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Path of the folder that relative paths begin at; empty where the system does not say.
  static var current: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  static func processID() -> Int32 { getpid() }
}
