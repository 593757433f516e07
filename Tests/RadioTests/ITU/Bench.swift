import FoundationEssentials

/// Published instances that may stand beside the project, in `../shared/bench`.
enum Bench {
  /// Path of an instance; the package's folder is four above this file's.
  static func path(_ name: String) -> String {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<5 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("shared/bench").appendingPathComponent(name).path
  }

  static func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name))
  }
}
