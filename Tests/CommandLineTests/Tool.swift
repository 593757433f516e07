import Foundation

/// Runs the program as a user does.
enum Tool {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program beside the test bundle.
  static var path: String {
    let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    let folder = URL(fileURLWithPath: bundle ?? CommandLine.arguments[0])
      .deletingLastPathComponent()
    return folder.appendingPathComponent("deepreach").path
  }

  /// Root of the package.
  static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  static func run(_ arguments: [String], in folder: URL? = nil) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["DEEPREACH_GEODATA": root.appendingPathComponent("geodata").path], uniquingKeysWith: { $1 })
    let scratch = FileManager.default.temporaryDirectory
    let names = [UUID().uuidString, UUID().uuidString].map { scratch.appendingPathComponent($0) }
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    for name in names { _ = FileManager.default.createFile(atPath: name.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOf: names[0], encoding: .utf8),
      errors: try String(contentsOf: names[1], encoding: .utf8))
  }
}
