import Radio
import Scheduling
import Territory
import Testing

/// What one station costs and emits by its power, against sums by hand and against the limits that the schedule chooses by.
@Suite struct SupplyChoiceTests {
  private let books: GreenBooks
  private let power: StationPower

  init() throws {
    books = try GreenMaking.books()
    // What the sources of the books call a station: 3.8 kW all year.
    power = StationPower(
      configuration: "mean", backupKilowatts: 3, gridKilowattHoursPerYear: 33_288)
  }

  private func isClose(_ one: Double?, _ other: Double) -> Bool {
    one.map { abs($0 - other) < 1e-9 * max(1, abs(other)) } ?? false
  }

  private func choices(_ kind: SettlementKind = .townSeat) -> [SupplyChoice] {
    books.choices(power, kind)
  }

  @Test func theGridIsElectricityAndBackup() throws {
    let grid = choices()[0]
    let terms = books.terms(province: nil)
    let backup = BatteryLifeCost(
      books.green.batteries[0], books.green.duty(.townSeat, loadKilowatts: 3), terms)
    #expect(grid.supply == .grid && grid.buildYuan == 0)
    #expect(isClose(grid.yuanPerYear, 33_288 * 0.8 + backup.yuanPerYear))
    #expect(isClose(grid.kilogramsPerYear, 33_288 * 0.5306 + backup.kilograms / 10))
    #expect(grid.yuanPerTonne(against: grid) == nil)
  }

  @Test func savingIsItsLicenceAgainstItsElectricity() throws {
    let all = choices()
    // The licence over ten years at 5 %, less a quarter of the bill, for a quarter of the carbon.
    let years = (1...10).reduce(0.0) { sum, year in
      sum + 1 / (0..<year).reduce(1.0) { power, _ in power * 1.05 }
    }
    let saved = 33_288 * 0.25
    #expect(
      isClose(
        all[1].yuanPerTonne(against: all[0]),
        (3000 / years - saved * 0.8) / (saved * 0.5306) * 1000))
    #expect(try #require(all[1].yuanPerTonne(against: all[0])) < 0)
  }

  @Test func panelsAndMicroGridsArePricedAsTheLimitsHaveThem() throws {
    let limits = try GreenMaking.books("books/limits/renewables.yaml").limits
    let all = choices()
    let solar = try #require(limits.solar)
    #expect(solar.share.value == books.green.panels.shareOfStation.value)
    #expect(abs(all[2].buildYuan / solar.yuanPerStation.value - 1) < 0.01)
    #expect(isClose(all[2].panelKilowatts, 33_288 * 0.44 / 1300))
    let microGrid = try #require(limits.microGrid)
    #expect(abs(all[3].buildYuan / microGrid.yuanPerStation.value - 1) < 0.1)
    #expect(all[3].gridKilowattHoursPerYear == 0)
    // Three days of 91.2 kWh over 0.9 x sqrt(0.92) that reach the load, over 0.8 that is left.
    #expect(
      isClose(all[3].batteryKilowattHours, 33_288 / 365 * 3 / (0.9 * 0.92.squareRoot() * 0.8)))
  }

  @Test func aCleanerGridMakesEveryTonneDearer() throws {
    // Central China has 0.5271, the north 0.6361; what costs money costs more a tonne where less is avoided.
    let (central, north) = (
      books.choices(power, .townSeat, province: "430000"),
      books.choices(power, .townSeat, province: "110000")
    )
    let (one, other) = (
      try #require(central[3].yuanPerTonne(against: central[0])),
      try #require(north[3].yuanPerTonne(against: north[0]))
    )
    #expect(one > other && other > 0)
    #expect(books.kilogramsPerKilowattHour(province: "540000") == 0.5306)
  }

  @Test func longerBackupIsDearerOnTheGridAlone() {
    let (city, town) = (choices(.city), choices())
    for index in 0..<3 { #expect(town[index].yuanPerYear > city[index].yuanPerYear) }
    #expect(town[3] == city[3])
  }

  @Test func backupIsTheEquipmentInTheBusyHour() throws {
    // n41: 2.25 + 1.55 x 0.6 over 2.25 + 1.55 x 0.3, of what is left without the overhead of 1.3.
    let energy = Int(2.715 * 1.3 * 8760)
    let load = books.backupKilowatts(energyKilowattHoursPerYear: energy, equipment: ["n41": 4])
    #expect(abs(load - 3.18) < 1e-3)
    #expect(books.backupKilowatts(energyKilowattHoursPerYear: 0, equipment: ["n41": 4]) == 0)
    let unknown = books.backupKilowatts(energyKilowattHoursPerYear: energy, equipment: ["n1x": 4])
    #expect(abs(unknown / load - 1) < 0.01)
    let station = books.power(of: try #require(books.bands.configuration("n41-64T64R")))
    #expect(abs(station.backupKilowatts - 3.18) < 1e-9)
    #expect(abs(station.gridKilowattHoursPerYear - 2.715 * 1.3 * 8760) < 1e-6)
  }
}
