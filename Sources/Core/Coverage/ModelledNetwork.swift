import Geometry
public import Radio
import Territory

/// Places a number of stations of one group at a settlement, where no register of sites is given.
/// The outcome is `modelled`: the positions are no real masts.
///
/// The first stations stand on a hexagonal lattice at the inter-site distance of the morphology, from
/// the settlement's largest seat outward; the next on the lattice of half that distance; what is
/// left are second carriers (the group's other band) on the sites nearest the centre, and then more
/// carriers there, which count as stations but add no coverage.
public struct ModelledNetwork: Sendable {
  public let group: NetworkGroup
  public let setup: MorphologySetup

  /// Inter-site distance, configuration names and height of one morphology and group.
  public struct MorphologySetup: Sendable {
    public let interSiteDistanceMetres: Double
    public let configuration: String
    public let secondConfiguration: String?
    public let heightMetres: Double

    public init(
      interSiteDistanceMetres: Double, configuration: String, secondConfiguration: String?,
      heightMetres: Double
    ) {
      self.interSiteDistanceMetres = interSiteDistanceMetres
      self.configuration = configuration
      self.secondConfiguration = secondConfiguration
      self.heightMetres = heightMetres
    }
  }

  public init(group: NetworkGroup, setup: MorphologySetup) {
    self.group = group
    self.setup = setup
  }

  /// Exactly `stations` stations: the number of configurations over all sites, where the settlement
  /// is large enough to hold them, at most two a site.
  public func sites(stations: Int, at place: AssessedPlace) -> [Site] {
    guard stations > 0 else { return [] }
    let positions = place.latticePoints(spacingMetres: setup.interSiteDistanceMetres / 2)
    let coarse = place.latticePoints(spacingMetres: setup.interSiteDistanceMetres)
    let taken = Set(coarse.map(Self.key))
    let ordered = coarse + positions.filter { !taken.contains(Self.key($0)) }
    let siteCount = min(stations, ordered.count)
    let doubled = setup.secondConfiguration == nil ? 0 : min(stations - siteCount, siteCount)
    let albers = Albers.china
    return (0..<siteCount).map { index in
      var configurations = [setup.configuration]
      if index < doubled, let second = setup.secondConfiguration { configurations.append(second) }
      return Site(
        id: SiteName.make(place.settlement.id, group, series: "e", index),
        position: albers.unproject(ordered[index]), group: group,
        configurations: configurations.sorted(), heightMetres: setup.heightMetres,
        status: .existing, kind: .modelled, settlement: place.settlement.id)
    }
  }

  /// Positions to the decimetre, to tell which points the two lattices share.
  private static func key(_ position: Coordinate) -> Coordinate {
    Coordinate(x: (position.x * 10).rounded(), y: (position.y * 10).rounded())
  }
}

/// Names of the sites we make: settlement, group, series (`e` existing, `p` planned), number.
public enum SiteName {
  /// Short enough to live without an allocation for most.
  public static func make(
    _ settlement: String, _ group: NetworkGroup, series: String, _ index: Int
  ) -> String {
    "\(settlement)\(group == .mobile ? "m" : "u")\(series)\(index + 1)"
  }
}
