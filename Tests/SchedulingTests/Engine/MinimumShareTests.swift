import Geometry
import Scheduling
import Siting
import TestSupport
import Territory
import Testing

/// Parts of limits that are kept for some provinces.
@Suite struct MinimumShareTests {
  private let west = "540000"

  private func making(
    _ share: String, limit: String = "budget", of provinces: String = "[\"540000\"]",
    name: String = "west"
  ) -> BookMaking {
    var making = BookMaking()
    making.provinces = ["330000": 0.9, west: 0.1]
    making.greatestShare = "1"
    making.limits = [
      "name: radios, resource: stations, of: nation, per: quarter, carry_over: all, amount: "
        + BookMaking.amount("40")
    ]
    making.more = [
      "minimumShares: [{name: \(name), limit: \(limit), provinces: \(provinces), "
        + "share: \(BookMaking.amount(share))}]"
    ]
    return making
  }

  private func packages(seed: UInt64) -> [RolloutPackage] {
    var random = SeededGenerator(seed: seed)
    return (0..<30).map { index in
      let isWest = index % 2 == 0
      return RolloutPackage(
        package(
          "p\(index)", kind: .townSeat, costYuan: Int.random(in: 5...25, using: &random),
          population: isWest ? 10 : 1000, stations: Int.random(in: 1...9, using: &random),
          province: isWest ? west : "330000"))
    }
  }

  /// Whatever the packages: up to no quarter the others have more than the rest, and what is kept is used.
  @Test(arguments: ["budget", "radios"])
  func theOthersGetNoMoreThanTheRest(limit: String) throws {
    for seed in 0..<20 {
      for share in [0.0, 0.3, 1] {
        let schedule = try making("\(share)", limit: limit).scheduler(quarters: 6, budgetYuan: 40)
          .schedule(packages(seed: UInt64(seed)))
        let amounts: (ScheduledPackage) -> [(Quarter, Double)] = { entry in
          let built = Double(entry.package.stations) / Double(max(1, entry.paidYuan))
          return entry.payments.map {
            ($0.quarter, Double($0.yuan) * (limit == "budget" ? 1 : built))
          }
        }
        for quarters in 1...6 {
          let until = schedule.limits.from.advanced(by: quarters - 1)
          let others = schedule.packages.filter { $0.package.provinceAdcode != west }
            .flatMap(amounts).filter { $0.0 <= until }.reduce(0) { $0 + $1.1 }
          // A payment of whole yuan and a part of whole stations differ by less than one a package.
          let slack = limit == "budget" ? 0.0 : 1
          #expect(
            others <= (1 - share) * Double(40 * quarters) + slack, "\(seed) \(share) \(quarters)")
        }
        if share == 1 {
          #expect(schedule.packages.allSatisfy { $0.package.provinceAdcode == west })
        } else if share > 0, limit == "budget" {
          #expect(schedule.packages.contains { $0.package.provinceAdcode == west })
        }
      }
    }
  }

  /// Without the rule, and where it has nobody to share with, the schedule is the same.
  @Test func aPlanForOneSideHasNothingToShare() throws {
    for (codes, provinces) in [
      ("[\"110000\"]", 2), ("[\"330000\", \"540000\"]", 2), ("[\"540000\"]", 1),
    ] {
      var ruled = making("0.9", of: codes)
      if provinces == 1 { ruled.provinces = ["330000": 1] }
      var free = ruled
      free.more = []
      let packages = packages(seed: 7).filter { provinces == 2 || $0.work.provinceAdcode != west }
      let one = try ruled.scheduler(quarters: 6, budgetYuan: 40).schedule(packages)
      let other = try free.scheduler(quarters: 6, budgetYuan: 40).schedule(packages)
      #expect(one.packages == other.packages, "\(codes)")
    }
  }

  @Test func whatIsLeftOutNamesTheShare() throws {
    let one = RolloutPackage(package("a", kind: .townSeat, costYuan: 30, province: "330000"))
    let schedule = try making("0.9").scheduler(quarters: 2, budgetYuan: 40).schedule([one])
    #expect(schedule.unscheduled.first?.stoppedBy?.contains("west") == true)
    let account = try #require(schedule.limitAccounts.first { $0.limit == "west" })
    #expect(account.amount == 4)
  }

  @Test func refusesWhatCannotBeShared() {
    let wrong = [
      ("DR-641", making("1.1")), ("DR-641", making("-0.1")),
      ("DR-642", making("0.5", limit: "crews")),
      ("DR-642", making("0.5", of: "[]")), ("DR-642", making("0.5", of: "[\"330100\"]")),
      ("DR-643", making("0.5", name: "radios")),
    ]
    for (code, making) in wrong { #expect(userError { try making.book() }?.code == code) }
  }
}
