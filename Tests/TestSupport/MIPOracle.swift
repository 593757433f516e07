import Foundation

/// A solver of mixed-integer programs that reads exported models. `DEEPREACH_MIP_ORACLE` names the program:
/// `tools/mip-oracle` is one.
public struct MIPOracle: Sendable {
  /// The program; nil where the variable is not set.
  public static let program = ProcessInfo.processInfo.environment["DEEPREACH_MIP_ORACLE"]

  /// What it says of a model.
  public struct Answer: Sendable {
    /// `optimal`, or why not.
    public let status: String
    /// Least objective.
    public let objective: Double
  }

  /// Answers by the path of the model.
  public static func answers(_ models: [String]) throws -> [String: Answer] {
    guard let program else { return [:] }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = models
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return [:] }
    var answers: [String: Answer] = [:]
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3, let objective = Double(words[2]) else { continue }
      answers[words[0]] = Answer(status: words[1], objective: objective)
    }
    return answers
  }
}
