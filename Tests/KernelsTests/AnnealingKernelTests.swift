import Kernels
import TestSupport
import Testing

/// A choice of sites after annealing against what its definition says of it.
@Suite("Annealing kernel")
struct AnnealingKernelTests {
  @Test("leaves sums, owners and groups right", arguments: 0..<80 as Range<UInt64>)
  func sums(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let world = ChoiceWorld(&random)
    for turn in 0..<4 as Range<UInt64> {
      let held = world.anneal(
        rate: .random(in: 0.5...6, using: &random), heat: .random(in: 0...5, using: &random),
        slope: .random(in: 0...0.02, using: &random), seed: seed * 4 + turn)
      #expect(held == world.value)
      for (row, sites) in world.rowSites.enumerated() {
        let holders = sites.filter { world.isChosen[Int($0)] != 0 }
        let owner = UInt64(holders.reduce(0, ^))
        #expect(world.holders[row] == UInt64(holders.count) << 32 | owner)
      }
      for (site, rows) in world.siteRows.enumerated() {
        let alone = world.isChosen[site] != 0 ? 1 : 0
        let score = rows.filter { world.count(Int($0)) == alone }
          .reduce(0) { $0 + world.values[Int($1)] }
        #expect(world.scores[site] == score)
      }
      let groups = world.chosen.map { world.groups[$0] }.filter { $0 >= 0 }
      #expect(Set(groups).count == groups.count)
      for (group, site) in world.chosenOfGroup.elements.enumerated() where site >= 0 {
        #expect(world.isChosen[Int(site)] != 0 && world.groups[Int(site)] == Int32(group))
      }
    }
  }

  @Test("never loses without heat", arguments: 0..<40 as Range<UInt64>)
  func descent(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let world = ChoiceWorld(&random)
    let rate = Double.random(in: 0.5...6, using: &random)
    var worth = 0.0
    for turn in 0..<6 as Range<UInt64> {
      _ = world.anneal(rate: rate, heat: 0, slope: 0, seed: seed * 6 + turn, sweeps: 2)
      let next = world.value - rate * world.price
      #expect(next >= worth - 1e-9)
      worth = next
    }
  }

  @Test("the tournament finds the least", arguments: 0..<40 as Range<UInt64>)
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let world = ChoiceWorld(&random)
    _ = world.anneal(rate: 1, heat: 2, slope: 0, seed: seed)
    deepreach_order(&world.state, Int32(world.siteCount))
    let least = deepreach_least_chosen(&world.state, -1)
    let expected = world.chosen.min {
      (world.scores[$0] / world.prices[$0], $0) < (world.scores[$1] / world.prices[$1], $1)
    }
    #expect(least == expected.map { Int32($0) } ?? -1)
  }
}

extension ChoiceWorld {
  /// Anneals once over all sites, and gives the value as the kernel has it.
  fileprivate func anneal(
    rate: Double, heat: Double, slope: Double, seed: UInt64, sweeps: Int32 = 9
  ) -> Double {
    let pool = KernelRoom((0..<Int32(siteCount)).map { $0 })
    var annealing = deepreach_annealing(
      pool: pool.start, pool_count: Int32(siteCount), group_of_site: groups.start,
      chosen_of_group: chosenOfGroup.start, rate: rate, heat: heat, wanted: 60, slope: slope,
      value: value, random: seed)
    deepreach_anneal(&state, &annealing, 7, sweeps)
    return annealing.value
  }
}
