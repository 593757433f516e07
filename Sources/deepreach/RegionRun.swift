import Coverage
import Geometry
import Radio
import Reporting
import Siting
import Territory

/// `deepreach site --region`, from the options to the summary.
struct RegionRun {
  let options: SiteCommand

  init(_ options: SiteCommand) { self.options = options }

  func run() throws(UserError) {
    let start = ContinuousClock.now
    if let output = options.output, !output.hasSuffix(".geojson") {
      throw UserError(
        "DR-856", .usage, at: "-o", "'\(output)' is no file of chosen stations",
        remedy: "name a .geojson")
    }
    let task = try RegionTask(options)
    if let path = options.exportModel {
      try OutputFile.write(task.covering.model(task.problem).mps(), to: path)
    }
    let result = task.solver.solve(task.problem)
    try SiteRun.checkIsReached(result)
    if let output = options.output { try write(result, task, to: output) }
    let elapsed = (ContinuousClock.now - start).components
    let report = RegionReport(
      task, result,
      seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)
    switch options.format ?? .text {
    case .json:
      let bytes = try JSONValue.object(JSONObject(report.json)).serialized(pretty: true)
      try OutputFile.write(String(decoding: bytes, as: UTF8.self) + "\n", to: "-")
    case .text: try OutputFile.write(report.text, to: "-")
    }
  }

  private func write(
    _ result: CoveringResult, _ task: RegionTask, to path: String
  ) throws(UserError) {
    var writer = try GeoJSONWriter(members: ["name": .string("stations")])
    for index in result.chosen {
      let station = task.covering.stations[index]
      let settlement = task.covering.demands[station.settlement].settlement
      try writer.write(
        GeoJSONFeature(
          geometry: try Geometry.point(station.position),
          properties: [
            "id": .string(station.name), "settlement": .string(settlement.id),
            "settlement_name": .string(settlement.name), "group": .string(task.group.rawValue),
            "carriers": .array(station.carriers.map { .string($0.band) }),
            "configurations": .array(station.carriers.map { .string($0.name) }),
            "height_m": .number(station.heightMetres),
            "cost_yuan": .rounded(station.costYuan, decimals: 0),
            "candidate": station.candidate.map { .string($0.id) } ?? .null,
            "people_in_reach": .rounded(station.reachedPeople, decimals: 1),
          ]))
    }
    try OutputFile.write(try writer.finish(), to: path)
  }
}
