public import Territory

/// Weights of the signals of readiness.
public struct ReadinessWeights: Codable, Sendable {
  /// Residents of the seat.
  public let seatPopulation: Figure
  /// Traffic or terminals; no bundled data.
  public let traffic: Figure
  /// Stations at the place, or a short way to fibre.
  public let shareableSitesAndFibre: Figure
  /// Parks and manufacturing; no bundled data.
  public let industry: Figure
  /// Stations, ports, airports; no bundled data.
  public let transport: Figure
  /// Scenic areas; no bundled data.
  public let scenic: Figure
  /// Support of the local government; no bundled data.
  public let localSupport: Figure
  /// County seats, border counties, assisted counties.
  public let equity: Figure

  /// Weights from 0 up.
  public init(
    seatPopulation: Figure, traffic: Figure, shareableSitesAndFibre: Figure, industry: Figure,
    transport: Figure, scenic: Figure, localSupport: Figure, equity: Figure
  ) {
    self.seatPopulation = seatPopulation
    self.traffic = traffic
    self.shareableSitesAndFibre = shareableSitesAndFibre
    self.industry = industry
    self.transport = transport
    self.scenic = scenic
    self.localSupport = localSupport
    self.equity = equity
  }

  /// Weight of a signal.
  public subscript(signal: ReadinessSignal) -> Figure {
    switch signal {
    case .seatPopulation: seatPopulation
    case .traffic: traffic
    case .shareableSitesAndFibre: shareableSitesAndFibre
    case .industry: industry
    case .transport: transport
    case .scenic: scenic
    case .localSupport: localSupport
    case .equity: equity
    }
  }
}

/// Figures from which on a signal is full: what turns native units into 0 to 1.
public struct FullScores: Codable, Sendable {
  /// Residents of the seat.
  public let seatPopulation: Figure
  /// Mobile data of a user in a month.
  public let trafficGigabytes: Figure
  /// Employees in manufacturing.
  public let industryEmployees: Figure
  /// Railway and coach stations, ports, airports.
  public let transportHubs: Figure
  /// Scenic areas of class 4A and above.
  public let scenicAreas: Figure

  /// Figures above 0.
  public init(
    seatPopulation: Figure, trafficGigabytes: Figure, industryEmployees: Figure,
    transportHubs: Figure, scenicAreas: Figure
  ) {
    self.seatPopulation = seatPopulation
    self.trafficGigabytes = trafficGigabytes
    self.industryEmployees = industryEmployees
    self.transportHubs = transportHubs
    self.scenicAreas = scenicAreas
  }

  /// All of them by their keys in the book.
  var named: [(key: String, figure: Figure)] {
    [
      ("seatPopulation", seatPopulation), ("trafficGigabytes", trafficGigabytes),
      ("industryEmployees", industryEmployees), ("transportHubs", transportHubs),
      ("scenicAreas", scenicAreas),
    ]
  }
}
