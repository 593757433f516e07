import Coverage
import Geometry
import Scheduling
import Testing

struct PackageValueTests {
  private func value(
    population: Int, to: CoverageStatus = .deep, costYuan: Int, priority: Double = 0.5
  ) -> PackageValue {
    PackageValue(
      of: package("p", to: to, costYuan: costYuan, population: population, priority: priority),
      weights: .standard)
  }

  @Test func isPeopleTimesWeightTimesPriority() {
    #expect(value(population: 7, to: .continuous, costYuan: 1, priority: 0.25).numerator == 105_000)
    #expect(value(population: 7, to: .reached, costYuan: 1, priority: 1).numerator == 105_000)
  }

  @Test func equalFractionsAreEqual() {
    let third = value(population: 1, costYuan: 3)
    let same = value(population: 1_000_000_007, costYuan: 3_000_000_021)
    #expect(!third.isGreater(than: same))
    #expect(!same.isGreater(than: third))
  }

  /// Fractions that 64-bit floating point cannot tell apart.
  @Test func tellsNearFractionsApart() {
    let cost = 1_000_000_000_000_000
    let one = value(population: 1_000_000_000, costYuan: cost)
    let other = value(population: 1_000_000_000, costYuan: cost - 1)
    #expect(other.isGreater(than: one))
    #expect(!one.isGreater(than: other))
  }

  @Test func freeIsBest() {
    let free = value(population: 0, costYuan: 0)
    let paid = value(population: 1_000_000, costYuan: 1)
    #expect(free.isGreater(than: paid))
    #expect(!paid.isGreater(than: free))
    #expect(!free.isGreater(than: value(population: 5, costYuan: 0)))
  }

  @Test(arguments: [-1, 1001])
  func refusesWeight(weight: Int) {
    let error = #expect(throws: UserError.self) {
      _ = try StatusWeights(reached: 1, continuous: weight, deep: 1)
    }
    #expect(error?.code == "DR-604")
    #expect(error?.place == "weight of continuous")
  }
}
