import Foundation
import Geometry
import TestSupport

/// A run folder made by hand: a province with two towns, settlements of any names, sites and packages, whose exports are
/// known in closed form.
struct HandMadeRun {
  let scratch: Scratch
  let names: [String]
  var path: String { scratch.path("run") }

  init(names: [String]) throws {
    scratch = try Scratch()
    self.names = names
    try scratch.directory("run")
    try write("units.geojson", units())
    try write("settlements.geojson", settlements())
    try write("sites.geojson", sites())
    let rows = names.indices.flatMap { index in
      [
        "s\(index)/mobile/deep,s\(index),n,city,330000,mobile,deep,2021Q1,2021Q3,500,2,scheduled,,grid,0,",
        "s\(index)/unicom/deep,s\(index),n,city,330000,unicom,deep,2021Q2,2021Q4,700,3,scheduled,,grid,0,",
        "s\(index)/unicom/more,s\(index),n,city,330000,unicom,deep,,,900,1,budget-exhausted,,,0,",
      ]
    }
    try scratch.file(
      "run/schedule.csv",
      "package,settlement,name,kind,province,group,to,start,finish,cost_yuan,stations,state,payments,mode,mode_yuan,stopped_by\n"
        + rows.joined(separator: "\n") + "\n")
    try scratch.file(
      "run/budget.csv", "quarter,budget_yuan\n2021Q1,1\n2021Q2,1\n2021Q3,1\n2021Q4,1\n")
    let files = [
      "units.geojson", "settlements.geojson", "sites.geojson", "schedule.csv", "budget.csv",
    ]
    let outputs = files.map { "{\"path\":\"\($0)\",\"bytes\":1,\"sha256\":\"0\"}" }
    try scratch.file(
      "run/run.json",
      "{\"tool\":\"deepreach\",\"version\":\"0\",\"verb\":\"plan\",\"seed\":1,\"project\":{},\"outputs\":[\(outputs.joined(separator: ","))]}"
    )
  }

  private func write(_ name: String, _ features: [GeoJSONFeature]) throws {
    var writer = try GeoJSONWriter(members: ["name": "x"])
    for feature in features { try writer.write(feature) }
    try Data(try writer.finish()).write(to: scratch.url.appendingPathComponent("run/\(name)"))
  }

  /// A square of a hundredth of a degree; every second one is a set of two.
  static func square(_ index: Int) throws -> Geometry {
    func ring(_ x: Double) -> [Coordinate] {
      [(0.0, 0.0), (0.01, 0), (0.01, 0.01), (0, 0.01), (0, 0)].map {
        Coordinate(longitude: x + $0.0, latitude: 30 + $0.1)
      }
    }
    let x = 120 + Double(index % 1000) * 0.05
    return index % 2 == 0
      ? try .polygon(shell: ring(x), holes: []) : try .multiPolygon([[ring(x)], [ring(x + 0.02)]])
  }

  private func units() throws -> [GeoJSONFeature] {
    try [
      GeoJSONFeature(
        geometry: Self.square(0),
        properties: ["adcode": "330000", "name": .string(names[0]), "status": "reached"]),
      GeoJSONFeature(
        geometry: .point(Coordinate(longitude: 120.1, latitude: 30.1)),
        properties: ["adcode": "330000001", "name": .string(names[0]), "status": "deep"]),
      GeoJSONFeature(
        geometry: nil, properties: ["adcode": "330000002", "name": "nowhere", "status": .null]),
    ]
  }

  private func settlements() throws -> [GeoJSONFeature] {
    try names.enumerated().map { index, name in
      GeoJSONFeature(
        geometry: try Self.square(index),
        properties: [
          "id": .string("s\(index)"), "name": .string(name), "kind": "city", "population": 1000,
          "data_kind": "estimated", "footprint_kind": "modelled", "status": "reached",
          "status_planned": "deep", "quarter": "2021Q4", "mobile_status": "continuous",
          "unicom_status": "reached",
        ])
    }
  }

  private func sites() throws -> [GeoJSONFeature] {
    try names.enumerated().flatMap { index, name in
      try [("existing", JSONValue.null), ("planned", "2021Q3"), ("planned", .null)].map {
        status, quarter in
        GeoJSONFeature(
          geometry: try .point(
            Coordinate(longitude: 120 + Double(index % 1000) * 0.05, latitude: 30)),
          properties: [
            "id": .string(name), "group": index % 2 == 0 ? "mobile" : "unicom",
            "status": .string(status), "quarter": quarter,
          ])
      }
    }
  }
}
