public import Geometry

/// What a run took of time and memory: `timings.json`, which is not hashed, as it differs from run
/// to run.
public struct Timings: Hashable, Sendable {
  /// The command line whole.
  public let arguments: [String]
  /// Threads that were used.
  public let threads: Int
  /// Time of each stage.
  public let stages: [StageTime]
  /// Most memory held at once.
  public let peakMemoryBytes: Int

  /// What a run took.
  public init(
    arguments: [String], threads: Int, stages: [StageTime],
    peakMemoryBytes: Int = MemoryUse.peakBytes
  ) {
    self.arguments = arguments
    self.threads = threads
    self.stages = stages
    self.peakMemoryBytes = peakMemoryBytes
  }

  /// The file, seconds to the millisecond.
  public func json() throws(UserError) -> [UInt8] {
    let value: JSONValue = [
      "arguments": .array(arguments.map(JSONValue.string)),
      "threads": .int(threads),
      "stages": .array(
        stages.map { stage in
          [
            "stage": .string(stage.stage),
            "wall_seconds": .rounded(stage.wallSeconds, decimals: 3),
            "processor_seconds": .rounded(stage.processorSeconds, decimals: 3),
          ]
        }),
      "wall_seconds": .rounded(stages.reduce(0) { $0 + $1.wallSeconds }, decimals: 3),
      "peak_memory_bytes": .int(peakMemoryBytes),
    ]
    return try value.serialized(pretty: true)
  }
}
