import ArgumentParser
import Geometry
import Radio
import Reporting

/// The figures of the engine on this machine, for tools/bench. Not part of the planner's work, and
/// not listed.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measure the engine on one thread; JSON.",
    shouldDisplay: false)

  func run() throws {
    let world = try BenchmarkWorld()
    var figures: [(String, JSONValue)] = []
    figures.append(("tr38901_with_o2i", try world.probability()))
    figures.append(("contours_with_o2i", try world.contours()))
    figures.append(("sector_surface", try world.surface()))
    figures.append(("p1812_10_km", try sweep(radiusMetres: 10_000)))
    figures.append(("p1812_30_km", try sweep(radiusMetres: 30_000)))
    figures.append(("one_site_among_10000", try world.oneSite()))
    let text = try JSONValue.object(JSONObject(figures)).serialized(pretty: true)
    try OutputFile.write(String(decoding: text, as: UTF8.self) + "\n", to: "-")
  }

  private func sweep(radiusMetres: Double) throws -> JSONValue {
    let measured = try SweepBenchmark.measure(
      radiusMetres: radiusMetres, fieldCellMetres: 90, side: 500)
    return [
      "points": .int(measured.pathCount), "side": 500,
      "step_metres": 90, "points_per_path": .rounded(measured.pointsPerPath, decimals: 1),
      "processor_seconds": .rounded(measured.seconds, decimals: 4),
      "points_per_second": .int(Int(measured.pathsPerSecond)),
      "target": .int(radiusMetres > 20_000 ? 50_000 : 155_000),
      "peers": .string(
        radiusMetres > 20_000
          ? "crc-covlib 4.6.2 9700, SPLAT! 155000" : "crc-covlib 4.6.2 35000"),
    ]
  }
}
