public import Radio

/// One criterion of a standard, held against one settlement.
public struct CriterionResult: Hashable, Sendable {
  /// Key of the criterion: `outdoor-share`, `indoor-share`, `stations-per-10k`, `reach`.
  public let criterion: String
  /// Status that asks for it.
  public let status: CoverageStatus
  /// What was measured.
  public let value: Double
  /// What must be reached.
  public let threshold: Double
  /// Unit of value and threshold: `1` for shares, `1/10k`.
  public let unit: String

  /// A criterion and what was measured.
  public init(
    criterion: String, status: CoverageStatus, value: Double, threshold: Double, unit: String
  ) {
    self.criterion = criterion
    self.status = status
    self.value = value
    self.threshold = threshold
    self.unit = unit
  }

  /// Whether the threshold is reached.
  public var passed: Bool { value >= threshold }
  /// How much is missing (negative) or spare, in the criterion's unit.
  public var margin: Double { value - threshold }
}

/// What a network group's network is at one settlement, by one standard.
public struct SettlementAudit: Hashable, Sendable {
  /// Id of the settlement.
  public let settlement: String
  /// Whose network.
  public let group: NetworkGroup
  /// Highest status whose criteria, and those below, all hold.
  public let status: CoverageStatus
  /// Every criterion of every status, in the standard's order.
  public let results: [CriterionResult]
  /// Stations counted for the settlement.
  public let stations: Int
  /// Share of the footprint's area served outdoors, 0 to 1.
  public let outdoorShare: Double
  /// Share of residents served inside buildings, 0 to 1.
  public let indoorShare: Double
  /// Cells that were looked at.
  public let gridPoints: Int
  /// SS-SINR, limiting links and models; nil where they were not asked for.
  public let signal: SignalFigures?
  /// Capacity against the busy hour; nil where it was not asked for.
  public let load: CapacityLoad?

  /// An audit.
  public init(
    settlement: String, group: NetworkGroup, status: CoverageStatus, results: [CriterionResult],
    stations: Int, outdoorShare: Double, indoorShare: Double, gridPoints: Int,
    signal: SignalFigures? = nil, load: CapacityLoad? = nil
  ) {
    self.settlement = settlement
    self.group = group
    self.status = status
    self.results = results
    self.stations = stations
    self.outdoorShare = outdoorShare
    self.indoorShare = indoorShare
    self.gridPoints = gridPoints
    self.signal = signal
    self.load = load
  }

  /// The first criterion that keeps the settlement from the next status; nil when it is deep.
  public var failing: CriterionResult? {
    results.first { $0.status > status && !$0.passed }
  }
}
