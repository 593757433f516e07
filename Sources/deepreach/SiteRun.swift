import FoundationEssentials
import Geometry
import Reporting
import Siting
import Territory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Solves a covering problem, writes its files and prints its summary.
struct SiteRun {
  let options: SiteCommand

  init(_ options: SiteCommand) { self.options = options }

  func run() throws(UserError) {
    let start = ContinuousClock.now
    if let output = options.output { try checkOutput(output) }
    let task = try SiteTask(options)
    if let path = options.exportModel {
      try OutputFile.write(CoveringModel(task.problem).mps(), to: path)
    }
    let result = task.solver.solve(task.problem)
    try Self.checkIsReached(result)
    if let output = options.output { try write(result, task, to: output) }
    let elapsed = ContinuousClock.now - start
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    let figures = figures(result, task, seconds: seconds)
    let text: String
    switch options.format ?? .text {
    case .json:
      let bytes = try JSONValue.object(JSONObject(figures)).serialized(pretty: true)
      text = String(decoding: bytes, as: UTF8.self) + "\n"
    case .text:
      text = figures.map { "\($0.0): \(Self.plain($0.1))\n" }.joined()
    }
    try OutputFile.write(text, to: "-")
  }

  private func checkOutput(_ output: String) throws(UserError) {
    let isGeographic = output.hasSuffix(".geojson") && !options.planar
    guard isGeographic || output.hasSuffix(".csv"), options.recipe == nil else {
      throw UserError(
        "DR-856", .usage, at: "-o", "'\(output)' is no file of chosen sites",
        remedy: "name a .csv, or a .geojson where positions are longitudes and latitudes")
    }
  }

  /// - Throws: DR-569 where groups keep the choice from covering what is asked.
  static func checkIsReached(_ result: CoveringResult) throws(UserError) {
    guard !result.isReached else { return }
    let isProven = result.stop == .impossible
    throw UserError(
      "DR-569", .badData, at: "--cover",
      isProven
        ? "no choice with at most one candidate of every group covers as much"
        : "no choice that covers as much was found, and none is proven not to exist",
      remedy: isProven
        ? "ask for less, or give candidates other groups" : "allow more effort, or ask for less")
  }

  private func figures(
    _ result: CoveringResult, _ task: SiteTask, seconds: Double
  ) -> [(String, JSONValue)] {
    let layer = task.problem.layers[0]
    return [
      ("objective", .rounded(result.objective, decimals: 6)),
      ("bound", .rounded(result.bound, decimals: 6)),
      ("gap", .rounded(result.gap, decimals: 9)),
      ("sites", .int(result.chosen.count)),
      ("cost", .rounded(result.cost, decimals: 6)),
      ("covered", .rounded(result.coveredWeights[0], decimals: 6)),
      (
        "share",
        .rounded(
          layer.totalWeight > 0 ? result.coveredWeights[0] / layer.totalWeight : 1, decimals: 9)
      ),
      ("demands", .int(layer.demandCount)),
      ("out_of_reach", .int(layer.uncoverableCount)),
      ("candidates", .int(task.problem.candidates.count)),
      ("stop", .string(result.stop.rawValue)),
      ("repeatable", .bool(result.isRepeatable)),
      ("effort", .rounded(result.effort, decimals: 3)),
      ("seconds", .rounded(seconds, decimals: 2)),
      ("peak_mb", .int(Self.peakMegabytes)),
      ("chosen", .array(result.chosen.map { .string(task.ids[$0]) })),
    ]
  }

  static func plain(_ value: JSONValue) -> String {
    switch value {
    case .int(let number): "\(number)"
    case .number(let number): DecimalText.trimmed(number, decimals: 9)
    case .bool(let truth): truth ? "yes" : "no"
    case .string(let text): text
    case .array(let items): items.compactMap(\.string).joined(separator: " ")
    default: ""
    }
  }

  static var peakMegabytes: Int {
    var usage = rusage()
    // RUSAGE_SELF, which the C libraries declare in different types.
    getrusage(0, &usage)
    return usage.ru_maxrss / 1024
  }

  private func write(
    _ result: CoveringResult, _ task: SiteTask, to path: String
  ) throws(UserError) {
    guard let sites = task.positions else { return }
    if path.hasSuffix(".csv") {
      let axes = options.planar ? ["x", "y"] : ["lon", "lat"]
      var writer = CSVWriter(header: ["id"] + axes + ["cost", "status"])
      for index in result.chosen {
        let candidate = task.problem.candidates[index]
        writer.append([
          .text(task.ids[index]), .raw("\(sites.first[index])"), .raw("\(sites.second[index])"),
          .raw(DecimalText.trimmed(candidate.cost, decimals: 9)),
          .text(candidate.status.rawValue),
        ])
      }
      try OutputFile.write(writer.bytes, to: path)
      return
    }
    var writer = try GeoJSONWriter(members: ["name": .string("sites")])
    for index in result.chosen {
      let candidate = task.problem.candidates[index]
      let position = Coordinate(longitude: sites.first[index], latitude: sites.second[index])
      try writer.write(
        GeoJSONFeature(
          geometry: try Geometry.point(position),
          properties: [
            "id": .string(task.ids[index]), "cost": .rounded(candidate.cost, decimals: 9),
            "status": .string(candidate.status.rawValue),
          ]))
    }
    try OutputFile.write(try writer.finish(), to: path)
  }
}
