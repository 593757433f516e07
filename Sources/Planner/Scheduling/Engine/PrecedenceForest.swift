/// The precedence that the relaxation keeps: of several prerequisites the last in order, so that every
/// activity has one parent at most and its best start is found by dynamic programming over trees. What
/// is dropped only makes the bound weaker, never wrong; schedules keep all of it.
struct PrecedenceForest {
  private(set) var activityOfRow: [Int] = []
  private(set) var rowOfActivity: [Int]
  private(set) var parent: [Int] = []
  private(set) var isRelaxed = false
  private(set) var isNeeded: [Bool]
  private(set) var chunks: [Range<Int>] = []

  /// Rows of a chunk, at least, so that a thread has enough to do.
  private static let chunkRows = 1024

  init(_ problem: SchedulingProblem) {
    let count = problem.activities.count
    rowOfActivity = [Int](repeating: 0, count: count)
    isNeeded = [Bool](repeating: false, count: count)
    guard count > 0 else { return }
    // Activities come in topological order, so a root is known before its followers.
    var root = [Int](0..<count)
    for (index, activity) in problem.activities.enumerated() {
      guard let kept = activity.keptPrerequisite else { continue }
      root[index] = root[kept]
      if activity.prerequisites.count > 1 { isRelaxed = true }
    }
    activityOfRow = [Int](0..<count).sorted { (root[$0], $0) < (root[$1], $1) }
    for (row, activity) in activityOfRow.enumerated() { rowOfActivity[activity] = row }
    parent = activityOfRow.map { activity in
      problem.activities[activity].keptPrerequisite.map { rowOfActivity[$0] } ?? -1
    }
    markNeeded(problem)
    var first = 0
    for row in 1...count where row == count || parent[row] < 0 && row - first >= Self.chunkRows {
      chunks.append(first..<row)
      first = row
    }
  }

  private mutating func markNeeded(_ problem: SchedulingProblem) {
    for (index, activity) in problem.activities.enumerated().reversed() {
      let row = rowOfActivity[index]
      if activity.isMandatory || activity.fixed != nil { isNeeded[row] = true }
      guard isNeeded[row], activity.fixed == nil else { continue }
      for prerequisite in activity.prerequisites { isNeeded[rowOfActivity[prerequisite]] = true }
    }
  }
}

extension ScheduleActivity {
  /// The prerequisite that the relaxation keeps; what is done or committed waits for nothing.
  fileprivate var keptPrerequisite: Int? { fixed == nil ? prerequisites.max() : nil }
}
