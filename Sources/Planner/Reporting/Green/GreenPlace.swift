import Coverage
import Scheduling
import Siting
import Territory

/// A settlement of a run with the power of its new stations.
public struct GreenPlace: Sendable {
  /// The settlement with its statuses and residents.
  public let place: ComparedPlace
  /// Adcode of its province.
  public let province: String
  /// Hours of back-up that its kind is given.
  public let backupHours: Double
  /// Its stations.
  public let sum: GreenSum

  /// A package that is scheduled, with its supply.
  struct Package {
    let work: WorkPackage
    let supply: PowerSupply
    /// What the supply adds to building.
    let supplyYuan: Int

    /// What it takes from the grid, as the schedule rounds it.
    func gridKilowattHoursPerYear(_ books: GreenBooks) -> Int {
      let share = books.limits.figures(supply)?.share ?? 0
      return Int((Double(work.energyKilowattHoursPerYear) * (1 - share)).rounded())
    }
  }

  init(_ place: ComparedPlace, province: String, packages: [Package], books: GreenBooks) {
    self.place = place
    self.province = province
    backupHours = books.green.backupHours[place.kind.rawValue]?.value ?? 0
    var sum = GreenSum(batteries: books.green.batteries.count)
    sum.settlements = 1
    sum.residents = place.population
    let factor = books.kilogramsPerKilowattHour(province: province)
    for package in packages { sum.add(package, books, factor: factor) }
    sum.kilogramsPerYear = Double(sum.gridKilowattHoursPerYear) * factor
    if place.before < .deep, place.after >= .deep {
      sum.deepResidents = place.population
      sum.deepKilogramsPerYear = sum.kilogramsPerYear
    }
    let duty = books.green.duty(place.kind, loadKilowatts: sum.backupKilowatts)
    sum.backupKilowattHours = duty.kilowattHours
    let terms = books.terms(province: province)
    for (index, battery) in books.green.batteries.enumerated() {
      let cost = BatteryLifeCost(battery, duty, terms)
      sum.batteries[index] = GreenSum.Battery(
        kilowattHours: cost.kilowattHours,
        buyYuan: cost.kilowattHours * battery.yuanPerKilowattHour, presentYuan: cost.presentYuan,
        kilograms: cost.kilograms)
    }
    self.sum = sum
  }
}

extension GreenSum {
  /// Adds a package's stations; a micro-grid has batteries of its own.
  fileprivate mutating func add(
    _ package: GreenPlace.Package, _ books: GreenBooks, factor: Double
  ) {
    let work = package.work
    let figures = books.limits.figures(package.supply)
    let grid = package.gridKilowattHoursPerYear(books)
    let saved = work.energyKilowattHoursPerYear - grid
    stations += work.stations
    gridKilowattHoursPerYear += grid
    supplies[package.supply, default: Supply()].add(
      Supply(
        stations: work.stations, buildYuan: package.supplyYuan,
        sizedYuan: books.sizedYuan(
          package.supply, stations: work.stations,
          kilowattHoursPerYear: Double(work.energyKilowattHoursPerYear)),
        keepYuanPerYear: Double(work.stations) * (figures?.yuanPerStationAndYear ?? 0),
        kilowattHoursPerYear: work.energyKilowattHoursPerYear, savedKilowattHoursPerYear: saved,
        avoidedKilogramsPerYear: Double(saved) * factor))
    guard package.supply != .microGrid else { return }
    backupKilowatts += books.backupKilowatts(
      energyKilowattHoursPerYear: work.energyKilowattHoursPerYear, equipment: work.equipment)
  }
}

/// A county, a city, a province or all of a run.
public struct GreenUnit: Sendable {
  /// Adcode; empty for all.
  public let adcode: String
  /// Name.
  public let name: String
  /// `county`, `city` or `province`.
  public let level: String
  /// Its stations.
  public let sum: GreenSum

  /// Adcode of the province that it lies in.
  var province: String { String(adcode.prefix(2)) + "0000" }
}
