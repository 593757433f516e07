import Kernels
import TestSupport
import Testing

/// A choice of sites after annealing against what its definition says of it.
@Suite("Annealing kernel")
struct AnnealingKernelTests {
  /// Random coverage, with the arrays of a choice.
  private final class World {
    let siteCount: Int
    let siteRows: [[Int32]]
    let rowSites: [[Int32]]
    let values: KernelRoom<Double>
    let prices: KernelRoom<Double>
    let counts: KernelRoom<Int32>
    let owners: KernelRoom<Int32>
    let isChosen: KernelRoom<UInt8>
    let scores: KernelRoom<Double>
    let groups: KernelRoom<Int32>
    let chosenOfGroup: KernelRoom<Int32>
    private let numbers: [KernelRoom<Int>]
    private let lists: [KernelRoom<Int32>]
    private let isTouched: KernelRoom<UInt8>
    var state: deepreach_choice

    init(_ random: inout SeededGenerator) {
      let sites = Int.random(in: 1...40, using: &random)
      let rows = Int.random(in: 1...60, using: &random)
      siteCount = sites
      let rowSites = (0..<rows).map { _ in
        (0..<Int32(sites)).filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
      }
      let siteRows = (0..<Int32(sites)).map { site in
        (0..<Int32(rows)).filter { rowSites[Int($0)].contains(site) }
      }
      (self.rowSites, self.siteRows) = (rowSites, siteRows)
      let worth = (0..<rows).map { _ in Double(Int.random(in: 1...9, using: &random)) }
      values = KernelRoom(worth)
      prices = KernelRoom((0..<sites).map { _ in Double(Int.random(in: 1...4, using: &random)) })
      counts = KernelRoom(rows, of: 0)
      owners = KernelRoom(rows, of: 0)
      isChosen = KernelRoom(sites, of: 0)
      scores = KernelRoom(siteRows.map { $0.reduce(0) { $0 + worth[Int($1)] } })
      groups = KernelRoom((0..<Int32(sites)).map { $0 % 5 == 0 ? -1 : $0 / 3 })
      chosenOfGroup = KernelRoom(sites, of: -1)
      var leaves = 1
      while leaves < sites { leaves *= 2 }
      func starts(_ lists: [[Int32]]) -> [Int] {
        lists.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
      }
      numbers = [KernelRoom(starts(siteRows)), KernelRoom(starts(rowSites))]
      lists = [
        KernelRoom(siteRows.flatMap { $0 }), KernelRoom(rowSites.flatMap { $0 }),
        KernelRoom(2 * leaves, of: -1), KernelRoom(sites + 1, of: 0),
      ]
      isTouched = KernelRoom(sites, of: 0)
      state = deepreach_choice(
        site_starts: numbers[0].start, site_rows: lists[0].start, row_starts: numbers[1].start,
        row_sites: lists[1].start, values: values.start, prices: prices.start,
        leaves: Int32(leaves), counts: counts.start, owners: owners.start,
        is_chosen: isChosen.start, scores: scores.start, tournament: lists[2].start,
        touched: lists[3].start, is_touched: isTouched.start, visited: 0)
    }

    var chosen: [Int] { (0..<siteCount).filter { isChosen[$0] != 0 } }
    var price: Double { chosen.reduce(0) { $0 + prices[$1] } }
    var value: Double {
      (0..<counts.count).reduce(0) { counts[$1] > 0 ? $0 + values[$1] : $0 }
    }

    /// Anneals once over all sites, and gives the value as the kernel has it.
    func anneal(
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

  @Test("leaves sums, owners and groups right", arguments: 0..<80 as Range<UInt64>)
  func sums(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let world = World(&random)
    for turn in 0..<4 as Range<UInt64> {
      let held = world.anneal(
        rate: .random(in: 0.5...6, using: &random), heat: .random(in: 0...5, using: &random),
        slope: .random(in: 0...0.02, using: &random), seed: seed * 4 + turn)
      #expect(held == world.value)
      for (row, sites) in world.rowSites.enumerated() {
        let holders = sites.filter { world.isChosen[Int($0)] != 0 }
        #expect(world.counts[row] == Int32(holders.count))
        #expect(world.owners[row] == holders.reduce(0, ^))
      }
      for (site, rows) in world.siteRows.enumerated() {
        let alone: Int32 = world.isChosen[site] != 0 ? 1 : 0
        let score = rows.filter { world.counts[Int($0)] == alone }
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
    let world = World(&random)
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
    let world = World(&random)
    _ = world.anneal(rate: 1, heat: 2, slope: 0, seed: seed)
    deepreach_order(&world.state, Int32(world.siteCount))
    let least = deepreach_least_chosen(&world.state, -1)
    let expected = world.chosen.min {
      (world.scores[$0] / world.prices[$0], $0) < (world.scores[$1] / world.prices[$1], $1)
    }
    #expect(least == expected.map { Int32($0) } ?? -1)
  }
}
