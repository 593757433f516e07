import Coverage
public import Radio
import Territory

/// Money, energy and work for a number of stations at a settlement.
public struct PackageCost: Hashable, Sendable {
  /// Whole yuan.
  public let yuan: Int
  /// Stations that need a mast or rooftop of their own.
  public let newSites: Int
  /// Electricity of the stations over a full year.
  public let energyKilowattHoursPerYear: Int
  /// New fibre, spurs and trunk.
  public let fibreMetres: Int
  /// Days of one crew, rounded up.
  public let crewDays: Int
}

/// Prices stations by the cost book.
public struct PackagePricing: Sendable {
  /// Prices, energy and work.
  public let costs: CostBook

  /// Pricing by a book.
  public init(costs: CostBook) { self.costs = costs }

  /// Stations of one configuration.
  public struct Stations: Sendable {
    /// How many.
    public let count: Int
    /// Radio and antenna of each.
    public let configuration: AntennaConfiguration

    /// Stations, 0 or more.
    public init(_ count: Int, _ configuration: AntennaConfiguration) {
      self.count = count
      self.configuration = configuration
    }
  }

  /// The price of new stations.
  ///
  /// - Parameters:
  ///   - carriers: stations by configuration, main carrier and second carriers.
  ///   - sites: stations that need a mast or rooftop (the others are second carriers on one).
  ///   - trunk: new link to reach the settlement at all.
  public func price(
    _ carriers: [Stations], sites: Int, trunk: BackhaulLink?
  ) -> PackageCost {
    let stations = carriers.reduce(0) { $0 + $1.count }
    let newSites = Int((Double(sites) * (1 - costs.shareOnExistingSites.value)).rounded())
    let spurs = Double(sites) * costs.fibreMetresPerSite.value
    let fibre = spurs + (trunk?.medium == .fibre ? trunk?.routeMetres ?? 0 : 0)
    let equipment = carriers.reduce(0.0) {
      $0 + Double($1.count) * $1.configuration.equipmentYuan.value
    }
    let perStation = costs.installationYuan.value + costs.coreAndTransportYuan.value
    let yuan =
      equipment + Double(stations) * perStation
      + Double(newSites) * costs.newTowerYuan.value
      + Double(sites - newSites) * costs.upgradeExistingSiteYuan.value
      + spurs * costs.fibreYuanPerMetre.value + (trunk?.costYuan ?? 0)
    let days =
      Double(newSites) * costs.newTowerCrewDays.value
      + Double(stations - newSites) * costs.retrofitCrewDays.value
    let kilowatts = carriers.reduce(0.0) {
      $0 + Double($1.count) * $1.configuration.meanPowerKilowatts(load: costs.meanLoad.value)
    }
    let energy =
      kilowatts * costs.powerUsageEffectiveness.value * 8_760
    return PackageCost(
      yuan: Int(yuan.rounded()), newSites: newSites,
      energyKilowattHoursPerYear: Int(energy.rounded()), fibreMetres: Int(fibre.rounded()),
      crewDays: Int(days.rounded(.up)))
  }
}
