import Kernels
import TestSupport
import Testing

/// For whom a site comes best, against every exchange done and undone.
@Suite("Partner kernel")
struct PartnerKernelTests {
  @Test("finds the best of near sites and the least", arguments: 0..<80 as Range<UInt64>)
  func best(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let world = ChoiceWorld(&random, rows: 500)
    for site in 0..<world.siteCount where Int.random(in: 0..<3, using: &random) == 0 {
      deepreach_choose(&world.state, Int32(site))
    }
    for site in 0..<world.siteCount where world.isChosen[site] == 0 {
      let room = Double(Int.random(in: -2...3, using: &random))
      let near = world.siteRows[site].filter { world.count(Int($0)) == 1 }
        .map { Int(UInt32(truncatingIfNeeded: world.holders[Int($0)])) }
      let least = Int(deepreach_least_chosen(&world.state, -1))
      let allowed = Set(near + (least < 0 ? [] : [least]))
        .filter { world.prices[site] - world.prices[$0] <= room }
      let changes = allowed.map { change(world, taking: site, for: $0) }
      var found = 0.0
      let partner = Int(deepreach_best_partner(&world.state, Int32(site), room, &found))
      #expect(allowed.isEmpty == (partner < 0))
      if let most = changes.max() {
        #expect(found == most)
        #expect(allowed.contains(partner) && change(world, taking: site, for: partner) == most)
      }
      #expect(world.shared.elements.allSatisfy { $0 == 0 })
      #expect(world.isTouched.elements.allSatisfy { $0 == 0 })
    }
  }

  /// What an exchange changes, by doing it; the kernel that tells it beforehand must say the same.
  private func change(_ world: ChoiceWorld, taking site: Int, for partner: Int) -> Double {
    let told = deepreach_swap_change(&world.state, Int32(site), Int32(partner))
    let before = world.value
    deepreach_unchoose(&world.state, Int32(partner))
    deepreach_choose(&world.state, Int32(site))
    let change = world.value - before
    deepreach_unchoose(&world.state, Int32(site))
    deepreach_choose(&world.state, Int32(partner))
    #expect(told == change)
    return change
  }
}
