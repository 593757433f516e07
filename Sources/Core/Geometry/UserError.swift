/// A mistake in what the user gave: a bad file, a bad value, an impossible request.
///
/// Every error names where it was found, what was found there and what would be right. `code` is
/// stable (`DR-xxx`) and listed in docs/errors.md; `status` is the exit status of sysexits.h.
public struct UserError: Error, Hashable, Sendable {
  /// Exit statuses after sysexits.h.
  public enum Status: Int32, Sendable {
    case usage = 64
    case badData = 65
    case missingInput = 66
    case unavailable = 69
    case cannotCreate = 73
    case inputOutput = 74
  }

  public let code: String
  public let status: Status
  /// File, line, column or feature: `sites.csv:14`, `--region`.
  public let place: String
  /// What is wrong there, with the value that was found.
  public let problem: String
  /// What the user can do about it.
  public let remedy: String

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
  public var description: String { "\(code): \(place): \(problem); \(remedy)" }
}
