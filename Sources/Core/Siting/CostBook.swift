public import Geometry
public import Territory

/// Prices, energy and work.
public struct CostBook: Codable, Sendable {
  /// Installing and commissioning one station.
  public let installationYuan: Figure
  /// A station's part of core, transport and indoor systems.
  public let coreAndTransportYuan: Figure
  /// A mast or pole where there was no site.
  public let newTowerYuan: Figure
  /// Power and room on a site that exists.
  public let upgradeExistingSiteYuan: Figure
  /// Share of stations that stand on existing sites, 0 to 1.
  public let shareOnExistingSites: Figure
  /// Laying and material.
  public let fibreYuanPerMetre: Figure
  /// Equipment of both ends of one microwave hop.
  public let microwaveYuanPerHop: Figure
  /// Longest straight distance of a hop.
  public let microwaveKilometres: Figure
  /// New fibre from the settlement's node to a site.
  public let fibreMetresPerSite: Figure
  /// Days of one crew for a station on a site that exists.
  public let retrofitCrewDays: Figure
  /// Days of one crew for a new mast, permits included.
  public let newTowerCrewDays: Figure
  /// Mean load of a station, 0 to 1.
  public let meanLoad: Figure
  /// Electricity of the site over that of the equipment.
  public let powerUsageEffectiveness: Figure
  /// Price of electricity.
  public let electricityYuanPerKilowattHour: Figure
  /// Carbon dioxide of the grid.
  public let emissionKilogramsPerKilowattHour: Figure
  /// 5G investment of the sector in a year, as published.
  public let publishedInvestmentYuanPerYear: Figure
  /// What prices candidates one by one.
  public let sites: SiteCosts

  /// Reads the book.
  ///
  /// - Throws: the reader's errors, DR-510 for a share outside 0 to 1, years of lease that are not
  ///   whole or beyond 60, or another figure outside 0 to a million million: no price is negative, and
  ///   sums of these stay whole numbers.
  public static func read(
    path: String, changes: [FigureChange] = []
  ) throws(UserError) -> CostBook {
    let book = try BookReader.read(CostBook.self, path: path, changes: changes)
    for (key, figure) in [
      ("shareOnExistingSites", book.shareOnExistingSites), ("meanLoad", book.meanLoad),
    ] + book.sites.shares.map({ ("sites." + $0.0, $0.1) })
    where !(0...1).contains(figure.value) {
      throw UserError(
        "DR-510", .badData, at: "\(path): \(key)", "the share is \(figure.value)",
        remedy: "give 0 to 1")
    }
    for (key, figure) in book.amounts where !(0...1e12).contains(figure.value) {
      throw UserError(
        "DR-510", .badData, at: "\(path): \(key)", "the figure is \(figure.value)",
        remedy: "give 0 to 1e12 \(figure.unit)")
    }
    let years = book.sites.leaseYears.value
    guard years <= 60, years == years.rounded() else {
      throw UserError(
        "DR-510", .badData, at: "\(path): sites.leaseYears", "the figure is \(years)",
        remedy: "give whole years, 0 to 60")
    }
    return book
  }

  /// Everything that is no share.
  private var amounts: [(String, Figure)] {
    [
      ("installationYuan", installationYuan), ("coreAndTransportYuan", coreAndTransportYuan),
      ("newTowerYuan", newTowerYuan), ("upgradeExistingSiteYuan", upgradeExistingSiteYuan),
      ("fibreYuanPerMetre", fibreYuanPerMetre), ("fibreMetresPerSite", fibreMetresPerSite),
      ("microwaveYuanPerHop", microwaveYuanPerHop), ("microwaveKilometres", microwaveKilometres),
      ("retrofitCrewDays", retrofitCrewDays), ("newTowerCrewDays", newTowerCrewDays),
      ("powerUsageEffectiveness", powerUsageEffectiveness),
      ("electricityYuanPerKilowattHour", electricityYuanPerKilowattHour),
      ("emissionKilogramsPerKilowattHour", emissionKilogramsPerKilowattHour),
      ("publishedInvestmentYuanPerYear", publishedInvestmentYuanPerYear),
    ] + sites.amounts.map { ("sites." + $0.0, $0.1) }
  }
}
