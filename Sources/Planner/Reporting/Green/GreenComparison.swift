import Radio
public import Scheduling
public import Territory

/// Batteries against each other for a kilowatt of load, and supplies against each other for one station: what the books alone say.
public struct GreenComparison: Sendable {
  /// A battery at a kind of settlement, for one kilowatt of load.
  public struct BatteryRow: Sendable {
    /// The kind of settlement.
    public let kind: SettlementKind
    /// The battery.
    public let battery: BackupBattery
    /// What is asked of it.
    public let duty: BatteryDuty
    /// What it costs.
    public let cost: BatteryLifeCost
    /// Price before testing at which it would cost what the first of the book does; nil for that one.
    public let breakEvenYuanPerKilowattHour: Double?
    /// Hours that it holds on its first day.
    public let firstHours: Double
  }

  /// A supply of a station, beside that of the grid alone.
  public struct SupplyRow: Sendable {
    /// The station.
    public let power: StationPower
    /// The supply.
    public let choice: SupplyChoice
    /// Cost of a tonne of carbon dioxide avoided; nil where none is.
    public let yuanPerTonne: Double?
  }

  /// Adcode of the province whose grid counts; nil for the country's.
  public let province: String?
  /// By kind of settlement, in the book's order of batteries.
  public let batteries: [BatteryRow]
  /// Kind of settlement whose back-up the supplies have.
  public let supplyKind: SettlementKind
  /// By configuration, the grid's first.
  public let supplies: [SupplyRow]

  /// What the books say.
  public init(_ books: GreenBooks, province: String?) {
    self.province = province
    let terms = books.terms(province: province)
    let all = books.green.batteries
    var rows: [BatteryRow] = []
    for kind in SettlementKind.allCases {
      let duty = books.green.duty(kind, loadKilowatts: 1)
      for (index, battery) in all.enumerated() {
        let cost = BatteryLifeCost(battery, duty, terms)
        rows.append(
          BatteryRow(
            kind: kind, battery: battery, duty: duty, cost: cost,
            breakEvenYuanPerKilowattHour: index == 0
              ? nil
              : BatteryLifeCost.breakEvenYuanPerKilowattHour(
                of: battery, against: all[0], duty, terms),
            firstHours: battery.hours(
              kilowattHours: cost.kilowattHours, loadKilowatts: 1, ageYears: 0,
              fullDischargesPerYear: duty.fullDischargesPerYear)))
      }
    }
    batteries = rows
    // Micro-grids are a choice for towns.
    supplyKind = .townSeat
    supplies = books.bands.configurations.flatMap { configuration -> [SupplyRow] in
      let power = books.power(of: configuration)
      let choices = books.choices(power, .townSeat, province: province)
      return choices.map { choice in
        SupplyRow(
          power: power, choice: choice,
          yuanPerTonne: choices.first.flatMap { choice.yuanPerTonne(against: $0) })
      }
    }
  }
}

/// What `deepreach green` answers: the books' comparison, and a run with its stations where one is given.
public struct GreenResult: Sendable {
  /// The books.
  public let books: GreenBooks
  /// The run.
  public let run: GreenRun?
  /// The books' comparison, on the grid of the province with most stations of the run.
  public let comparison: GreenComparison

  /// An answer.
  public init(_ books: GreenBooks, run: GreenRun?) {
    self.books = books
    self.run = run
    let most = run?.provinces.max {
      $0.sum.stations == $1.sum.stations
        ? $0.adcode > $1.adcode : $0.sum.stations < $1.sum.stations
    }
    comparison = GreenComparison(books, province: most?.adcode)
  }
}
