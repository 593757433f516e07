/// What is known of a place beyond the bundled tables. Nil is unknown: it is shown as such, and left
/// out of the score.
public struct ReadinessSignals: Hashable, Sendable {
  /// Traffic or terminals, 0 to 1.
  public var traffic: Double?
  /// Parks and manufacturing, 0 to 1.
  public var industry: Double?
  /// Stations, ports, airports, 0 to 1.
  public var transport: Double?
  /// Scenic areas, 0 to 1.
  public var scenic: Double?
  /// Support of the local government (sites, power, opening of public buildings), 0 to 1.
  public var localSupport: Double?
  /// Whether the local government has committed itself.
  public var localCommitment: Bool?
  /// Whether grid power is there.
  public var power: Bool?
  /// Whether the place lies in a county on the land border.
  public var border: Bool?
  /// Whether it lies in a national key assisted county (国家乡村振兴重点帮扶县).
  public var assisted: Bool?

  /// Nothing known.
  public init() {}

  /// These, and where they are unknown the others.
  public func completed(by others: ReadinessSignals) -> ReadinessSignals {
    var whole = self
    whole.traffic = traffic ?? others.traffic
    whole.industry = industry ?? others.industry
    whole.transport = transport ?? others.transport
    whole.scenic = scenic ?? others.scenic
    whole.localSupport = localSupport ?? others.localSupport
    whole.localCommitment = localCommitment ?? others.localCommitment
    whole.power = power ?? others.power
    whole.border = border ?? others.border
    whole.assisted = assisted ?? others.assisted
    return whole
  }
}
