import Scheduling
import TestSupport
import Testing

/// Bounds that must hold for every schedule.
@Suite struct MakespanBoundTests {
  @Test func chainIsItsOwnBound() throws {
    let bound = MakespanBound(
      of: try makespanProject(
        [3, 5], demands: [[1], [1]], capacities: [2], before: [(0, 1)]))
    #expect(bound.criticalPath == 8)
    #expect(bound.best == 8)
  }

  @Test func workOverCapacityIsRoundedUp() throws {
    let bound = MakespanBound(
      of: try makespanProject([3, 4, 2], demands: [[1], [1], [1]], capacities: [2]))
    #expect(bound.resourceWork == 5)
    #expect(bound.criticalPath == 4)
  }

  /// Durations of three periods leave no makespan of five, though the work is four and a half.
  @Test func workIsRoundedToTheDurationsDivisor() throws {
    let bound = MakespanBound(
      of: try makespanProject([3, 3, 3], demands: [[1], [1], [1]], capacities: [2]))
    #expect(bound.resourceWork == 6)
  }

  /// Head 4, then 3 + 3 periods of one machine, then tail 2.
  @Test func headsAndTailsCountBesideTheWork() throws {
    let bound = MakespanBound(
      of: try makespanProject(
        [4, 3, 3, 2], demands: [[0], [1], [1], [0]], capacities: [1],
        before: [(0, 1), (0, 2), (1, 3), (2, 3)]))
    #expect(bound.criticalPath == 9)
    #expect(bound.resourceWork == 12)
    #expect(bound.best == 12)
  }

  /// Both pass the sum of work, but the unit that is free under the critical chain is too narrow.
  @Test func refutationSeesWhatMustRun() throws {
    let bound = MakespanBound(
      of: try makespanProject(
        [4, 4, 2], demands: [[2], [2], [2]], capacities: [3], before: [(0, 1)]))
    #expect(bound.resourceWork < 10)
    #expect(bound.refutation == 10)
  }

  @Test(arguments: UInt64(1)...150)
  func noBoundIsAboveTheOptimum(seed: UInt64) throws {
    let project = try randomProject(
      seed: 1_000 + seed, activities: 6, resources: 1 + Int(seed % 3), capacity: 3 + Int(seed % 3),
      longest: 4)
    let bound = MakespanBound(of: project)
    let optimum = exhaustedMakespan(project)
    #expect(bound.best <= optimum)
    #expect(bound.best == max(bound.criticalPath, bound.resourceWork, bound.refutation))
    #expect(bound.criticalPath <= bound.best)
  }
}
