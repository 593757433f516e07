import Foundation
import Geometry
import Reporting
import TestSupport
import Testing
import Territory

@Suite struct QGISProjectTests {
  /// The project file in an archive that is stored as it is.
  private func document(_ run: HandMadeRun, named name: String = "run") throws -> XMLReading {
    let path = run.scratch.path("\(name).qgz")
    try LayerExport(run: run.path, layers: [], format: .qgisProject).write(to: path)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let length = Int(bytes[26]) | Int(bytes[27]) << 8
    #expect(String(decoding: bytes[30..<30 + length], as: UTF8.self) == "\(name).qgs")
    let size = (0..<4).reduce(0) { $0 | Int(bytes[22 + $1]) << (8 * $1) }
    return try XMLReading.root(Array(bytes[30 + length..<30 + length + size]))
  }

  @Test func layersAreThoseOfTheGeoPackageBesideIt() throws {
    let run = try HandMadeRun(names: HostileNames.all)
    let project = try document(run)
    let layers = project.everywhere("maplayer")
    #expect(
      layers.map { $0.text("datasource") }
        == GeoPackageFileTests.tables.map { "./run.gpkg|layername=\($0)" })
    #expect(run.scratch.names().contains("run.gpkg"))
    let ids = layers.compactMap { $0.text("id") }
    #expect(Set(ids).count == 6)
    #expect(
      project.everywhere("layer-tree-layer").compactMap { $0.attributes["id"] } == ids.reversed())
    for layer in layers {
      #expect(layer.text("provider") == "ogr")
      #expect(layer.everywhere("authid").map(\.text) == ["EPSG:4490"])
      #expect(layer.everywhere("category").count > 1)
    }
    #expect(project.all("projectCrs").first?.everywhere("authid").map(\.text) == ["EPSG:4490"])
  }

  @Test func theAxisOfTimeIsTheQuarters() throws {
    let project = try document(HandMadeRun(names: ["a"]))
    let settings = try #require(project.all("ProjectTimeSettings").first)
    #expect(settings.attributes["timeStep"] == "3" && settings.attributes["timeStepUnit"] == "mon")
    let range = try #require(settings.all("TemporalRange").first)
    #expect(range.text("start") == "2021-01-01T00:00:00Z")
    #expect(range.text("end") == "2022-01-01T00:00:00Z")
    let axes = project.everywhere("maplayer").map { layer in
      layer.all("temporal").first?.attributes ?? [:]
    }
    #expect(axes.map { $0["enabled"] } == ["0", "0", "0", "1", "1", "1"])
    // Days become moments, as QGIS compares them as texts otherwise.
    func moment(_ day: String, _ year: Int) -> String {
      "coalesce(to_datetime(\"\(day)\"), make_datetime(\(year),1,1,0,0,0))"
    }
    #expect(axes[3...].allSatisfy { $0["mode"] == "4" && $0["limitMode"] == "0" })
    #expect(
      axes[3...].map { $0["startExpression"] } == [
        moment("from_date", 1), moment("start_date", 1), moment("quarter_date", 1),
      ])
    #expect(
      axes[3...].map { $0["endExpression"] } == [
        moment("until_date", 9999), moment("finish_date", 9999), "",
      ])
  }

  /// Names of files and folders come from people too.
  @Test func namesOfFilesStayNames() throws {
    let run = try HandMadeRun(names: ["a"])
    let name = "a&b]]><x \"1\" '😀"
    let project = try document(run, named: name)
    #expect(
      project.everywhere("maplayer").first?.text("datasource") == "./\(name).gpkg|layername=units")
    #expect(run.scratch.names().contains("\(name).gpkg"))
  }

  @Test func classesOfSitesAreGroupsAndQuarters() throws {
    let project = try document(HandMadeRun(names: ["a", "b"]))
    let sites = try #require(project.everywhere("maplayer").last)
    let renderer = try #require(sites.all("renderer-v2").first)
    #expect(
      renderer.attributes["attr"]
        == #"coalesce("group",'') || '/' || coalesce("status",'') || '/' || coalesce("quarter",'')"#
    )
    #expect(
      renderer.everywhere("category").map { $0.attributes["value"] } == [
        "mobile/existing/", "mobile/planned/2021Q3", "mobile/planned/", "unicom/existing/",
        "unicom/planned/2021Q3", "unicom/planned/", "",
      ])
    let shapes = renderer.everywhere("prop").filter { $0.attributes["k"] == "name" }
    #expect(
      shapes.map { $0.attributes["v"] } == [
        "circle", "circle", "circle", "square", "square", "square", "circle",
      ])
  }
}
