import Siting
public import Territory

extension Schedule {
  /// Stations built in each quarter, in the quarters' order: of a package paid over several quarters
  /// as many as its payments have paid for by then, in whole stations, so that they sum to the stations
  /// of all finished packages.
  public func stationsBuilt() -> [(quarter: Quarter, stations: Int)] {
    var built: [Quarter: Int] = [:]
    for entry in packages {
      let stations = entry.package.stations
      let due = entry.paidYuan
      guard due > 0 else {
        built[entry.finish, default: 0] += stations
        continue
      }
      var paid = 0
      var done = 0
      for payment in entry.payments {
        paid += payment.yuan
        let product = paid.multipliedFullWidth(by: stations)
        let total = due.dividingFullWidth(product).quotient
        built[payment.quarter, default: 0] += total - done
        done = total
      }
    }
    return limits.quarters.map { ($0, built[$0] ?? 0) }
  }
}
