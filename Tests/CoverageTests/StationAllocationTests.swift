import Coverage
import Geometry
import Radio
import Territory
import TestSupport
import Testing

@Suite struct StationAllocationTests {
  @Test func apportionByLargestRemainder() {
    #expect(StationAllocation.apportion(10, weights: [1, 1, 1]) == [4, 3, 3])
    #expect(StationAllocation.apportion(7, weights: [3, 0, 1]) == [5, 0, 2])
    #expect(StationAllocation.apportion(0, weights: [1, 2]) == [0, 0])
    #expect(StationAllocation.apportion(5, weights: [0, 0]) == [0, 0])
  }

  @Test(arguments: 0..<100) func apportionSumsExactlyAndStaysWithinOne(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let weights = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      Double.random(in: 0...100, using: &random)
    }
    let total = Int.random(in: 0...100_000, using: &random)
    let parts = StationAllocation.apportion(total, weights: weights)
    let sum = weights.reduce(0, +)
    #expect(parts.reduce(0, +) == (sum > 0 ? total : 0))
    for (part, weight) in zip(parts, weights) where sum > 0 {
      #expect(abs(Double(part) - Double(total) * weight / sum) < 1)
    }
  }

  @Test func regionsGetTheirShares() {
    let records = [("a", "110000"), ("b", "650000"), ("c", "650000")].map { id, province in
      SettlementRecord(
        id: id, name: id, kind: .city, countyAdcode: nil, prefectureAdcode: nil,
        provinceAdcode: province, population: 1000, populationKind: .estimated,
        seats: [])
    }
    let allocation = StationAllocation(
      weights: [.city: 1], regionShares: ["east": 0.6, "west": 0.4])
    let counts = allocation.counts(
      total: 100, over: records, region: ["110000": "east", "650000": "west"])
    #expect(counts == [60, 20, 20])
  }
}
