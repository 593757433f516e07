/// A project as the search sees it: activities numbered in topological order, and time in units of
/// the durations' greatest common divisor, which changes no optimum.
struct MakespanNetwork {
  let count: Int
  /// Index in the project of each activity.
  let activities: [Int]
  /// Periods of the project in one unit of time.
  let unit: Int
  let durations: [Int]
  let demands: [[Int]]
  let capacities: [Int]
  let successors: [[Int]]
  let predecessors: [[Int]]

  init(_ project: MakespanProject) {
    let activities = project.topologicalOrder
    var places = [Int](repeating: 0, count: activities.count)
    for (place, activity) in activities.enumerated() { places[activity] = place }
    let unit = max(1, project.activities.reduce(0) { Self.divisor($0, $1.duration) })
    self.activities = activities
    self.unit = unit
    count = activities.count
    durations = activities.map { project.activities[$0].duration / unit }
    demands = activities.map { project.activities[$0].demands }
    capacities = project.resources.map(\.capacity)
    successors = activities.map { project.successors[$0].map { places[$0] }.sorted() }
    predecessors = activities.map { project.predecessors[$0].map { places[$0] }.sorted() }
  }

  private static func divisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : divisor(second, first % second)
  }

  /// Length of the longest chain that ends where the activity starts, in units.
  var heads: [Int] {
    var heads = [Int](repeating: 0, count: count)
    for activity in 0..<count {
      for successor in successors[activity] {
        heads[successor] = max(heads[successor], heads[activity] + durations[activity])
      }
    }
    return heads
  }

  /// Length of the longest chain that starts where the activity finishes, in units.
  var tails: [Int] {
    var tails = [Int](repeating: 0, count: count)
    for activity in (0..<count).reversed() {
      for successor in successors[activity] {
        tails[activity] = max(tails[activity], tails[successor] + durations[successor])
      }
    }
    return tails
  }
}
