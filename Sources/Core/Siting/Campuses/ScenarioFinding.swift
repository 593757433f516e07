public import Radio
public import Territory

/// Whether a scenario can run at a campus.
public enum ScenarioVerdict: String, Codable, CaseIterable, Sendable {
  /// Over the public network as it is.
  case yes
  /// Over the public network with what is missing.
  case missing
  /// Not over the public network, whatever is added to it.
  case no
}

/// What keeps a scenario from the public network.
public enum ScenarioObstacle: String, Codable, CaseIterable, Sendable {
  /// A terminal's rate at a cell's edge.
  case rate
  /// What all its terminals send.
  case capacity
  case latency
  case reliability
  case positioning
}

/// One scenario at one campus, taken alone.
public struct ScenarioFinding: Hashable, Sendable {
  /// Id of the scenario.
  public let scenario: String
  /// Terminals.
  public let terminals: Int
  /// Whether it can run.
  public let verdict: ScenarioVerdict
  /// Parts of the cheapest network for it alone; of a private one where the verdict is no.
  public let parts: [CampusPart]
  /// What the public network as it is lacks, or with all parts where the verdict is no.
  public let obstacles: [ScenarioObstacle]
  /// Whole yuan of the cheapest network for it alone; nil where none meets it.
  public let costYuan: Int?
  /// Budget of that network, of the slower of halls and yard; nil where none meets it.
  public let latencyMilliseconds: Double?
  /// What its active terminals send.
  public let uplinkMbps: Double

  /// Whether some network meets it, be it a private one.
  public var isMet: Bool { costYuan != nil }
}

/// What a campus needs, and the cheapest network that gives all of it that can be given.
public struct CampusFinding: Sendable {
  /// Which campus.
  public let campus: Campus
  /// Whose network.
  public let group: NetworkGroup
  /// Band of its own cells.
  public let band: String
  /// In the order of the book.
  public let scenarios: [ScenarioFinding]
  /// For all scenarios that can be met together; without parts where the public network as it is does.
  public let configuration: CampusConfiguration
}
