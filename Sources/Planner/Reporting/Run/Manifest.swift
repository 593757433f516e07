public import Geometry
public import Scheduling

/// What anyone needs to repeat a run and to check it: `run.json`.
///
/// Nothing in it depends on the clock, the machine or the number of threads, so that the same inputs
/// give the same bytes; what the run took stands in ``Timings``. The manifest seals itself: its last
/// member is the SHA-256 of the file with that member's digits all `0`.
public struct Manifest: Hashable, Sendable {
  /// Version of the program.
  public var toolVersion: String
  /// `plan` or `audit`.
  public var verb: String
  /// Arguments that bear on the result (``RunArguments/bearing(_:)``).
  public var arguments: [String]
  /// Every option's value, given or not, in the project file's order.
  public var project: JSONObject
  /// Seed of everything random.
  public var seed: Int
  /// Files that were read, in order of path.
  public var inputs: [FileDigest]
  /// Files that were written, in order of name; filled in by ``RunDraft/finish(_:timings:)``.
  public var outputs: [FileDigest] = []
  /// Settlements by group, kind and status.
  public var counts: [StatusCount]
  /// Raster cells by path loss model of their best server, `none` without a signal; both groups.
  public var models: [String: Int]
  /// Whole yuan paid; nil when nothing was planned.
  public var costYuan: Int?
  /// Stations built; nil when nothing was planned.
  public var stations: Int?

  /// What is proven of the schedule; nil when nothing was planned.
  public var proof: ScheduleProof?
  /// What is proven of the sites; nil when nothing was planned.
  public var siting: SitingFigures?
  /// What the plan does for key places; nil where none were brought.
  public var keyPlaces: JSONValue?

  /// A manifest without outputs.
  public init(
    toolVersion: String, verb: String, arguments: [String], project: JSONObject, seed: Int,
    inputs: [FileDigest], counts: [StatusCount],
    models: [String: Int] = [:], schedule: Schedule?, siting: SitingFigures? = nil
  ) {
    self.toolVersion = toolVersion
    self.verb = verb
    self.arguments = RunArguments.bearing(arguments)
    self.project = project
    self.seed = seed
    self.inputs = inputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.counts = counts
    self.models = models
    self.siting = siting
    proof = schedule?.proof
    costYuan = schedule?.spentYuan
    stations = schedule?.stationsFinished
  }
}
