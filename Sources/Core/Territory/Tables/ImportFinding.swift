/// What became of a row of a table, or what an import has to say.
public struct ImportFinding: Hashable, Sendable {
  /// What was done.
  public enum Treatment: String, Codable, CaseIterable, Sendable {
    /// Given to the units that followed the one it names.
    case recoded
    /// Shared out over the units of the one above.
    case shared
    /// Taken, though something in it had to be read otherwise than it is written.
    case repaired
    /// Not a row of the units imported: a total, or a second telling.
    case setAside = "set-aside"
    /// Not taken.
    case refused
    /// No row: something about the tables as a whole.
    case noted
  }

  /// What was done.
  public let treatment: Treatment
  /// Line of the table, from 1; nil where it is no row.
  public let line: Int?
  /// Code as it stands in the table, or of the unit spoken of.
  public let code: String
  /// Name as it stands in the table, or of the unit spoken of.
  public let name: String
  /// People of the row; nil where it has no figure that can be read.
  public let people: Int?
  /// Adcodes of the units that took it.
  public let targets: [String]
  /// Why.
  public let reason: String

  /// A finding.
  public init(
    _ treatment: Treatment, line: Int?, code: String, name: String, people: Int? = nil,
    targets: [String] = [], reason: String
  ) {
    self.treatment = treatment
    self.line = line
    self.code = code
    self.name = name
    self.people = people
    self.targets = targets
    self.reason = reason
  }
}

/// What is imported; names the files of its report.
public enum ImportSubject: String, Codable, CaseIterable, Sendable {
  /// Residents by county.
  case census
  /// Positions of towns.
  case towns
  /// A grid of population.
  case population

  /// The report's files.
  public var files: [String] {
    ["\(rawValue)-import.md", "\(rawValue)-findings.csv", "\(rawValue)-provinces.csv"]
  }
}
