/// What may speak for building at a place: a part of the priority with a weight in the book. The raw
/// value is the key of the message catalogue.
public enum ReadinessSignal: String, Codable, CaseIterable, Sendable {
  /// Residents of the seat.
  case seatPopulation = "seat-population"
  /// Traffic or terminals.
  case traffic
  /// Stations at the place, or a short way to fibre.
  case shareableSitesAndFibre = "shareable-sites-and-fibre"
  /// Parks and manufacturing.
  case industry
  /// Stations, ports, airports.
  case transport
  /// Scenic areas.
  case scenic
  /// Support of the local government.
  case localSupport = "local-support"
  /// County seats, border counties, assisted counties.
  case equity
}

/// A signal of a place with what it weighs.
public struct SignalScore: Hashable, Sendable {
  /// Which signal.
  public let signal: ReadinessSignal
  /// Weight of the book, in its own scale.
  public let weight: Double
  /// 0 to 1; nil where nothing is known.
  public let score: Double?

  /// A score.
  public init(signal: ReadinessSignal, weight: Double, score: Double?) {
    self.signal = signal
    self.weight = weight
    self.score = score
  }

  /// Whether it speaks for the place: at least half, and of some weight.
  public var speaks: Bool { weight > 0 && (score ?? 0) >= 0.5 }
  /// Whether it would count if it were known.
  public var isMissing: Bool { weight > 0 && score == nil }
}

extension [SignalScore] {
  /// Weighted mean of the known scores, 0 to 1: the weights of unknown ones are shared among the
  /// others. 0 where nothing that counts is known.
  public var priority: Double {
    var weight = 0.0
    var sum = 0.0
    for entry in self {
      guard let score = entry.score else { continue }
      weight += entry.weight
      sum += entry.weight * score
    }
    return weight > 0 ? sum / weight : 0
  }
}
