/// Something that does not hold in a run.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// Stable code, listed in docs/errors.md.
  public let code: String
  /// File inside the run, with the line where there is one.
  public let place: String
  /// What does not hold.
  public let problem: String

  /// A finding at a file, or at a line of it.
  public init(_ code: String, in file: String, line: Int? = nil, _ problem: String) {
    self.code = code
    place = line.map { "\(file):\($0)" } ?? file
    self.problem = problem
  }

  /// One line for the terminal.
  public var description: String { "\(code): \(place): \(problem)" }
}
