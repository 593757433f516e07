import Geometry
import Scheduling
import TestSupport
import Testing

/// The search for short schedules.
@Suite struct MakespanSolverTests {
  private func solve(
    _ project: MakespanProject, schedules: Int = 2_000, seed: UInt64 = 1
  ) throws -> MakespanResult {
    let result = try MakespanSolver(scheduleLimit: schedules, seed: seed).solve(project)
    expectKept(result, project)
    #expect(result.schedules <= schedules)
    return result
  }

  @Test func emptyProjectTakesNoTime() throws {
    let result = try solve(try MakespanProject(activities: [], resources: []))
    #expect(result.makespan == 0)
    #expect(result.stop == .optimal)
    #expect(result.gap == 0)
  }

  @Test func milestonesAloneTakeNoTime() throws {
    let result = try solve(
      try makespanProject(
        [0, 0, 0], demands: [[1], [1], [1]], capacities: [1], before: [(2, 1), (1, 0)]))
    #expect(result.makespan == 0)
  }

  @Test func chainTakesTheSumOfItsDurations() throws {
    let result = try solve(
      try makespanProject(
        [3, 5, 7], demands: [[1], [1], [1]], capacities: [9], before: [(2, 0), (0, 1)]))
    #expect(result.makespan == 15)
    #expect(result.starts == [7, 10, 0])
    #expect(result.criticalPath == 15)
    #expect(result.stop == .optimal)
  }

  @Test func parallelActivitiesTakeTheLongest() throws {
    let result = try solve(
      try makespanProject([3, 5, 7], demands: [[1], [1], [1]], capacities: [3]))
    #expect(result.makespan == 7)
    #expect(result.starts == [0, 0, 0])
  }

  @Test func oneMachineTakesTheSumOfDurations() throws {
    let result = try solve(
      try makespanProject([3, 5, 7, 4], demands: [[1], [1], [1], [1]], capacities: [1]))
    #expect(result.makespan == 19)
    #expect(result.stop == .optimal)
  }

  /// Johnson's rule (1954) orders a flow of jobs through two machines in the least time, here 28.
  @Test func twoMachineFlowKeepsToJohnson() throws {
    let first = [3, 5, 1, 6, 7]
    let second = [6, 2, 2, 6, 5]
    var order = Array(first.indices)
    order.sort { min(first[$0], second[$1]) < min(first[$1], second[$0]) }
    var (one, two) = (0, 0)
    for job in order {
      one += first[job]
      two = max(one, two) + second[job]
    }
    let result = try solve(
      try makespanProject(
        first + second, demands: first.map { _ in [1, 0] } + second.map { _ in [0, 1] },
        capacities: [1, 1], before: first.indices.map { ($0, $0 + first.count) }))
    #expect(result.makespan == two)
  }

  /// Three halves of a resource fit in pairs only.
  @Test func pairsThatFitRunTogether() throws {
    let result = try solve(
      try makespanProject([4, 4, 4, 4], demands: [[2], [2], [2], [2]], capacities: [5]))
    #expect(result.makespan == 8)
    #expect(result.stop == .optimal)
  }

  @Test(arguments: UInt64(1)...60)
  func tinyProjectsAreSolvedToTheOptimum(seed: UInt64) throws {
    let project = try randomProject(
      seed: seed, activities: 6, resources: 1 + Int(seed % 3), capacity: 4, longest: 4)
    #expect(try solve(project).makespan == exhaustedMakespan(project))
  }

  @Test(arguments: UInt64(1)...200)
  func schedulesKeepTheRulesAndComeAgain(seed: UInt64) throws {
    let resources = [0, 1, 4, 9, 17][Int(seed % 5)]
    let capacity = [1, 10, 127, 128, 40_000, 1_000_000][Int(seed % 6)]
    let project = try randomProject(
      seed: seed, activities: 5 + Int(seed % 40), resources: resources, capacity: capacity,
      longest: 1 + Int(seed % 12))
    let result = try solve(project, schedules: 300, seed: seed)
    #expect(try solve(project, schedules: 300, seed: seed) == result)
  }

  @Test func moreSchedulesAreNeverWorseAndSeedsDiffer() throws {
    let project = try randomProject(
      seed: 7, activities: 40, resources: 3, capacity: 6, longest: 9)
    let one = try solve(project, schedules: 1)
    #expect(one.schedules == 1)
    #expect(try solve(project, schedules: 5_000).makespan <= one.makespan)
    let starts = try (UInt64(1)...8).map { try solve(project, schedules: 500, seed: $0).starts }
    #expect(Set(starts).count > 1)
  }

  /// Durations with a common divisor are those of a project in larger periods.
  @Test func scaledDurationsScaleTheSchedule() throws {
    let durations = [3, 2, 4, 1, 5, 2]
    let demands = [[2], [1], [3], [2], [1], [2]]
    let small = try solve(try makespanProject(durations, demands: demands, capacities: [4]))
    let large = try solve(
      try makespanProject(durations.map { $0 * 5_000 }, demands: demands, capacities: [4]))
    #expect(large.starts == small.starts.map { $0 * 5_000 })
    #expect(large.bound == small.bound * 5_000)
  }

  /// Durations far beyond the activities' number, which are sorted in another way.
  @Test func longDurationsAreScheduledToo() throws {
    let result = try solve(
      try makespanProject(
        [30_001, 20_003, 10_007, 40_009], demands: [[1], [2], [1], [2]], capacities: [2]),
      schedules: 50)
    #expect(result.makespan == 90_013)
  }

  @Test(arguments: [0, -1, Int.min, Int.max])
  func limitsOutOfRangeAreRefused(limit: Int) {
    #expect(userError { try MakespanSolver(scheduleLimit: limit) }?.code == "DR-627")
  }
}
