import Geometry
public import Radio
import Territory

/// Places a number of stations of one group at a settlement, where no register of sites is given.
/// The outcome is `modelled`: the positions are no real masts.
///
/// A network is first spread for continuity and then made denser: the stations stand on a hexagonal
/// lattice, as wide as the stations allow over the built-up area, between half and twice the
/// inter-site distance of the morphology, from the settlement's largest seat outward.
/// What does not fit at half the distance are second carriers (the group's other band) on the sites
/// nearest the centre; `sites` never gives more than two carriers a site.
public struct ModelledNetwork: Sendable {
  /// Whose network.
  public let group: NetworkGroup
  /// What the group has in the morphology.
  public let setup: MorphologySetup

  /// Inter-site distance, configuration names and height of one morphology and group.
  public struct MorphologySetup: Sendable {
    /// Planning practice for an existing network.
    public let interSiteDistanceMetres: Double
    /// Main carrier.
    public let configuration: String
    /// Second carrier on a dense site; nil for none.
    public let secondConfiguration: String?
    /// Height of the antennas above ground.
    public let heightMetres: Double

    /// A setup; the distance must be above 0.
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

  /// A network of one group in one morphology.
  public init(group: NetworkGroup, setup: MorphologySetup) {
    self.group = group
    self.setup = setup
  }

  /// The sites of a number of stations; the sum of their configurations is that number unless the
  /// settlement is too small to hold two carriers on every lattice point.
  public func sites(stations: Int, at place: AssessedPlace) -> [Site] {
    guard stations > 0 else { return [] }
    let points = points(for: stations, at: place)
    let siteCount = min(stations, points.count)
    let doubled = setup.secondConfiguration == nil ? 0 : min(stations - siteCount, siteCount)
    let albers = Albers.china
    return (0..<siteCount).map { index in
      var configurations = [setup.configuration]
      if index < doubled, let second = setup.secondConfiguration { configurations.append(second) }
      return Site(
        id: SiteName.make(place.settlement.id, group, series: "e", index),
        position: albers.unproject(points[index]), group: group,
        configurations: configurations.sorted(), heightMetres: setup.heightMetres,
        status: .existing, kind: .modelled, settlement: place.settlement.id)
    }
  }

  /// Lattice points from the centre outward: those of the widest lattice, within the limits, that has
  /// a point for every station; of the densest where none has.
  private func points(for stations: Int, at place: AssessedPlace) -> [Coordinate] {
    var dense = setup.interSiteDistanceMetres / 2
    var wide = setup.interSiteDistanceMetres * 2
    let widest = place.latticePoints(spacingMetres: wide)
    if widest.count >= stations { return widest }
    var best = place.latticePoints(spacingMetres: dense)
    guard best.count > stations else { return best }
    for _ in 0..<7 {
      let middle = (dense + wide) / 2
      let points = place.latticePoints(spacingMetres: middle)
      if points.count >= stations {
        dense = middle
        best = points
      } else {
        wide = middle
      }
    }
    return best
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
