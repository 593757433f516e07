public import Radio
public import Siting
import Territory

/// The books that power and carbon of stations rest on.
public struct GreenBooks: Sendable {
  /// Batteries, panels, micro-grids.
  public let green: GreenBook
  /// What the schedule chooses among, and the carbon of the provinces' grids.
  public let limits: LimitBook
  /// Price of electricity, overheads and interest.
  public let costs: CostBook
  /// Power of stations.
  public let bands: BandBook

  /// Books.
  public init(green: GreenBook, limits: LimitBook, costs: CostBook, bands: BandBook) {
    self.green = green
    self.limits = limits
    self.costs = costs
    self.bands = bands
  }

  /// Carbon dioxide of a kilowatt-hour of a province's grid; the country's where it has no figure of its own.
  public func kilogramsPerKilowattHour(province adcode: String?) -> Double {
    adcode.flatMap { limits.emissionFactors?[$0]?.value }
      ?? costs.emissionKilogramsPerKilowattHour.value
  }

  /// What money and carbon count in a province; nil for the country.
  public func terms(province adcode: String?) -> GreenTerms {
    GreenTerms(
      horizonYears: Int(green.horizonYears.value),
      presentValue: PresentValue(rate: costs.sites.discountRate.value),
      yuanPerKilowattHour: costs.electricityYuanPerKilowattHour.value,
      kilogramsPerKilowattHour: kilogramsPerKilowattHour(province: adcode))
  }

  /// Load that back-up holds for stations of which a year's electricity is known: without what cooling and rectifiers
  /// take, at the load of the busy hour instead of the mean.
  ///
  /// - Parameter equipment: stations by band, which say how far power rises with load; all configurations where none is known.
  public func backupKilowatts(energyKilowattHoursPerYear: Int, equipment: [String: Int]) -> Double {
    let overhead = costs.powerUsageEffectiveness.value
    guard overhead > 0 else { return 0 }
    let mean = Double(energyKilowattHoursPerYear) / StationPower.hoursPerYear / overhead
    return mean * busyShare(equipment)
  }

  /// Power in the busy hour over that in the mean.
  private func busyShare(_ equipment: [String: Int]) -> Double {
    var (busy, mean) = (0.0, 0.0)
    func add(_ configuration: AntennaConfiguration, _ count: Double) {
      busy += count * configuration.meanPowerKilowatts(load: green.designLoad.value)
      mean += count * configuration.meanPowerKilowatts(load: costs.meanLoad.value)
    }
    for configuration in bands.configurations {
      let own = bands.configurations.count { $0.band == configuration.band }
      add(configuration, Double(equipment[configuration.band] ?? 0) / Double(own))
    }
    if mean == 0 { for configuration in bands.configurations { add(configuration, 1) } }
    return mean > 0 ? busy / mean : 1
  }

  /// Power of a station of one configuration.
  public func power(of configuration: AntennaConfiguration) -> StationPower {
    StationPower(
      configuration: configuration.name,
      backupKilowatts: configuration.meanPowerKilowatts(load: green.designLoad.value),
      gridKilowattHoursPerYear: configuration.meanPowerKilowatts(load: costs.meanLoad.value)
        * costs.powerUsageEffectiveness.value * StationPower.hoursPerYear)
  }
}

/// Power of one station.
public struct StationPower: Hashable, Sendable {
  /// Name of its configuration.
  public let configuration: String
  /// Load that back-up holds: the equipment in the busy hour.
  public let backupKilowatts: Double
  /// A year's electricity with cooling and rectifiers.
  public let gridKilowattHoursPerYear: Double

  static let hoursPerYear = 8_760.0

  /// Power.
  public init(configuration: String, backupKilowatts: Double, gridKilowattHoursPerYear: Double) {
    self.configuration = configuration
    self.backupKilowatts = backupKilowatts
    self.gridKilowattHoursPerYear = gridKilowattHoursPerYear
  }
}
