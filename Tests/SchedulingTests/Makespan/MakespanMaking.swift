import Scheduling
import TestSupport
import Testing

/// A project of activities A0, A1, A2, … by durations, demands and pairs of indices.
func makespanProject(
  _ durations: [Int], demands: [[Int]], capacities: [Int], before: [(Int, Int)] = []
) throws -> MakespanProject {
  try MakespanProject(
    activities: durations.indices.map { index in
      MakespanActivity(
        id: "A\(index)", duration: durations[index], demands: demands[index],
        successors: before.filter { $0.0 == index }.map { "A\($0.1)" })
    },
    resources: capacities.enumerated().map {
      RenewableResource(id: "R\($0.offset)", capacity: $0.element)
    })
}

/// A project from a seed: any precedence, some milestones, some activities without demand.
func randomProject(
  seed: UInt64, activities: Int, resources: Int, capacity: Int, longest: Int
) throws -> MakespanProject {
  var generator = SeededGenerator(seed: seed)
  var before: [(Int, Int)] = []
  for last in 1..<activities {
    for first in 0..<last where Int.random(in: 0..<activities, using: &generator) < 2 {
      before.append((first, last))
    }
  }
  return try makespanProject(
    (0..<activities).map { _ in Int.random(in: 0...longest, using: &generator) },
    demands: (0..<activities).map { _ in
      (0..<resources).map { _ in max(0, Int.random(in: -1...capacity, using: &generator)) }
    }, capacities: [Int](repeating: capacity, count: resources), before: before)
}

/// Holds a schedule to the problem's own words, without anything of the solver.
func expectKept(_ result: MakespanResult, _ project: MakespanProject) {
  let starts = result.starts
  #expect(starts.count == project.activities.count)
  #expect(starts.allSatisfy { $0 >= 0 })
  let finishes = zip(starts, project.activities).map { $0 + $1.duration }
  #expect(result.makespan == finishes.max() ?? 0)
  for (index, followers) in project.successors.enumerated() {
    #expect(followers.allSatisfy { starts[$0] >= finishes[index] })
  }
  for (resource, limit) in project.resources.map(\.capacity).enumerated() {
    var usage = [Int](repeating: 0, count: result.makespan)
    for (index, activity) in project.activities.enumerated() {
      for period in starts[index]..<finishes[index] { usage[period] += activity.demands[resource] }
    }
    #expect(usage.allSatisfy { $0 <= limit })
  }
  #expect(result.bound <= result.makespan)
  #expect(result.criticalPath <= result.bound)
  #expect((result.stop == .optimal) == (result.bound == result.makespan))
}

/// The least makespan, by trying every start of every activity: for tiny projects.
func exhaustedMakespan(_ project: MakespanProject) -> Int {
  let activities = project.activities
  var order: [Int] = []
  while order.count < activities.count {
    for index in activities.indices
    where !order.contains(index) && project.predecessors[index].allSatisfy(order.contains) {
      order.append(index)
    }
  }
  let horizon = activities.reduce(0) { $0 + $1.duration }
  var best = horizon
  var starts = [Int](repeating: 0, count: activities.count)
  var usage = project.resources.map { _ in [Int](repeating: 0, count: horizon + 1) }
  func place(_ step: Int, _ makespan: Int) {
    guard makespan < best else { return }
    guard step < order.count else {
      best = makespan
      return
    }
    let index = order[step]
    let activity = activities[index]
    let ready = project.predecessors[index].map { starts[$0] + activities[$0].duration }.max() ?? 0
    var start = ready
    while start + activity.duration < best || (activity.duration == 0 && start == ready) {
      let periods = start..<start + activity.duration
      let fits = project.resources.indices.allSatisfy { resource in
        periods.allSatisfy {
          usage[resource][$0] + activity.demands[resource] <= project.resources[resource].capacity
        }
      }
      if fits {
        for resource in usage.indices {
          for period in periods { usage[resource][period] += activity.demands[resource] }
        }
        starts[index] = start
        place(step + 1, max(makespan, start + activity.duration))
        for resource in usage.indices {
          for period in periods { usage[resource][period] -= activity.demands[resource] }
        }
      }
      start += 1
    }
  }
  place(0, 0)
  return best
}
