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
    /// Residents of the seat.
    public let seatPopulation: Figure
    /// Stations at the place, or a short way to fibre.
    public let shareableSitesAndFibre: Figure
    /// Traffic or terminals; no bundled data.
    public let traffic: Figure
    /// Parks, scenic areas, hubs; no bundled data.
    public let industryAndTransport: Figure
    /// Support of the local government; no bundled data.
    public let localSupport: Figure
    /// County seats before town seats.
    public let equity: Figure
  }

  /// What must hold.
  public let gates: Gates
  /// Length of a fibre route over the straight line.
  public let routeDetour: Figure
  /// What counts how much, in any scale: weights of known signals are scaled to 1.
  public let weights: Weights
  /// Seat population at which its signal is full.
  public let fullScorePopulation: Figure

  /// Reads the book.
  public static func read(path: String) throws(UserError) -> ReadinessBook {
    try BookReader.read(ReadinessBook.self, path: path)
  }
}
