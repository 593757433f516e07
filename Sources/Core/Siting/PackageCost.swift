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

  /// Yuan of one carrier on a mast that is there anyway.
  public func yuan(carrier: AntennaConfiguration) -> Double {
    carrier.equipmentYuan.value + costs.installationYuan.value + costs.coreAndTransportYuan.value
  }

  /// Yuan of a site with its carriers: its works at the mean of new masts and sites that exist, and its
  /// spur of fibre.
  public func yuan(site carriers: [AntennaConfiguration]) -> Double {
    carriers.reduce(siteYuan) { $0 + yuan(carrier: $1) }
  }

  /// Yuan of stations, as many of them on sites of their own as given; not rounded.
  public func yuan(_ carriers: [Stations], sites: Int) -> Double {
    carriers.reduce(Double(sites) * siteYuan) {
      $0 + Double($1.count) * yuan(carrier: $1.configuration)
    }
  }

  private var siteYuan: Double {
    let existing = costs.shareOnExistingSites.value
    return (1 - existing) * costs.newTowerYuan.value
      + existing * costs.upgradeExistingSiteYuan.value
      + costs.fibreMetresPerSite.value * costs.fibreYuanPerMetre.value
  }

  /// The price of new stations.
  ///
  /// Which site needs a mast of its own is not known, only what share of them does: money and work are
  /// what that share comes to, however few sites there are.
  ///
  /// - Parameters:
  ///   - carriers: stations by configuration, main carrier and second carriers.
  ///   - sites: stations that need a mast or rooftop (the others are second carriers on one).
  ///   - before: sites of earlier packages of the settlement; with them new masts are counted.
  ///   - trunk: new link to reach the settlement at all.
  public func price(
    _ carriers: [Stations], sites: Int, before: Int = 0, trunk: BackhaulLink?
  ) -> PackageCost {
    let stations = carriers.reduce(0) { $0 + $1.count }
    let newShare = 1 - costs.shareOnExistingSites.value
    func newSites(_ count: Int) -> Int { Int((Double(count) * newShare).rounded()) }
    let spurs = Double(sites) * costs.fibreMetresPerSite.value
    let fibre = spurs + (trunk?.medium == .fibre ? trunk?.routeMetres ?? 0 : 0)
    let yuan = self.yuan(carriers, sites: sites) + (trunk?.costYuan ?? 0)
    let towers = Double(sites) * newShare
    let days =
      towers * costs.newTowerCrewDays.value
      + (Double(stations) - towers) * costs.retrofitCrewDays.value
    return PackageCost(
      yuan: Int(yuan.rounded()), newSites: newSites(before + sites) - newSites(before),
      energyKilowattHoursPerYear: energy(carriers), fibreMetres: Int(fibre.rounded()),
      // A part in a thousand million is what rounding leaves of a whole number of days.
      crewDays: Int((days * (1 - 1e-9)).rounded(.up)))
  }

  /// The price of stations at candidates that are known one by one.
  ///
  /// - Parameters:
  ///   - built: whether each site is new, and what its choice costs.
  ///   - secondsYuan: second carriers on sites that are there.
  func price(
    _ carriers: [Stations], built: [(isNew: Bool, price: CandidatePrice)], secondsYuan: Double,
    trunk: BackhaulLink?
  ) -> PackageCost {
    let stations = carriers.reduce(0) { $0 + $1.count }
    let new = built.count { $0.isNew }
    let spurs = built.reduce(0.0) { $0 + $1.price.fibreMetres }
    let fibre = spurs + (trunk?.medium == .fibre ? trunk?.routeMetres ?? 0 : 0)
    let yuan =
      built.reduce(secondsYuan) { $0 + $1.price.capexYuan } + (trunk?.costYuan ?? 0)
    let days =
      Double(new) * costs.newTowerCrewDays.value
      + Double(stations - new) * costs.retrofitCrewDays.value
    return PackageCost(
      yuan: Int(yuan.rounded()), newSites: new, energyKilowattHoursPerYear: energy(carriers),
      fibreMetres: Int(fibre.rounded()), crewDays: Int(days.rounded(.up)))
  }

  /// What stations add to a year's cost of operation: their electricity, and a tenant's lease for every site
  /// at the price of two tenants.
  public func opexYuanPerYear(kilowattHours: Int, sites: Int) -> Int {
    let electricity = Double(kilowattHours) * costs.electricityYuanPerKilowattHour.value
    return Int((electricity + Double(sites) * costs.sites.leaseYuanPerYear(tenants: 2)).rounded())
  }

  /// Electricity of stations over a full year.
  private func energy(_ carriers: [Stations]) -> Int {
    let kilowatts = carriers.reduce(0.0) {
      $0 + Double($1.count) * $1.configuration.meanPowerKilowatts(load: costs.meanLoad.value)
    }
    return Int((kilowatts * costs.powerUsageEffectiveness.value * 8_760).rounded())
  }
}
