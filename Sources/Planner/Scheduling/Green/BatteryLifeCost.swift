import Territory

/// What money and carbon count over a horizon.
public struct GreenTerms: Hashable, Sendable {
  /// Years that are looked at, 1 or more.
  public let horizonYears: Int
  /// Interest.
  public let presentValue: PresentValue
  /// Price of electricity.
  public let yuanPerKilowattHour: Double
  /// Carbon dioxide of the grid.
  public let kilogramsPerKilowattHour: Double

  /// Terms.
  public init(
    horizonYears: Int, presentValue: PresentValue, yuanPerKilowattHour: Double,
    kilogramsPerKilowattHour: Double
  ) {
    self.horizonYears = horizonYears
    self.presentValue = presentValue
    self.yuanPerKilowattHour = yuanPerKilowattHour
    self.kilogramsPerKilowattHour = kilogramsPerKilowattHour
  }

  /// What a yearly cost is multiplied with, and an investment for the horizon divided by.
  public var yearsOfPresentValue: Double { presentValue.worth(ofYears: horizonYears) }
}

/// A battery for a duty over a horizon.
///
/// It is bought at the beginning and each time that its life ends before the horizon does. A spent one brings scrap; the last one is credited
/// with what it is still worth at the horizon, straight from its price down to scrap over its life. Every outage costs what charging loses.
public struct BatteryLifeCost: Hashable, Sendable {
  /// Capacity that is bought each time.
  public let kilowattHours: Double
  /// Years that one lasts.
  public let lifeYears: Double
  /// How often it is bought.
  public let purchases: Int
  /// Present value of all of it.
  public let presentYuan: Double
  /// The same, spread evenly over the years.
  public let yuanPerYear: Double
  /// Electricity that charging loses.
  public let lossKilowattHoursPerYear: Double
  /// Carbon dioxide over the horizon: of making, by the share of its life that falls into it, and of the losses.
  public let kilograms: Double
  /// Present value of a yuan of price and of a yuan of scrap.
  private let worths: Worths

  /// Present values of what a kilowatt-hour's price and scrap are multiplied with.
  private struct Worths: Hashable, Sendable {
    let price: Double
    let scrap: Double

    init(life: Double, purchases: Int, _ terms: GreenTerms) {
      let end = terms.presentValue.worth(afterYears: Double(terms.horizonYears))
      let unused = (Double(purchases) * life - Double(terms.horizonYears)) / life
      var renewals = 0.0
      for purchase in 1..<max(1, purchases) {
        renewals += terms.presentValue.worth(afterYears: Double(purchase) * life)
      }
      price = 1 + renewals - unused * end
      scrap = renewals + (1 - unused) * end
    }
  }

  /// A battery's cost.
  public init(_ battery: BackupBattery, _ duty: BatteryDuty, _ terms: GreenTerms) {
    kilowattHours = battery.kilowattHours(for: duty)
    lifeYears = battery.lifeYears(fullDischargesPerYear: duty.fullDischargesPerYear)
    let horizon = Double(terms.horizonYears)
    // A part in a thousand million is what rounding leaves of a whole number of lives.
    purchases = max(1, Int((horizon / lifeYears * (1 - 1e-9)).rounded(.up)))
    worths = Worths(life: lifeYears, purchases: purchases, terms)
    lossKilowattHoursPerYear =
      duty.fullDischargesPerYear * duty.kilowattHours
      * (1 / battery.roundTripEfficiency.value - 1)
    let years = terms.yearsOfPresentValue
    let lossYuan = lossKilowattHoursPerYear * terms.yuanPerKilowattHour * years
    presentYuan =
      kilowattHours
      * (battery.yuanPerKilowattHour * worths.price
        - battery.scrapYuanPerKilowattHour.value * worths.scrap) + lossYuan
    yuanPerYear = presentYuan / years
    kilograms =
      kilowattHours * battery.kilogramsPerKilowattHour * horizon / lifeYears
      + lossKilowattHoursPerYear * horizon * terms.kilogramsPerKilowattHour
  }

  /// The price before testing at which a battery costs over the horizon what another does for the same duty; below 0 where it
  /// would have to be paid for, nil without a load.
  public static func breakEvenYuanPerKilowattHour(
    of battery: BackupBattery, against reference: BackupBattery, _ duty: BatteryDuty,
    _ terms: GreenTerms
  ) -> Double? {
    let own = BatteryLifeCost(battery, duty, terms)
    guard own.kilowattHours > 0 else { return nil }
    // Its cost is straight in its price.
    let difference = BatteryLifeCost(reference, duty, terms).presentYuan - own.presentYuan
    return battery.boughtYuanPerKilowattHour.value
      + difference / (own.kilowattHours * own.worths.price) * battery.fitShare.value
  }
}
