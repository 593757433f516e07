import FoundationEssentials
import Geometry
import Reporting
import Scheduling
import Territory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Minimises the makespan of a project of PSPLIB, writes its schedule and prints its summary.
struct MakespanRun {
  private let path: String
  private let schedules: Int
  private let seed: UInt64
  private let isJSON: Bool
  private let output: String?

  init(path: String, schedules: Int, seed: UInt64, isJSON: Bool, output: String?) {
    self.path = path
    self.schedules = schedules
    self.seed = seed
    self.isJSON = isJSON
    self.output = output
  }

  func run() throws(UserError) {
    let start = ContinuousClock.now
    let solver = try MakespanSolver(scheduleLimit: schedules, seed: seed)
    let project = try PSPLIBReader.read(try FileAccess.read(path), name: path)
    let result = solver.solve(project)
    if let output { try write(result, of: project, to: output) }
    let elapsed = ContinuousClock.now - start
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    let figures: [(String, JSONValue)] = [
      ("objective", .string("makespan")),
      ("makespan", .int(result.makespan)),
      ("bound", .int(result.bound)),
      ("gap", .rounded(result.gap, decimals: 9)),
      ("critical_path", .int(result.criticalPath)),
      ("activities", .int(project.activities.count)),
      ("resources", .int(project.resources.count)),
      ("stop", .string(result.stop.rawValue)),
      ("schedules", .int(result.schedules)),
      ("seconds", .rounded(seconds, decimals: 2)),
      ("peak_mb", .int(Self.peakMegabytes)),
    ]
    let text: String
    if isJSON {
      let bytes = try JSONValue.object(JSONObject(figures)).serialized(pretty: true)
      text = String(decoding: bytes, as: UTF8.self) + "\n"
    } else {
      text = figures.map { "\($0.0): \(Self.plain($0.1))\n" }.joined()
    }
    try OutputFile.write(text, to: "-")
  }

  private func write(
    _ result: MakespanResult, of project: MakespanProject, to path: String
  ) throws(UserError) {
    var writer = CSVWriter(header: ["activity", "start", "finish"])
    for (activity, start) in zip(project.activities, result.starts) {
      writer.append([
        .text(activity.id), .raw("\(start)"), .raw("\(start + activity.duration)"),
      ])
    }
    try OutputFile.write(writer.bytes, to: path)
  }

  private static func plain(_ value: JSONValue) -> String {
    switch value {
    case .int(let number): "\(number)"
    case .number(let number): DecimalText.trimmed(number, decimals: 9)
    case .string(let text): text
    default: ""
    }
  }

  private static var peakMegabytes: Int {
    var usage = rusage()
    // RUSAGE_SELF, which the C libraries declare in different types.
    getrusage(0, &usage)
    return usage.ru_maxrss / 1024
  }
}
