import Foundation
import TestSupport

/// Real data beside the project: the package's folder is four above this file's.
enum SharedData {
  static func path(_ name: String) -> String {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<5 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("shared/data").appendingPathComponent(name).path
  }

  static func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name))
  }
}

extension SharedData {
  /// Path of the text of a file that is packed with gzip.
  static func unzipped(_ name: String, into scratch: Scratch) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path(name)]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let target = scratch.path("unzipped.csv")
    try data.write(to: URL(fileURLWithPath: target))
    return target
  }
}
