import Coverage
import Scheduling
import Territory

/// The tables of `deepreach green` by their columns.
struct GreenTables {
  let books: GreenBooks

  /// A kind of settlement and battery, for a kilowatt of load.
  var batteries: GreenTable<GreenComparison.BatteryRow> {
    GreenTable(columns: [
      ("kind", { .text($0.kind.rawValue) }), ("battery", { .text($0.battery.name) }),
      ("second_life", { .text($0.battery.isSecondLife ? "true" : "false") }),
      ("hours", { .number($0.duty.hours, decimals: 2) }),
      ("full_discharges_per_year", { .number($0.duty.fullDischargesPerYear, decimals: 2) }),
      (
        "bought_yuan_per_kwh",
        { .number($0.battery.boughtYuanPerKilowattHour.value, decimals: 2) }
      ),
      ("fitted_yuan_per_kwh", { .number($0.battery.yuanPerKilowattHour, decimals: 2) }),
      ("life_years", { .number($0.cost.lifeYears, decimals: 2) }),
      ("purchases", { .count($0.cost.purchases) }),
      ("kwh_per_kw", { .number($0.cost.kilowattHours, decimals: 3) }),
      ("hours_first_day", { .number($0.firstHours, decimals: 2) }),
      ("present_yuan_per_kw", { .number($0.cost.presentYuan, decimals: 0) }),
      ("yuan_per_kw_and_year", { .number($0.cost.yuanPerYear, decimals: 0) }),
      ("carbon_kg_per_kw", { .number($0.cost.kilograms, decimals: 1) }),
      (
        "break_even_bought_yuan_per_kwh",
        { .number($0.breakEvenYuanPerKilowattHour, decimals: 2) }
      ),
    ])
  }

  /// A configuration and supply.
  func supplies(
    _ comparison: GreenComparison
  ) -> GreenTable<GreenComparison.SupplyRow> {
    GreenTable(columns: [
      ("configuration", { .text($0.power.configuration) }),
      ("kind", { _ in .text(comparison.supplyKind.rawValue) }),
      ("province", { _ in .text(comparison.province) }),
      ("supply", { .text($0.choice.supply.rawValue) }),
      ("backup_kw", { .number($0.power.backupKilowatts, decimals: 3) }),
      ("build_yuan", { .number($0.choice.buildYuan, decimals: 0) }),
      ("panel_kw", { .number($0.choice.panelKilowatts, decimals: 2) }),
      ("battery_kwh", { .number($0.choice.batteryKilowattHours, decimals: 1) }),
      ("grid_kwh_per_year", { .number($0.choice.gridKilowattHoursPerYear, decimals: 0) }),
      ("yuan_per_year", { .number($0.choice.yuanPerYear, decimals: 0) }),
      ("carbon_kg_per_year", { .number($0.choice.kilogramsPerYear, decimals: 1) }),
      ("yuan_per_tonne", { .number($0.yuanPerTonne, decimals: 1) }),
    ])
  }

  /// A settlement.
  var places: GreenTable<GreenPlace> {
    let own: [GreenTable<GreenPlace>.Column] = [
      ("settlement", { .text($0.place.settlement) }), ("name", { .text($0.place.name) }),
      ("kind", { .text($0.place.kind.rawValue) }), ("province", { .text($0.province) }),
      ("prefecture", { .text($0.place.prefecture) }), ("county", { .text($0.place.county) }),
      ("status_before", { .text($0.place.before.rawValue) }),
      ("status_after", { .text($0.place.after.rawValue) }),
      ("backup_hours", { .number($0.backupHours, decimals: 2) }),
    ]
    return GreenTable(columns: own + sums(\.sum, province: \.province))
  }

  /// A county, city or province.
  var units: GreenTable<GreenUnit> {
    let own: [GreenTable<GreenUnit>.Column] = [
      ("adcode", { .text($0.adcode) }), ("name", { .text($0.name) }),
      ("level", { .text($0.level) }), ("settlements", { .count($0.sum.settlements) }),
      ("backup_hours", { .number($0.sum.backupHours, decimals: 2) }),
    ]
    return GreenTable(columns: own + sums(\.sum, province: \.province))
  }

  /// A cap on electricity in a year.
  var caps: GreenTable<EnergyCap> {
    GreenTable(columns: [
      ("province", { .text($0.province) }), ("limit", { .text($0.limit) }),
      ("from", { .text($0.from.description) }), ("until", { .text($0.until.description) }),
      ("cap_kwh", { .number($0.capKilowattHours, decimals: 0) }),
      ("used_kwh", { .number($0.usedKilowattHours, decimals: 0) }),
      ("share", { .number($0.share, decimals: 4) }),
      ("shadow_price", { .number($0.shadowPrice, decimals: 9) }),
    ])
  }

  /// A campus.
  var campuses: GreenTable<GreenCampus> {
    GreenTable(columns: [
      ("campus", { .text($0.id) }), ("name", { .text($0.name) }),
      ("province", { .text($0.province) }), ("stations", { .count($0.stations) }),
      ("terminals", { .count($0.terminals) }),
      ("grid_kwh_per_year", { .count($0.gridKilowattHoursPerYear) }),
      ("carbon_kg_per_year", { .number($0.kilogramsPerYear, decimals: 1) }),
      ("carbon_kg_per_terminal", { .number($0.kilogramsPerTerminal, decimals: 3) }),
    ])
  }

  /// All campuses together.
  var campusTotal: GreenTable<GreenCampusSum> {
    GreenTable(columns: [
      ("campuses", { .count($0.campuses) }), ("stations", { .count($0.stations) }),
      ("terminals", { .count($0.terminals) }),
      ("grid_kwh_per_year", { .count($0.gridKilowattHoursPerYear) }),
      ("carbon_kg_per_year", { .number($0.kilogramsPerYear, decimals: 1) }),
      ("carbon_kg_per_campus", { .number($0.kilogramsPerCampus, decimals: 1) }),
      ("carbon_kg_per_terminal", { .number($0.kilogramsPerTerminal, decimals: 3) }),
    ])
  }

  /// The columns of sums, of whatever has one.
  private func sums<Row>(
    _ sum: @escaping (Row) -> GreenSum, province: @escaping (Row) -> String
  ) -> [GreenTable<Row>.Column] {
    func column(
      _ title: String, _ value: @escaping (GreenSum) -> GreenValue
    ) -> GreenTable<Row>.Column { (title, { value(sum($0)) }) }
    let books = books
    let supplies = PowerSupply.allCases.map { supply in
      column("stations_" + Self.column(supply.rawValue)) { .count($0.supply(supply).stations) }
    }
    let batteries = books.green.batteries.enumerated().flatMap { index, battery in
      let name = Self.column(battery.name)
      return [
        column(name + "_kwh") { .number($0.batteries[index].kilowattHours, decimals: 2) },
        column(name + "_buy_yuan") { .number($0.batteries[index].buyYuan, decimals: 0) },
        column(name + "_present_yuan") { .number($0.batteries[index].presentYuan, decimals: 0) },
        column(name + "_carbon_kg") { .number($0.batteries[index].kilograms, decimals: 1) },
      ]
    }
    return [
      column("population") { .count($0.residents) },
      column("deep_gained_residents") { .count($0.deepResidents) },
      column("stations") { .count($0.stations) },
    ] + supplies + [
      column("supply_build_yuan") { .count($0.allSupplies.buildYuan) },
      column("supply_sized_yuan") { .number($0.allSupplies.sizedYuan, decimals: 0) },
      column("supply_keep_yuan_per_year") { .number($0.allSupplies.keepYuanPerYear, decimals: 0) },
      column("saved_kwh_per_year") { .count($0.allSupplies.savedKilowattHoursPerYear) },
      column("avoided_carbon_kg_per_year") {
        .number($0.allSupplies.avoidedKilogramsPerYear, decimals: 1)
      },
      (
        "supply_yuan_per_tonne",
        { row in
          let terms = books.terms(province: province(row))
          return .number(sum(row).allSupplies.yuanPerTonne(terms), decimals: 1)
        }
      ),
      column("grid_kwh_per_year") { .count($0.gridKilowattHoursPerYear) },
      column("carbon_kg_per_year") { .number($0.kilogramsPerYear, decimals: 1) },
      column("carbon_kg_per_deep_resident") { .number($0.kilogramsPerDeepResident, decimals: 3) },
      column("carbon_kg_per_resident") { .number($0.kilogramsPerResident, decimals: 3) },
      column("backup_kw") { .number($0.backupKilowatts, decimals: 3) },
    ] + batteries + [column("data_kind") { _ in .text(DataKind.modelled.rawValue) }]
  }

  /// What a word of the books is called in columns and properties.
  private static func column(_ name: String) -> String { name.replacing("-", with: "_") }
}
