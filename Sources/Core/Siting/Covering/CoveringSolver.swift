/// Solves covering problems: a good choice by greedy, rounding and local search, a bound by the linear
/// relaxation, and a proof by branch and bound where that is within reach.
///
/// The result depends on the problem and the options, not on threads or the clock, except where a
/// time limit ends the work.
public struct CoveringSolver: Sendable {
  /// Relative gap that is good enough; 0 asks for a proof.
  public var gap: Double
  /// Millions of entries of the coverage that may be visited.
  public var effort: Double
  /// A guard: the work ends soon after so many seconds.
  public var timeLimitSeconds: Double?
  /// A choice to begin with; not looked at where it is not allowed or not enough.
  public var start: [Int]?
  /// Threads; the result does not depend on it.
  public var threads: Int

  /// A solver.
  public init(
    gap: Double = 0, effort: Double = 10_000, timeLimitSeconds: Double? = nil, start: [Int]? = nil,
    threads: Int = 1
  ) {
    self.gap = gap
    self.effort = effort
    self.timeLimitSeconds = timeLimitSeconds
    self.start = start
    self.threads = threads
  }

  /// Chooses sites.
  public func solve(_ problem: CoveringProblem) -> CoveringResult {
    var work = CoveringWork(problem, self)
    work.run()
    return work.result()
  }

  /// The greedy choice alone, by which results can be measured.
  public static func greedy(_ problem: CoveringProblem) -> [Int] {
    CoveringWork.greedy(CoveringCore(problem)).candidates.map { Int($0) }.sorted()
  }
}
