import Geometry
import Scheduling
import Siting
import TestSupport
import Territory
import Testing

/// Packages that may be powered otherwise than by the grid.
@Suite struct PowerSupplyTests {
  private func option(
    _ share: String, _ yuan: String, year: String = "0", settlements: String = "[town-seat]"
  ) -> String {
    "{share: \(BookMaking.amount(share)), yuanPerStation: \(BookMaking.amount(yuan)), "
      + "yuanPerStationAndYear: \(BookMaking.amount(year)), settlements: \(settlements)}"
  }

  private func making(energy: String? = nil, _ more: String...) -> BookMaking {
    var making = BookMaking()
    making.more = more
    making.limits =
      energy.map {
        ["name: power, resource: energy, of: nation, per: year, amount: \(BookMaking.amount($0))"]
      } ?? []
    return making
  }

  private let town = package(
    "t", kind: .townSeat, costYuan: 500, stations: 10, energyKilowattHoursPerYear: 1000,
    opexYuanPerYear: 700)

  /// A town that needs 1,000 kWh a year under caps of 1,000, 500 and 0: from the grid while that is enough, as
  /// everything else costs money; then by panels that bring half; then on its own.
  @Test(arguments: [
    ("1000", "grid", 500), ("999", "solar", 1500), ("500", "solar", 1500),
    ("499", "micro-grid", 8500),
    ("0", "micro-grid", 8500),
  ])
  func aCapOnElectricityIsMetByPanels(cap: String, mode: String, yuan: Int) throws {
    let making = making(
      energy: cap, "solar: \(option("0.5", "100"))", "microGrid: \(option("1", "800"))")
    // Money enough for any, in one quarter; what costs more keeps others waiting.
    let other = package("u", kind: .townSeat, costYuan: 500, population: 10)
    let schedule = try making.scheduler(quarters: 8, budgetYuan: 9000)
      .schedule([RolloutPackage(town), RolloutPackage(other)])
    let entry = try #require(schedule.packages.first { $0.package.id == "t" })
    #expect(entry.finish == schedule.limits.from)
    // Dearer supplies are no worse where the cap leaves the choice: nothing else needs the money.
    if cap != "1000" { #expect(entry.mode == mode && entry.paidYuan == yuan) }
    #expect(schedule.packages.count == 2)
  }

  @Test func withoutRoomOrFiguresThereIsNoChoice() throws {
    let city = package(
      "t", kind: .city, costYuan: 500, stations: 10, energyKilowattHoursPerYear: 1000)
    for (making, work) in [
      (making(energy: "0"), town), (making(energy: "0", "microGrid: \(option("1", "800"))"), city),
    ] {
      let schedule = try making.scheduler(quarters: 4, budgetYuan: 9000).schedule([
        RolloutPackage(work)
      ])
      // In the last quarter it finishes too late to take any.
      #expect(
        schedule.packages.allSatisfy { $0.mode == "grid" && $0.finish == schedule.limits.until })
    }
    var asked = RolloutPackage(town)
    asked.supplies = [.solar]
    let scheduler = try making().scheduler(quarters: 4, budgetYuan: 9000)
    #expect(userError { try scheduler.schedule([asked]) }?.code == "DR-647")
    let solar = try making("solar: \(option("0.5", "100", settlements: "[city]"))")
      .scheduler(quarters: 4, budgetYuan: 9000).schedule([asked])
    #expect(solar.packages.map(\.mode) == ["solar"])
  }

  /// Of what is due now, a year of 1,000 kWh costs 600 yuan: panels that save half of it pay when they cost less
  /// than 300 for the year that is left, by hand.
  @Test func theCheapestAndTheCleanestAreFound() throws {
    var due = RolloutPackage(town)
    due.deadline = Quarter(year: 2021, quarter: 1)
    for (yuan, year, mode) in [
      ("20", "0", "solar"), ("40", "0", "grid"), ("0", "20", "solar"), ("0", "40", "grid"),
    ] {
      var book = making("solar: \(option("0.5", yuan, year: year))")
      book.discount = "0"
      let schedule = try book.scheduler(quarters: 5, budgetYuan: 9000, objective: .cost)
        .schedule([due])
      #expect(schedule.packages.map(\.mode) == [mode], "\(yuan) \(year)")
    }
    let clean = try making(
      "solar: \(option("0.5", "0"))", "microGrid: \(option("1", "800"))"
    ).scheduler(quarters: 5, budgetYuan: 9000, objective: .carbon).schedule([due])
    #expect(clean.packages.map(\.mode) == ["micro-grid"])
  }

  @Test func figuresOutOfRangeAndUnknownWordsAreRefused() {
    for more in [
      option("1.1", "1"), option("0.5", "-1"), option("0.5", "1", year: "-1"),
      option("0.5", "1", settlements: "[village]"),
    ] {
      for key in ["solar", "microGrid"] {
        #expect(userError { try making("\(key): \(more)").book() }?.code == "DR-641", "\(more)")
      }
    }
    let file = "id,cost_yuan,mode\na,5,wind\n"
    #expect(
      userError { try PackageFile(name: "p.csv", bytes: Array(file.utf8)) }?.code == "DR-653")
  }

  @Test func aFileMaySayHowItsPackagesArePowered() throws {
    let file = "id,cost_yuan,mode\na,5,solar; micro-grid\nb,5,\n"
    let packages = try PackageFile(name: "p.csv", bytes: Array(file.utf8)).packages
    #expect(packages.map(\.supplies) == [[.solar, .microGrid], []])
  }
}
