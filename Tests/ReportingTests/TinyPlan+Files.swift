import Geometry
import Reporting
import Scheduling
import TestSupport
import Territory

extension TinyPlan {
  func manifest(_ result: PlanResult) -> Manifest {
    Manifest(
      toolVersion: "0.1.0", verb: hasSchedule ? "plan" : "audit", arguments: ["plan"],
      project: [
        "region": .array(regions.map { .string($0) }),
        "scenario": scenario.map { ["name": .string($0)] } ?? .null,
      ], seed: 0, inputs: [],
      counts: StatusCount.counts(
        of: result.settlements.flatMap { $0.groups.map(\.before) },
        settlements: result.settlements.map(\.settlement), schedule: result.schedule),
      schedule: result.schedule)
  }

  /// Two square counties side by side.
  static func boundaries(_ scratch: Scratch) throws -> Boundaries {
    try scratch.directory("geodata/boundaries")
    try scratch.file("geodata/boundaries/counties.topojson", topology)
    return try Boundaries(Geodata(folder: scratch.path("geodata")))
  }

  /// What the page is made of: the square counties, the bundled style and scripts, nothing published.
  static func page(_ scratch: Scratch) throws -> PageSources {
    PageSources(
      boundaries: try boundaries(scratch), assets: try PageAssets(Geodata.locate()), published: [],
      kilogramsPerKilowattHour: 0.5)
  }

  /// What the page of a comparison is made of.
  static func comparison(_ scratch: Scratch) throws -> ComparisonSources {
    ComparisonSources(
      gazetteer: try gazetteer(), boundaries: try boundaries(scratch),
      assets: try PageAssets(Geodata.locate(), files: PageAssets.comparisonFiles))
  }

  private static let topology = """
    {"type":"Topology","arcs":[[[120,30],[120,31]],[[120,31],[119,31],[119,30],[120,30]],
    [[120,30],[121,30],[121,31],[120,31]],[[118,20],[119,21]]],"objects":{
    "counties":{"type":"GeometryCollection","geometries":[
    {"type":"Polygon","arcs":[[0,1]],"properties":{"adcode":"330102"}},
    {"type":"Polygon","arcs":[[2,-1]],"properties":{"adcode":"330182"}}]},
    "maritime_lines":{"type":"GeometryCollection","geometries":[
    {"type":"LineString","arcs":[3],"properties":{"name":"line"}}]}}}
    """

  /// Writes the plan, or the audit, to a folder of the scratch.
  func write(_ scratch: Scratch, to name: String = "run") throws {
    try write(scratch, to: name, result: result(), language: .english)
  }

  /// Writes a result in its place.
  func write(
    _ scratch: Scratch, to name: String = "run", result: PlanResult, language: Language
  ) throws {
    let files = RunFiles(result: result, language: language)
    let folder = RunFolder(scratch.path(name))
    let timer = StageTimer()
    let timings = { Timings(arguments: [], threads: 1, stages: timer.stages) }
    if hasSchedule {
      try files.writePlan(
        to: folder, boundaries: Self.boundaries(scratch), page: Self.page(scratch),
        manifest: manifest(result), timer: timer, timings: timings)
    } else {
      try files.writeAudit(to: folder, manifest: manifest(result), timer: timer, timings: timings)
    }
  }
}
