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

    /// Title of its part of a report.
    var title: ImportText {
      switch self {
      case .recoded: ImportText("recoded", "改码")
      case .shared: ImportText("shared", "分摊")
      case .repaired: ImportText("repaired", "修正")
      case .setAside: ImportText("set-aside", "搁置")
      case .refused: ImportText("refused", "拒绝")
      case .noted: ImportText("noted", "说明")
      }
    }
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
  public let reason: ImportText

  /// A finding.
  public init(
    _ treatment: Treatment, line: Int?, code: String, name: String, people: Int? = nil,
    targets: [String] = [], reason: ImportText
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
  /// Areas of another country.
  case areas

  /// Title of the report.
  var title: ImportText {
    switch self {
    case .census: ImportText("Import: census", "导入：普查人口")
    case .towns: ImportText("Import: towns", "导入：乡镇位置")
    case .population: ImportText("Import: population", "导入：人口格网")
    case .areas: ImportText("Import: areas", "导入：他国区域")
    }
  }

  /// What is counted by province.
  var measure: ImportText {
    switch self {
    case .census, .population, .areas: ImportText("residents", "人口")
    case .towns: ImportText("positions_not_modelled", "非模型位置数")
    }
  }

  /// The report's files.
  public var files: [String] {
    ["\(rawValue)-import.md", "\(rawValue)-findings.csv", "\(rawValue)-provinces.csv"]
  }
}
