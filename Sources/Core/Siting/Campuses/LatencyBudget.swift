public import Territory

/// One way from a terminal to its application, part by part: a stated budget, never a measurement.
public struct LatencyBudget: Hashable, Sendable {
  /// Wait for a slot, grant and a repetition.
  public let airMilliseconds: Double
  /// Waiting behind others.
  public let queueMilliseconds: Double
  /// Cables and rings to the core.
  public let transportMilliseconds: Double
  /// Light in glass.
  public let distanceMilliseconds: Double
  /// User plane and server.
  public let coreMilliseconds: Double

  /// All of it.
  public var milliseconds: Double {
    airMilliseconds + queueMilliseconds + transportMilliseconds + distanceMilliseconds
      + coreMilliseconds
  }

  /// The budget of one access with a core.
  ///
  /// - Parameters:
  ///   - isDedicated: by a cell of the campus.
  ///   - isLocal: the user plane stands at the campus.
  public init(
    _ figures: LatencyFigures, pattern: TDDPattern, isDedicated: Bool, core: CampusCore,
    isLocal: Bool
  ) {
    airMilliseconds = pattern.airMilliseconds.value
    queueMilliseconds =
      isDedicated
      ? figures.dedicatedQueueMilliseconds.value
      : core == .shared
        ? figures.publicQueueMilliseconds.value : figures.sliceQueueMilliseconds.value
    // A public cell's traffic goes to the ring and back even where the user plane is near.
    transportMilliseconds =
      isDedicated && isLocal
      ? figures.localTransportMilliseconds.value : figures.transportMilliseconds.value
    distanceMilliseconds =
      isLocal
      ? 0 : figures.coreKilometres.value * figures.microsecondsPerKilometre.value / 1000
    coreMilliseconds =
      isLocal ? figures.edgeMilliseconds.value : figures.coreMilliseconds.value
  }
}

/// Whose core a campus' traffic runs over.
public enum CampusCore: String, Codable, CaseIterable, Sendable {
  /// The public one, best effort.
  case shared
  /// A slice of the public one.
  case slice
  /// One at the campus, of a private network.
  case `private`
}
