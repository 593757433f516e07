import Coverage
import Geometry
import Radio
import Scheduling
import Siting
import TestSupport
import Territory

/// Random rollouts that went otherwise than planned: late, dear, not begun, begun out of turn.
struct RandomReplan {
  var world = ReplanMaking()
  private(set) var before: Schedule
  /// Money of a quarter when it is planned anew.
  private(set) var budgetYuan = 0
  private var random: SeededGenerator

  init(seed: UInt64, asPlanned: Bool = false) throws {
    random = SeededGenerator(seed: seed)
    world.quarters = Int.random(in: 3...8, using: &random)
    world.budgetYuan = Int.random(in: 20...120, using: &random)
    world.policy = Bool.random(using: &random) ? .valueOnly : .strictTiers
    world.making.limits = [
      "name: crews, resource: crew-days, of: nation, per: quarter, amount: "
        + BookMaking.amount("\(Int.random(in: 5...40, using: &random))"),
      "name: radios, resource: stations, of: nation, per: quarter, carry_over: all, amount: "
        + BookMaking.amount("\(Int.random(in: 2...20, using: &random))"),
    ]
    world.packages = Self.packages(&random)
    world.asOf = Int.random(in: 2...world.quarters, using: &random)
    world.committedQuarters = Int.random(in: 0...3, using: &random)
    world.moveCost = [0, 0.25, 0.5, 1, 3].randomElement(using: &random)
    before = try world.before()
    budgetYuan = world.budgetYuan
    guard !asPlanned else {
      for entry in before.packages where number(entry.start) < world.asOf {
        world.happen(entry.package.id, number(entry.start), number(entry.finish))
      }
      return
    }
    budgetYuan = max(1, world.budgetYuan * Int.random(in: 5...12, using: &random) / 10)
    for package in world.packages { happen(package) }
  }

  func after() throws -> Schedule { try world.after(before, budgetYuan: budgetYuan) }

  private func number(_ quarter: Quarter) -> Int { quarter.index - before.limits.from.index + 1 }

  private static func packages(_ random: inout SeededGenerator) -> [RolloutPackage] {
    var packages: [RolloutPackage] = []
    for settlement in 0..<Int.random(in: 1...5, using: &random) {
      let kind = SettlementKind.allCases[Int.random(in: 0...2, using: &random)]
      var below: String?
      for status in [CoverageStatus.reached, .continuous, .deep]
      where Int.random(in: 0...2, using: &random) > 0 {
        let id = "\(settlement)/\(status.rawValue)"
        let work = WorkPackage(
          id: id, settlement: "\(settlement)", settlementName: "\(settlement)", kind: kind,
          provinceAdcode: "330000", group: .mobile, from: .none, to: status,
          stations: Int.random(in: 0...6, using: &random), newSites: 0,
          costYuan: Int.random(in: 0...80, using: &random), energyKilowattHoursPerYear: 0,
          fibreMetres: 0, crewDays: Int.random(in: 0...12, using: &random),
          populationServed: Int.random(in: 0...9, using: &random) * 100, prerequisite: below,
          feasible: Int.random(in: 0...9, using: &random) > 0,
          priority: Double(Int.random(in: 0...4, using: &random)) / 4, reasons: [])
        var package = RolloutPackage(work)
        package.durationQuarters = Int.random(in: 1...3, using: &random)
        packages.append(package)
        below = id
      }
    }
    return packages
  }

  private mutating func happen(_ package: RolloutPackage) {
    guard package.work.feasible else { return }
    let planned = before.packages.first { $0.package.id == package.work.id }
    let odds = Int.random(in: 0...9, using: &random)
    guard let planned, number(planned.start) < world.asOf ? odds > 1 : odds == 0 else { return }
    let shift = [0, 0, 0, -1, 1].randomElement(using: &random) ?? 0
    let start = min(max(1, number(planned.start) + shift), world.asOf - 1)
    let longer = [0, 0, 0, 1, 2].randomElement(using: &random) ?? 0
    let finish = min(world.quarters, start + (package.durationQuarters ?? 1) - 1 + longer)
    // Without a finish it takes its time from now on, which has to end inside the horizon.
    let isOpen =
      max(start + planned.finish.index - planned.start.index, world.asOf) <= world.quarters
      && Int.random(in: 0...2, using: &random) == 0
    let cost = [nil, nil, 0, 60, 200].randomElement(using: &random) ?? nil
    world.happen(package.work.id, start, isOpen ? nil : finish, costYuan: cost)
  }
}
