public import Territory

/// The conditions of a settlement (有条件): whether it can be built now, and how much speaks for it.
/// Two separate outputs.
public struct Readiness: Hashable, Sendable {
  /// Every hard gate is passed, or the policy asks for the place whatever they say.
  public let feasible: Bool
  /// Weighted score of the signals that are known, 0 to 1.
  public let priority: Double
  /// Keys of the message catalogue: gates failed, then signals that speak for it, then unknown ones.
  public let reasons: [String]
  /// New link to the place that it hangs on; nil where it has backhaul.
  public let backhaul: BackhaulLink?
  /// Id of the settlement that it hangs on, where that one needs a new link itself: it must come first.
  public let waitsFor: String?
  /// The whole way to a place with stations; nil where that is not told.
  public let way: BackhaulWay?
  /// What each gate found, in the gates' order; empty where that is not told.
  public let gates: [GateFinding]
  /// What each signal says, in the signals' order; empty where that is not told.
  public let scores: [SignalScore]
  /// What the scores rest on beyond the bundled tables.
  public let signals: ReadinessSignals

  /// A judgement by its parts.
  public init(
    feasible: Bool, priority: Double, reasons: [String], backhaul: BackhaulLink? = nil,
    waitsFor: String? = nil, way: BackhaulWay? = nil, gates: [GateFinding] = [],
    scores: [SignalScore] = [], signals: ReadinessSignals = ReadinessSignals()
  ) {
    self.feasible = feasible
    self.priority = priority
    self.reasons = reasons
    self.backhaul = backhaul
    self.waitsFor = waitsFor
    self.way = way
    self.gates = gates
    self.scores = scores
    self.signals = signals
  }

  /// New fibre along the modelled route; 0 where the link is microwave or there is none.
  public var fibreMetres: Int {
    guard let backhaul, backhaul.medium == .fibre else { return 0 }
    return Int(backhaul.routeMetres.rounded())
  }

  /// What a gate found.
  public subscript(gate: ReadinessGate) -> GateFinding? { gates.first { $0.gate == gate } }
}

/// What is known of a settlement before its readiness is judged.
public struct ReadinessFacts: Hashable, Sendable {
  /// City, county seat or town seat.
  public let kind: SettlementKind
  /// Residents.
  public let population: Int
  /// New link that it needs; nil with stations of its own.
  public let backhaul: BackhaulLink?
  /// Whether every link on its way to a place with stations passes the gate.
  public let isReachable: Bool
  /// Id of the settlement that has to be linked first.
  public let waitsFor: String?
  /// Stations that stand at the settlement, of any group.
  public let existingStations: Int
  /// The whole way to a place with stations; nil where that is not told.
  public let way: BackhaulWay?
  /// What the user and the map say.
  public let signals: ReadinessSignals

  /// What is known of a settlement.
  public init(
    kind: SettlementKind, population: Int, backhaul: BackhaulLink?, isReachable: Bool,
    waitsFor: String? = nil, existingStations: Int, way: BackhaulWay? = nil,
    signals: ReadinessSignals = ReadinessSignals()
  ) {
    self.kind = kind
    self.population = population
    self.backhaul = backhaul
    self.isReachable = isReachable
    self.waitsFor = waitsFor
    self.existingStations = existingStations
    self.way = way
    self.signals = signals
  }
}
