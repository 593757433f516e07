import Territory

/// A hard condition of readiness.
public enum ReadinessGate: String, Codable, CaseIterable, Sendable {
  /// Every link on the cheapest way to a place with stations is short enough.
  case backhaul
  /// Grid power is there.
  case power
  /// The local government has committed itself.
  case localCommitment = "local-commitment"
}

/// What a gate's value rests on, as `readiness.csv` has it.
public enum GateBasis: String, Codable, CaseIterable, Sendable {
  /// The user said so.
  case given
  /// A station stands there.
  case station
  /// The model of links.
  case modelled
  /// Nothing is known, and the book lets that pass.
  case assumed
  /// Nothing is known.
  case unknown
}

/// A gate at a place: what was found against what is asked.
public struct GateFinding: Hashable, Sendable {
  /// Which gate.
  public let gate: ReadinessGate
  /// Kilometres of backhaul; 1 or 0 for power and commitment; nil where unknown, or where there is no
  /// way to any place with stations.
  public let value: Double?
  /// Most kilometres; for the others 1 where the condition must be known to hold, 0 where not.
  public let limit: Double
  /// What the value rests on.
  public let basis: GateBasis
  /// Key of the reason why it shuts; nil where it lets the place pass.
  public let refusal: String?

  /// A finding.
  public init(
    gate: ReadinessGate, value: Double?, limit: Double, basis: GateBasis, refusal: String?
  ) {
    self.gate = gate
    self.value = value
    self.limit = limit
    self.basis = basis
    self.refusal = refusal
  }

  /// Whether it lets the place pass.
  public var passes: Bool { refusal == nil }
}

extension GateFinding {
  static let tooFar = "backhaul-too-far"
  static let noPower = "no-power"
  static let noCommitment = "no-local-commitment"
  static let commitmentUnknown = "local-commitment-unknown"

  /// The gate of backhaul, judged by the longest link on the way.
  static func backhaul(_ facts: ReadinessFacts, _ gates: ReadinessBook.Gates) -> GateFinding {
    let longest =
      facts.way?.longestRouteMetres ?? facts.backhaul?.routeMetres
      ?? (facts.isReachable ? 0 : nil)
    return GateFinding(
      gate: .backhaul, value: longest.map { $0 / 1000 }, limit: gates.backhaulKilometres.value,
      basis: facts.backhaul != nil ? .modelled : facts.isReachable ? .station : .unknown,
      refusal: facts.isReachable ? nil : tooFar)
  }

  /// The gate of power: what the user says goes before the station that stands there, and that before
  /// the book.
  static func power(_ facts: ReadinessFacts, _ gates: ReadinessBook.Gates) -> GateFinding {
    let mayAssume = gates.powerAvailable.value >= 1
    func finding(_ value: Double?, _ basis: GateBasis, passes: Bool) -> GateFinding {
      GateFinding(
        gate: .power, value: value, limit: mayAssume ? 0 : 1, basis: basis,
        refusal: passes ? nil : noPower)
    }
    if let power = facts.signals.power { return finding(power ? 1 : 0, .given, passes: power) }
    if facts.existingStations > 0 { return finding(1, .station, passes: true) }
    return finding(nil, mayAssume ? .assumed : .unknown, passes: mayAssume)
  }

  /// The gate of local commitment, which a book may leave unasked.
  static func localCommitment(
    _ facts: ReadinessFacts, _ gates: ReadinessBook.Gates
  ) -> GateFinding {
    let isAsked = gates.localCommitment.value >= 1
    let given = facts.signals.localCommitment
    let refusal = given == nil ? commitmentUnknown : noCommitment
    return GateFinding(
      gate: .localCommitment, value: given.map { $0 ? 1 : 0 }, limit: isAsked ? 1 : 0,
      basis: given != nil ? .given : isAsked ? .unknown : .assumed,
      refusal: !isAsked || given == true ? nil : refusal)
  }
}
