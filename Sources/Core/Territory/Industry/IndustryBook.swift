public import Geometry

/// The book of industries, scenarios, campuses and what their networks cost: `books/industry.yaml`.
public struct IndustryBook: Codable, Sendable {
  /// The ten key industries, in the official order.
  public let industries: [Industry]
  /// The twenty typical scenarios, in the official order.
  public let scenarios: [IndustryScenario]
  /// People and halls of each kind of campus, by its raw value.
  public let campuses: [String: CampusForm]
  /// How campuses are estimated where none is given.
  public let estimate: CampusEstimateRule
  /// Patterns of a TDD carrier.
  public let tdd: [TDDPattern]
  /// What cells of a campus are.
  public let radio: CampusRadioFigures
  /// One way from terminal to application.
  public let latency: LatencyFigures
  /// Shares of the time that parts work.
  public let availability: AvailabilityFigures
  /// Locating terminals.
  public let positioning: PositioningFigures
  /// What else a network of a campus is made of.
  public let parts: CampusPartFigures

  /// The bundled book's place in geodata.
  public static let file = "books/industry.yaml"

  /// Reads the book.
  ///
  /// - Throws: the reader's errors; DR-910 for a name that stands twice or is unknown, a share outside 0 to 1, a
  ///   figure that is not above 0 or beyond a million million, a kind of campus that is missing.
  public static func read(path: String) throws(UserError) -> IndustryBook {
    let book = try BookReader.read(IndustryBook.self, path: path)
    try book.check(path)
    return book
  }

  /// An industry by id or name in either language.
  public func industry(named word: String) -> Industry? {
    let plain = ColumnNames.plain(word)
    return industries.first {
      [$0.id, $0.zh, $0.en].contains { ColumnNames.plain($0) == plain }
    }
  }

  /// A scenario by id or name in either language.
  public func scenario(named word: String) -> IndustryScenario? {
    let plain = ColumnNames.plain(word)
    return scenarios.first {
      [$0.id, $0.zh, $0.en].contains { ColumnNames.plain($0) == plain }
    }
  }

  /// A pattern by name, `7:3`.
  ///
  /// - Throws: DR-919 for one that the book does not have.
  public func pattern(_ name: String) throws(UserError) -> TDDPattern {
    let plain = name.filter { !$0.isWhitespace }.map { $0 == "：" ? ":" : $0 }
    if let pattern = tdd.first(where: { $0.name == String(plain) }) { return pattern }
    throw UserError(
      "DR-919", .usage, at: "--tdd", "no pattern is called '\(name)'",
      remedy: "give one of: \(tdd.map(\.name).joined(separator: ", "))")
  }

  /// People and halls of a kind of campus.
  public func form(_ kind: CampusKind) -> CampusForm? { campuses[kind.rawValue] }

  /// Terminals of every scenario that an industry uses, by employees; scenarios without one are left out.
  public func terminals(of industry: String, employees: Int) -> [String: Int] {
    var terminals: [String: Int] = [:]
    for scenario in scenarios where scenario.industries.contains(industry) {
      let count = Double(employees) * scenario.terminalsPer100Employees.value / 100
      if count.rounded() >= 1 { terminals[scenario.id] = Int(count.rounded()) }
    }
    return terminals
  }
}

/// People and halls of a kind of campus.
public struct CampusForm: Codable, Hashable, Sendable {
  /// Employees on a hectare.
  public let employeesPerHectare: Figure
  /// Share of the area that halls cover.
  public let hallShare: Figure
}

/// Slots of a TDD carrier.
public struct TDDPattern: Codable, Hashable, Sendable {
  /// Downlink to uplink, `7:3`.
  public let name: String
  /// Share of the time that the downlink has.
  public let downlinkShare: Figure
  /// Share of the time that the uplink has.
  public let uplinkShare: Figure
  /// Wait for a slot, grant and a repetition.
  public let airMilliseconds: Figure
}

/// How campuses are estimated from employment.
public struct CampusEstimateRule: Codable, Sendable {
  /// Share of the residents whom the shares of employed count.
  public let adultShare: Figure
  /// Employed of those.
  public let employedShare: Figure
  /// Of the employed.
  public let manufacturing: Figure
  /// Of the employed.
  public let mining: Figure
  /// Of the employed: electricity, heat, gas, water.
  public let utilities: Figure
  /// Size that campuses are given.
  public let employeesPerCampus: Figure
  /// Fewer employees of an industry in a county are no campus.
  public let leastEmployees: Figure
  /// Which part of an employment is whose.
  public let parts: [Part]

  /// An industry's part of an employment.
  public struct Part: Codable, Sendable {
    /// Id of the industry.
    public let industry: String
    /// Which employment.
    public let of: EmploymentBranch
    /// Kind of campus.
    public let campus: CampusKind
    /// Share of the employment, 0 to 1.
    public let share: Figure
    /// Residents of a square kilometre from which on a county is taken to have none of it, its part going to the
    /// other counties; nil where every county has its part.
    public let densest: Figure?
  }
}

/// A branch of the census' employment that campuses are estimated from.
public enum EmploymentBranch: String, Codable, CaseIterable, Sendable {
  case manufacturing
  case mining
  /// Electricity, heat, gas and water.
  case utilities
}
