public import Geometry

/// What ended the search for a shorter schedule.
public enum MakespanStop: String, Codable, CaseIterable, Sendable {
  /// The makespan is the bound: nothing is shorter.
  case optimal
  /// The schedules that were allowed are used up.
  case schedules
}

/// Start times of all activities of a project, and how good they are.
public struct MakespanResult: Hashable, Sendable {
  /// First period of each activity, in the project's order; the project starts at 0.
  public let starts: [Int]
  /// Periods until the last activity has finished.
  public let makespan: Int
  /// No schedule has a smaller makespan than this, periods.
  public let bound: Int
  /// Length of the longest chain of activities, periods.
  public let criticalPath: Int
  /// Schedules generated.
  public let schedules: Int
  /// What ended the search.
  public let stop: MakespanStop

  /// Makespan over bound, less 1: 0 where it is proven optimal.
  public var gap: Double {
    bound > 0 ? Double(makespan - bound) / Double(bound) : 0
  }
}

/// Minimises the makespan of a project with renewable resources.
///
/// The result depends on project, limit and seed alone: it is the same on every machine.
public struct MakespanSolver: Hashable, Sendable {
  /// Most schedules that are generated; each pass of a schedule generation scheme counts as one,
  /// justification included.
  public let scheduleLimit: Int
  /// Seed of the random numbers.
  public let seed: UInt64

  /// Largest limit.
  public static let greatestScheduleLimit = 1_000_000_000

  /// - Throws: `DR-627` for a limit that is not from 1 to ``greatestScheduleLimit``.
  public init(scheduleLimit: Int = 50_000, seed: UInt64 = 1) throws(UserError) {
    guard (1...Self.greatestScheduleLimit).contains(scheduleLimit) else {
      throw UserError(
        "DR-627", .badData, at: "schedules", "the limit is \(scheduleLimit)",
        remedy: "give a whole number from 1 to \(Self.greatestScheduleLimit)")
    }
    self.scheduleLimit = scheduleLimit
    self.seed = seed
  }

  /// The best schedule found, and what is proven of it.
  public func solve(_ project: MakespanProject) -> MakespanResult {
    let network = MakespanNetwork(project)
    let bound = MakespanBound(network)
    var search = MakespanSearch(
      network, bound: bound.best / network.unit, limit: scheduleLimit, seed: seed)
    search.run()
    var starts = [Int](repeating: 0, count: network.count)
    for (place, activity) in network.activities.enumerated() {
      starts[activity] = Int(search.bestStarts[place]) * network.unit
    }
    let makespan = Int(search.best) * network.unit
    return MakespanResult(
      starts: starts, makespan: makespan, bound: bound.best, criticalPath: bound.criticalPath,
      schedules: search.generated, stop: makespan == bound.best ? .optimal : .schedules)
  }
}
