import Coverage
import Geometry
import Scheduling
import Siting
import TestSupport
import Territory
import Testing

/// What pilots cost the first of strict tiers, against every schedule of tiny worlds: every package takes a quarter and
/// pays all of a quarter's money, and what is not spent is kept.
@Suite struct FirstTierLossTests {
  /// A world with what its pilots ask.
  struct World {
    let quarters: Int
    let packages: [RolloutPackage]
    let tasks: [PilotTask]

    init(seed: UInt64) throws {
      var random = SeededGenerator(seed: seed)
      quarters = Int.random(in: 2...4, using: &random)
      var packages: [RolloutPackage] = []
      for index in 0..<Int.random(in: 1...3, using: &random) {
        packages.append(
          PilotMaking.rollout("city\(index)", people: Int.random(in: 1...30, using: &random) * 100))
      }
      for index in 0..<Int.random(in: 1...2, using: &random) {
        let people = Int.random(in: 1...30, using: &random) * 100
        packages.append(
          PilotMaking.rollout("town\(index)", people: people, kind: .townSeat, to: .reached))
        packages.append(
          PilotMaking.rollout(
            "town\(index)", people: people, kind: .townSeat, to: .deep,
            after: "town\(index)/mobile/reached"))
      }
      self.packages = packages
      let finder = try PilotMaking.tasks(packages, quarters: quarters)
      let isDeep = Bool.random(using: &random)
      let due = Int.random(in: (isDeep ? 1 : 0)..<quarters, using: &random)
      let hasWork = Bool.random(using: &random) && due > (isDeep ? 1 : 0)
      tasks = [
        try finder.task(
          PilotMaking.pilot(
            "p", at: "town0", by: due, status: isDeep ? .deep : .reached,
            work: hasWork ? PilotWork(stations: 1, costYuan: 100) : nil),
          at: PilotMaking.site("town0", kind: .townSeat))
      ]
    }

    /// The most that the cities can be worth, whatever becomes of the towns; nil where no schedule is one.
    func best(_ packages: [RolloutPackage]) -> Double? {
      var best: Double?
      var finishes: [String: Int?] = [:]
      func worth(_ package: RolloutPackage, _ finish: Int) -> Double {
        // 3 for deep coverage of middling priority.
        (finish..<quarters).reduce(0) {
          $0 + Double(package.work.populationServed) * 3 * PilotMaking.discount($1)
        }
      }
      func isPaid() -> Bool {
        (0..<quarters).allSatisfy { quarter in
          finishes.values.count { ($0 ?? .max) <= quarter } <= quarter + 1
        }
      }
      func isSchedule() -> Bool {
        return packages.allSatisfy { package in
          let own = finishes[package.work.id] ?? nil
          if let deadline = package.deadline {
            guard let own, PilotMaking.quarter(own) <= deadline else { return false }
          }
          let before = [package.work.prerequisite].compactMap(\.self) + package.furtherPrerequisites
          return own.map { own in
            before.allSatisfy { (finishes[$0] ?? nil).map { $0 < own } ?? false }
          } ?? true
        }
      }
      func place(_ index: Int) {
        guard index < packages.count else {
          guard isSchedule() else { return }
          let value = packages.reduce(0.0) { sum, package in
            guard package.work.kind == .city, let finish = finishes[package.work.id] ?? nil else {
              return sum
            }
            return sum + worth(package, finish)
          }
          best = max(best ?? value, value)
          return
        }
        for finish in [nil] + (0..<quarters).map(Optional.some) {
          finishes[packages[index].work.id] = .some(finish)
          if isPaid() { place(index + 1) }
        }
        finishes[packages[index].work.id] = .some(nil)
      }
      place(0)
      return best
    }
  }

  /// With hardly any effort the interval is wide, with much it is narrow: it always holds the loss of the best.
  @Test func theIntervalHoldsTheLoss() throws {
    var proven = 0
    for seed in 0..<40 as Range<UInt64> {
      let world = try World(seed: seed)
      let without = try #require(world.best(world.packages))
      let with = try #require(world.best(world.packages.serving(world.tasks)))
      let loss = without - with
      #expect(loss >= 0)
      for (gap, evaluations, placements) in [(0.5, 1, 0), (0, 400, 20000)] {
        let scheduler = try BookMaking().scheduler(
          quarters: world.quarters, budgetYuan: 100, policy: .strictTiers,
          effort: ScheduleEffort(gap: gap, evaluations: evaluations, placements: placements))
        let piloted = try PilotSchedule(world.tasks, among: world.packages, by: scheduler)
        let price = try #require(try piloted.result(PilotMaking.book()).price)
        let first = try #require(price.firstTier)
        let said = "seed \(seed): \(first), \(loss)"
        let slack = 1e-8 * max(1, without)
        #expect(!price.isProven && first.low >= 0, "\(said)")
        #expect(first.low <= loss + slack && loss - slack <= first.high, "\(said)")
        if first.low > slack { proven += 1 }
      }
    }
    #expect(proven > 10, "\(proven)")
  }

  /// One city and a town whose pilot takes the only quarter before: the loss is known, and proven above nothing.
  @Test func aLossIsProven() throws {
    let result = try PilotMaking.townBeforeCity().result(PilotMaking.book())
    let first = try #require(result.price?.firstTier)
    for value in [first.found, first.low, first.high] { #expect(abs(value - 3000) < 1e-3) }
  }

  /// One tier that decides on all has a price that is proven itself.
  @Test func oneTierNeedsNoSecondProof() throws {
    let packages = [PilotMaking.rollout("a", people: 100), PilotMaking.rollout("b", people: 1000)]
    let task = try PilotMaking.tasks(packages).task(
      PilotMaking.pilot("p", at: "a", by: 0), at: PilotMaking.site("a"))
    for policy in TierPolicy.allCases {
      let scheduler = try PilotMaking.scheduler(quarters: 2, policy: policy)
      let price = try PilotSchedule([task], among: packages, by: scheduler)
        .result(PilotMaking.book()).price
      #expect(price?.isProven == true && price?.firstTier == nil)
    }
  }
}
