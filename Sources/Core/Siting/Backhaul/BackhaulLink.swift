/// What carries a settlement's traffic to the next place.
public enum BackhaulMedium: String, Codable, CaseIterable, Sendable {
  /// New fibre along the modelled route.
  case fibre
  /// One microwave hop.
  case microwave
}

/// A new link from a settlement to the place that it hangs on.
public struct BackhaulLink: Hashable, Sendable {
  /// Index of the place that the settlement hangs on.
  public let parent: Int
  /// Straight distance.
  public let straightMetres: Double
  /// Length of the fibre route, straight distance times the detour.
  public let routeMetres: Double
  /// The cheaper medium.
  public let medium: BackhaulMedium
  /// What the link costs.
  public let costYuan: Double
}

/// What links cost and how long they may be.
public struct BackhaulRule: Hashable, Sendable {
  /// Fibre, laid.
  public let fibreYuanPerMetre: Double
  /// Fibre route over straight distance, 1 or more.
  public let detour: Double
  /// Equipment of both ends of a hop.
  public let microwaveYuanPerHop: Double
  /// Longest straight distance of a hop; 0 for no microwave.
  public let microwaveMetres: Double
  /// Longest fibre route that the gate of readiness lets pass.
  public let routeLimitMetres: Double

  /// A rule; all figures from 0 up.
  public init(
    fibreYuanPerMetre: Double, detour: Double, microwaveYuanPerHop: Double,
    microwaveMetres: Double, routeLimitMetres: Double
  ) {
    self.fibreYuanPerMetre = fibreYuanPerMetre
    self.detour = detour
    self.microwaveYuanPerHop = microwaveYuanPerHop
    self.microwaveMetres = microwaveMetres
    self.routeLimitMetres = routeLimitMetres
  }

  /// The cheapest link over a straight distance; fibre at equal cost.
  public func link(to parent: Int, metres: Double) -> BackhaulLink {
    let route = metres * detour
    let fibre = route * fibreYuanPerMetre
    let isHop = metres <= microwaveMetres && microwaveYuanPerHop < fibre
    return BackhaulLink(
      parent: parent, straightMetres: metres, routeMetres: route,
      medium: isHop ? .microwave : .fibre, costYuan: isHop ? microwaveYuanPerHop : fibre)
  }

  /// Whether the gate lets a link pass.
  public func allows(_ link: BackhaulLink) -> Bool { link.routeMetres <= routeLimitMetres }
}
