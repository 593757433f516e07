import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What one stage of a run took.
public struct StageTime: Hashable, Sendable {
  /// Key of the stage.
  public let stage: String
  /// Seconds on the wall's clock.
  public let wallSeconds: Double
  /// Seconds of processors, all threads together.
  public let processorSeconds: Double
}

/// Collects the time of each stage. Stages follow each other; only one is measured at a time, on
/// whatever threads it uses.
public final class StageTimer: Sendable {
  private let collected = Mutex<[StageTime]>([])

  /// A timer without stages.
  public init() {}

  /// The stages so far, in the order in which they ended.
  public var stages: [StageTime] { collected.withLock { $0 } }

  /// Runs the work and notes its time, also when it throws.
  public func measure<Result, Failure: Error>(
    _ stage: String, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = Reading()
    defer { note(stage, since: start) }
    return try work()
  }

  /// Runs the work and notes its time, also when it throws.
  public func measure<Result, Failure: Error>(
    _ stage: String, isolation: isolated (any Actor)? = #isolation,
    _ work: () async throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    let start = Reading()
    defer { note(stage, since: start) }
    return try await work()
  }

  private func note(_ stage: String, since start: Reading) {
    let end = Reading()
    let wall = (end.wall - start.wall).components
    let time = StageTime(
      stage: stage,
      wallSeconds: Double(wall.seconds) + Double(wall.attoseconds) * 1e-18,
      processorSeconds: end.processor - start.processor)
    collected.withLock { $0.append(time) }
  }

  private struct Reading {
    let wall = ContinuousClock.now
    let processor = MemoryUse.usage().processorSeconds
  }
}

/// What the process has taken of the machine.
public enum MemoryUse {
  /// Most memory the process has held at once, bytes.
  public static var peakBytes: Int { usage().peakBytes }

  static func usage() -> (processorSeconds: Double, peakBytes: Int) {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      let bytesPerUnit = 1
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      let bytesPerUnit = 1024
    #endif
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    return (seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss * bytesPerUnit)
  }
}
