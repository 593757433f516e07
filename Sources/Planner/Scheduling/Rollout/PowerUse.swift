import Siting
import Territory

/// What a package costs and takes with one power supply, to build and a year.
struct PowerUse: Hashable {
  let costYuan: Int
  /// Electricity of the grid's.
  let energyKilowattHoursPerYear: Int
  let opexYuanPerYear: Int

  init(_ package: RolloutPackage, _ supply: PowerSupply, _ value: RolloutValue) {
    let work = package.work
    let figures = value.book.figures(supply)
    let stations = Double(work.stations)
    // What it really cost has everything in it.
    costYuan =
      work.costYuan
      + (package.history?.costYuan == nil
        ? Int((stations * (figures?.yuanPerStation ?? 0)).rounded()) : 0)
    let whole = Double(work.energyKilowattHoursPerYear)
    energyKilowattHoursPerYear = Int((whole * (1 - (figures?.share ?? 0))).rounded())
    let saved =
      Double(work.energyKilowattHoursPerYear - energyKilowattHoursPerYear)
      * value.yuanPerKilowattHour
    let kept = stations * (figures?.yuanPerStationAndYear ?? 0)
    opexYuanPerYear = max(0, work.opexYuanPerYear - Int(saved.rounded()) + Int(kept.rounded()))
  }
}
