import Territory
import TestSupport
import Testing

@Suite struct ApportionmentTests {
  @Test func partsAreKnownInClosedForm() {
    #expect(Apportionment.parts(of: 10, weights: [1, 1, 1]) == [4, 3, 3])
    #expect(Apportionment.parts(of: 7, weights: [6, 3, 1]) == [4, 2, 1])
    #expect(Apportionment.parts(of: 3, weights: [0, 0]) == [2, 1])
    #expect(Apportionment.parts(of: 5, weights: []).isEmpty)
    #expect(Apportionment.parts(of: 0, weights: [3, 4]) == [0, 0])
    #expect(Apportionment.rounded([0.5, 1.75, 0.75], to: 3) == [0, 2, 1])
    // Two products beyond 64 bits.
    let huge = 3_000_000_000_000_000_000
    #expect(Apportionment.parts(of: huge, weights: [huge, huge / 3]) == [huge / 4 * 3, huge / 4])
  }

  @Test func capsHold() {
    let one = Apportionment.parts(of: 10, weights: [9, 1], caps: [4, 20])
    #expect(one.parts == [4, 6] && one.left == 0)
    let none = Apportionment.parts(of: 10, weights: [9, 0], caps: [4, 20])
    #expect(none.parts == [4, 0] && none.left == 6)
  }

  @Test func sumsHoldOverSeeds() {
    for seed in 0..<500 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...20, using: &random)
      let weights = (0..<count).map { _ in
        Int.random(in: 0...10, using: &random) < 3
          ? 0 : Int.random(in: 0...1_000_000, using: &random)
      }
      let total = Int.random(in: 0...2_000_000_000, using: &random)
      let parts = Apportionment.parts(of: total, weights: weights)
      #expect(parts.reduce(0, +) == total && parts.allSatisfy { $0 >= 0 })
      let sum = weights.reduce(0, +)
      if sum > 0 {
        for (part, weight) in zip(parts, weights) {
          #expect(abs(Double(part) - Double(total) * Double(weight) / Double(sum)) < 1 + 1e-6)
        }
      }
      let caps = weights.map { $0 == 0 ? 5 : Int.random(in: 0...3 * $0, using: &random) }
      let room = zip(weights, caps).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
      let some = Int.random(in: 0...(room + 10), using: &random)
      let capped = Apportionment.parts(of: some, weights: weights, caps: caps)
      #expect(capped.parts.reduce(0, +) + capped.left == some)
      #expect(zip(capped.parts, caps).allSatisfy { $0 <= $1 })
      #expect(capped.left == max(0, some - room), "seed \(seed)")
      let reals = (0..<count).map { _ in Double.random(in: 0...1000, using: &random) }
      let whole = Int(reals.reduce(0, +).rounded())
      let rounded = Apportionment.rounded(reals, to: whole)
      #expect(rounded.reduce(0, +) == whole)
      #expect(zip(rounded, reals).allSatisfy { abs(Double($0) - $1) <= 1 })
    }
  }
}
