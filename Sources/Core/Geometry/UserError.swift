/// A mistake in what the user gave: a bad file, a bad value, an impossible request.
///
/// Every error names where it was found, what was found there and what would be right. `code` is
/// stable (`DR-xxx`) and listed in docs/errors.md; `status` is the exit status of sysexits.h.
public struct UserError: Error, Hashable, Sendable {
  /// Exit statuses after sysexits.h.
  public enum Status: Int32, Sendable {
    /// The command line is wrong.
    case usage = 64
    /// A file or value that was given is wrong.
    case badData = 65
    /// A file that was named is not there.
    case missingInput = 66
    /// A library or solver is not there.
    case unavailable = 69
    /// An output cannot be made.
    case cannotCreate = 73
    /// Reading or writing failed.
    case inputOutput = 74
  }

  /// Stable code, `DR-xxx`.
  public let code: String
  /// Exit status of a command that ends with this error.
  public let status: Status
  /// File, line, column or feature: `sites.csv:14`, `--region`.
  public let place: String
  /// What is wrong there, with the value that was found.
  public let problem: String
  /// What the user can do about it.
  public let remedy: String

  /// An error by its parts; the texts are sentences without capital and full stop.
  public init(
    _ code: String, _ status: Status, at place: String, _ problem: String, remedy: String
  ) {
    self.code = code
    self.status = status
    self.place = place
    self.problem = problem
    self.remedy = remedy
  }
}

extension UserError: CustomStringConvertible {
  /// The error on one line: code, place, problem, remedy.
  public var description: String { "\(code): \(place): \(problem); \(remedy)" }
}
