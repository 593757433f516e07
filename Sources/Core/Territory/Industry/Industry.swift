/// One of the ten key industries of "5G + industrial internet" (the 512 project).
public struct Industry: Codable, Hashable, Sendable {
  /// Stable identity, `mining`.
  public let id: String
  /// Official name.
  public let zh: String
  /// Translation of ours.
  public let en: String
  /// Batch in which it was named, 1 or 2.
  public let batch: Int
  /// Where it was named.
  public let source: String
}

/// One of the twenty typical scenarios: official by name, indicative in every figure.
public struct IndustryScenario: Codable, Hashable, Sendable {
  /// Stable identity, `machine-vision-inspection`.
  public let id: String
  /// Official name.
  public let zh: String
  /// Translation of ours.
  public let en: String
  /// Batch in which it was named, 1 or 2.
  public let batch: Int
  /// Where it was named.
  public let source: String
  /// Ids of the industries that use it where nothing else is said.
  public let industries: [String]
  /// What a terminal sends while it is active.
  public let uplinkMbps: Figure
  /// What a terminal receives while it is active.
  public let downlinkMbps: Figure
  /// One way from the terminal to the application, at most.
  public let latencyMilliseconds: Figure
  /// Share of the time that it must work.
  public let reliability: Figure
  /// Terminals for every hundred employees.
  public let terminalsPer100Employees: Figure
  /// Share of the terminals that send at once in the busy hour.
  public let activeShare: Figure
  /// Share of the terminals in halls.
  public let indoorShare: Figure
  /// What else it asks.
  public let asks: Demands

  /// What a scenario asks beyond figures.
  public struct Demands: Codable, Hashable, Sendable {
    /// Terminals must be located by the network.
    public let positioning: Bool
    /// Two layers of cells must reach every terminal.
    public let redundancy: Bool
    /// How well that is founded.
    public let kind: FigureKind
    /// Where it comes from.
    public let source: String
  }
}

/// What kind of place a campus is.
public enum CampusKind: String, Codable, CaseIterable, Sendable {
  case factory
  case mine
  case port
  /// Substation or power plant.
  case gridStation = "grid-station"
  case park
  /// Small firms side by side.
  case cluster
}
