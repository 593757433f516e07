public import Scheduling

/// Stations of a plan with the power they take, the batteries behind them and their carbon, summed over some settlements.
public struct GreenSum: Hashable, Sendable {
  /// Stations on one supply.
  public struct Supply: Hashable, Sendable {
    /// Stations.
    public var stations = 0
    /// What the supply adds to building, as the schedule has it.
    public var buildYuan = 0
    /// The same by the size that the stations' electricity asks for.
    public var sizedYuan = 0.0
    /// What it costs to keep.
    public var keepYuanPerYear = 0.0
    /// Electricity that the stations take, wherever from.
    public var kilowattHoursPerYear = 0
    /// Electricity that the grid need not give.
    public var savedKilowattHoursPerYear = 0
    /// Carbon dioxide of that electricity.
    public var avoidedKilogramsPerYear = 0.0
  }

  /// Back-up of one kind of battery for all of them.
  public struct Battery: Hashable, Sendable {
    /// Capacity that is bought at first.
    public var kilowattHours = 0.0
    /// What that costs.
    public var buyYuan = 0.0
    /// Present value over the horizon.
    public var presentYuan = 0.0
    /// Carbon dioxide over the horizon.
    public var kilograms = 0.0
  }

  /// Settlements.
  public internal(set) var settlements = 0
  /// Their residents.
  public internal(set) var residents = 0
  /// Of them, those whose settlement the plan brings to deep coverage.
  public internal(set) var deepResidents = 0
  /// Carbon dioxide a year of the settlements that the plan brings to deep coverage.
  public internal(set) var deepKilogramsPerYear = 0.0
  /// New stations.
  public internal(set) var stations = 0
  /// By supply.
  public internal(set) var supplies: [PowerSupply: Supply] = [:]
  /// Electricity that the new stations take from the grid once all are built.
  public internal(set) var gridKilowattHoursPerYear = 0
  /// Carbon dioxide of that electricity.
  public internal(set) var kilogramsPerYear = 0.0
  /// Load that back-up holds.
  public internal(set) var backupKilowatts = 0.0
  /// Electricity that back-up gives in an outage of the hours of each kind of settlement.
  public internal(set) var backupKilowattHours = 0.0
  /// By battery, in the book's order.
  public internal(set) var batteries: [Battery]

  init(batteries: Int) { self.batteries = Array(repeating: Battery(), count: batteries) }

  /// A supply's stations; none where it has none.
  public func supply(_ supply: PowerSupply) -> Supply { supplies[supply] ?? Supply() }

  /// All supplies together.
  public var allSupplies: Supply {
    PowerSupply.allCases.reduce(into: Supply()) { $0.add(supply($1)) }
  }

  /// Carbon dioxide a year for each resident who gains deep coverage; nil where nobody does.
  public var kilogramsPerDeepResident: Double? {
    deepResidents > 0 ? deepKilogramsPerYear / Double(deepResidents) : nil
  }

  /// Carbon dioxide a year for each resident; nil without any.
  public var kilogramsPerResident: Double? {
    residents > 0 ? kilogramsPerYear / Double(residents) : nil
  }

  /// Hours that back-up holds at the end of its life, whichever the battery: the mean over its load; nil without any.
  public var backupHours: Double? {
    backupKilowatts > 0 ? backupKilowattHours / backupKilowatts : nil
  }

  mutating func add(_ other: GreenSum) {
    settlements += other.settlements
    residents += other.residents
    deepResidents += other.deepResidents
    deepKilogramsPerYear += other.deepKilogramsPerYear
    stations += other.stations
    for supply in PowerSupply.allCases {
      if let own = other.supplies[supply] { supplies[supply, default: Supply()].add(own) }
    }
    gridKilowattHoursPerYear += other.gridKilowattHoursPerYear
    kilogramsPerYear += other.kilogramsPerYear
    backupKilowatts += other.backupKilowatts
    backupKilowattHours += other.backupKilowattHours
    for index in batteries.indices { batteries[index].add(other.batteries[index]) }
  }
}

extension GreenSum.Supply {
  mutating func add(_ other: GreenSum.Supply) {
    stations += other.stations
    buildYuan += other.buildYuan
    sizedYuan += other.sizedYuan
    keepYuanPerYear += other.keepYuanPerYear
    kilowattHoursPerYear += other.kilowattHoursPerYear
    savedKilowattHoursPerYear += other.savedKilowattHoursPerYear
    avoidedKilogramsPerYear += other.avoidedKilogramsPerYear
  }

  /// Cost of a tonne that is avoided: building spread over the horizon, and keeping, less the electricity that is not bought;
  /// below 0 where that is more. Nil where nothing is avoided.
  public func yuanPerTonne(_ terms: GreenTerms) -> Double? {
    guard avoidedKilogramsPerYear > 0 else { return nil }
    let yuan =
      Double(buildYuan) / terms.yearsOfPresentValue + keepYuanPerYear
      - Double(savedKilowattHoursPerYear) * terms.yuanPerKilowattHour
    return yuan / avoidedKilogramsPerYear * 1000
  }
}

extension GreenSum.Battery {
  mutating func add(_ other: GreenSum.Battery) {
    kilowattHours += other.kilowattHours
    buyYuan += other.buyYuan
    presentYuan += other.presentYuan
    kilograms += other.kilograms
  }
}
