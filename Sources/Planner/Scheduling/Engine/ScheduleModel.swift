/// A problem laid out for the hot loops: trees of precedence side by side, uses with equal resources,
/// shares and duration priced from one table.
final class ScheduleModel: Sendable {
  let problem: SchedulingProblem
  /// Periods.
  let periods: Int
  /// Rows are activities, parents before children, trees side by side; for each row its activity.
  let activityOfRow: [Int]
  /// For each activity its row.
  let rowOfActivity: [Int]
  /// For each row the row of the prerequisite that the relaxation keeps, -1 for none.
  let parent: [Int]
  /// Whether any prerequisite is left to the schedule alone, as an activity has several.
  let isRelaxed: Bool
  /// Rows whose absence no schedule allows: mandatory ones and what they wait for.
  let isNeeded: [Bool]
  /// Rows without a choice left.
  let isFixed: [Bool]
  /// First mode of each row, and one behind the last.
  let firstMode: [Int]
  let duration: [Int]
  /// Values of each mode by start, ``periods`` each: -infinity where it cannot start.
  let valueByStart: [Double]
  /// Greatest value of each row at any start; -infinity when it has none.
  let greatestValue: [Double]
  /// First use of each mode, and one behind the last.
  let firstUse: [Int]
  let useKey: [Int32]
  let useAmount: [Double]
  let keys: [UseKey]
  let accounts: ResourceAccounts
  /// What each kind of use takes of which accounts when it starts in each period.
  let cells: UseCells
  /// Whether several uses of a mode take from one resource.
  let drawsTwice: [Bool]
  /// Rows of whole trees, worked on by one thread each.
  let chunks: [Range<Int>]
  /// Index of each row's chunk.
  let chunkOfRow: [Int]

  /// Uses of one kind.
  struct UseKey: Hashable, Sendable {
    let resources: [Int]
    let shares: [Int]
    let duration: Int
  }

  init(_ problem: SchedulingProblem) {
    self.problem = problem
    periods = problem.periods
    let forest = PrecedenceForest(problem)
    activityOfRow = forest.activityOfRow
    rowOfActivity = forest.rowOfActivity
    parent = forest.parent
    isRelaxed = forest.isRelaxed
    isNeeded = forest.isNeeded
    isFixed = forest.activityOfRow.map { problem.activities[$0].fixed != nil }
    chunks = forest.chunks
    chunkOfRow = forest.chunks.indices.flatMap { index in
      forest.chunks[index].map { _ in index }
    }
    var layout = ModeLayout(periods: problem.periods)
    for activity in forest.activityOfRow { layout.add(problem.activities[activity]) }
    firstMode = layout.firstMode + [layout.duration.count]
    duration = layout.duration
    valueByStart = layout.valueByStart
    let modes = layout.firstMode + [layout.duration.count]
    greatestValue = forest.activityOfRow.indices.map { row in
      layout.valueByStart[modes[row] * problem.periods..<modes[row + 1] * problem.periods].max()
        ?? -.infinity
    }
    firstUse = layout.firstUse + [layout.useKey.count]
    useKey = layout.useKey
    useAmount = layout.useAmount
    keys = layout.keys
    accounts = ResourceAccounts(problem)
    cells = UseCells(layout.keys, accounts, periods: problem.periods)
    drawsTwice = layout.drawsTwice
  }

  var rows: Int { activityOfRow.count }

  func activity(_ row: Int) -> ScheduleActivity { problem.activities[activityOfRow[row]] }
}

extension ScheduleModel {
  /// No schedule is worth less: what is needed at its worst, the rest at its worst or not at all.
  var leastValue: Double {
    var sum = 0.0
    for row in 0..<rows {
      var least = Double.infinity
      for index in firstMode[row] * periods..<firstMode[row + 1] * periods
      where valueByStart[index] > -.infinity {
        least = min(least, valueByStart[index])
      }
      sum += least == .infinity ? 0 : isNeeded[row] ? least : min(0, least)
    }
    return sum - 1e-9 * abs(sum) - 1e-9
  }
}

/// The modes of all rows, one after the other.
private struct ModeLayout {
  let periods: Int
  var firstMode: [Int] = []
  var duration: [Int] = []
  var valueByStart: [Double] = []
  var firstUse: [Int] = []
  var useKey: [Int32] = []
  var useAmount: [Double] = []
  var keys: [ScheduleModel.UseKey] = []
  var drawsTwice: [Bool] = []
  private var indices: [ScheduleModel.UseKey: Int32] = [:]

  init(periods: Int) { self.periods = periods }

  mutating func add(_ activity: ScheduleActivity) {
    firstMode.append(duration.count)
    for (index, mode) in activity.modes.enumerated() {
      duration.append(mode.durationPeriods)
      firstUse.append(useKey.count)
      for start in 0..<periods {
        valueByStart.append(
          Self.isAllowed(activity, index, start, periods)
            ? mode.valueByFinish[start + mode.durationPeriods - 1] : -.infinity)
      }
      let resources = mode.uses.flatMap(\.resources)
      drawsTwice.append(Set(resources).count < resources.count)
      // What is done or committed is booked beforehand (``ResourceAccounts``) and costs no more.
      guard activity.fixed == nil else { continue }
      for use in mode.uses where use.amount > 0 { add(use, duration: mode.durationPeriods) }
    }
  }

  private mutating func add(_ use: ResourceUse, duration: Int) {
    let key = ScheduleModel.UseKey(
      resources: use.resources, shares: use.shares, duration: duration)
    let index: Int32
    if let known = indices[key] {
      index = known
    } else {
      index = Int32(keys.count)
      indices[key] = index
      keys.append(key)
    }
    useKey.append(index)
    useAmount.append(Double(use.amount))
  }

  private static func isAllowed(
    _ activity: ScheduleActivity, _ mode: Int, _ start: Int, _ periods: Int
  ) -> Bool {
    if let fixed = activity.fixed { return fixed.mode == mode && fixed.period == start }
    let finish = start + activity.modes[mode].durationPeriods - 1
    return start >= activity.earliestStart && finish <= min(activity.latestFinish, periods - 1)
  }
}
