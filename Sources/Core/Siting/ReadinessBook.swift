public import Geometry
public import Territory

/// Gates and weights of readiness.
public struct ReadinessBook: Codable, Sendable {
  /// Hard conditions.
  public struct Gates: Codable, Sendable {
    /// Longest fibre route to a place that has 5G.
    public let backhaulKilometres: Figure
    /// 1 takes power as available where nothing is known, 0 does not.
    public let powerAvailable: Figure
  }

  /// Weights of the signals.
  public struct Weights: Codable, Sendable {
    public let seatPopulation: Figure
    public let shareableSitesAndFibre: Figure
    public let traffic: Figure
    public let industryAndTransport: Figure
    public let localSupport: Figure
    public let equity: Figure
  }

  public let gates: Gates
  /// Length of a fibre route over the straight line.
  public let routeDetour: Figure
  public let weights: Weights
  /// Seat population at which its signal is full.
  public let fullScorePopulation: Figure

  /// Reads the book.
  public static func read(path: String) throws(UserError) -> ReadinessBook {
    try BookReader.read(ReadinessBook.self, path: path)
  }
}
