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

    /// Gates.
    public init(backhaulKilometres: Figure, powerAvailable: Figure) {
      self.backhaulKilometres = backhaulKilometres
      self.powerAvailable = powerAvailable
    }
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

    /// Weights from 0 up.
    public init(
      seatPopulation: Figure, shareableSitesAndFibre: Figure, traffic: Figure,
      industryAndTransport: Figure, localSupport: Figure, equity: Figure
    ) {
      self.seatPopulation = seatPopulation
      self.shareableSitesAndFibre = shareableSitesAndFibre
      self.traffic = traffic
      self.industryAndTransport = industryAndTransport
      self.localSupport = localSupport
      self.equity = equity
    }
  }

  /// What must hold.
  public let gates: Gates
  /// Length of a fibre route over the straight line.
  public let routeDetour: Figure
  /// What counts how much, in any scale: weights of known signals are scaled to 1.
  public let weights: Weights
  /// Seat population at which its signal is full.
  public let fullScorePopulation: Figure

  /// A book.
  public init(gates: Gates, routeDetour: Figure, weights: Weights, fullScorePopulation: Figure) {
    self.gates = gates
    self.routeDetour = routeDetour
    self.weights = weights
    self.fullScorePopulation = fullScorePopulation
  }

  /// Reads the book.
  public static func read(path: String) throws(UserError) -> ReadinessBook {
    try BookReader.read(ReadinessBook.self, path: path)
  }
}
