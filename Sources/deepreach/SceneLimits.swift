import Siting
import Radio
import Scheduling
import Territory

/// What the schedule's limits are held against.
extension Scene {
  /// Shares of the country's residents that the run looks at, and of its stations by group.
  var residentShares: ResidentShares {
    let all = Double(max(records.reduce(0) { $0 + $1.population }, 1))
    var provinces: [String: Double] = [:]
    for index in selected {
      provinces[records[index].provinceAdcode, default: 0] +=
        Double(records[index].population) / all
    }
    return ResidentShares(
      nation: provinces.values.sorted().reduce(0, +), provinces: provinces,
      groups: Dictionary(
        uniqueKeysWithValues: settings.groups.map {
          ($0.rawValue, books.stations.shareOfGroup.value)
        }))
  }

  /// Growth of demand, and what electricity costs in money and carbon.
  var rolloutRates: RolloutRates {
    books.rolloutRates(from: settings.from, until: settings.until)
  }
}

extension Books {
  /// Growth of demand over the quarters, and what electricity costs in money and carbon.
  func rolloutRates(from: Quarter, until: Quarter) -> RolloutRates {
    let quarters = (0...max(0, until.index - from.index)).map { from.advanced(by: $0) }
    // The groups' shares of users stay, so one group's growth is everybody's.
    let demand = quarters.map {
      self.demand.busyHourMbps(residents: 1, group: .mobile, quarter: $0)
    }
    let first = demand.first ?? 0
    return RolloutRates(
      yuanPerKilowattHour: costs.electricityYuanPerKilowattHour.value,
      kilogramsPerKilowattHour: costs.emissionKilogramsPerKilowattHour.value,
      demand: first > 0 ? demand.map { $0 / first } : [], leadBand: self.demand.leadRatioBand)
  }
}
