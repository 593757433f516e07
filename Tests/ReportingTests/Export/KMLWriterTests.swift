import Coverage
import Foundation
import Geometry
import Reporting
import TestSupport
import Testing

@Suite struct KMLWriterTests {
  private func document(_ run: HandMadeRun, _ language: Language = .english) throws -> XMLReading {
    let path = run.scratch.path("run.kml")
    try LayerExport(run: run.path, layers: [], format: .kml, language: language).write(to: path)
    let root = try XMLReading.root([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    #expect(root.name == "kml" && root.attributes["xmlns"] == "http://www.opengis.net/kml/2.2")
    return try #require(root.all("Document").first)
  }

  @Test func namesStayNames() throws {
    let document = try document(HandMadeRun(names: HostileNames.all))
    let folder = try #require(
      document.all("Folder").first { $0.text("name") == "Settlements, status now" })
    let placemarks = folder.everywhere("Placemark")
    let expected = HostileNames.all.map(HostileNames.allowed)
    #expect(placemarks.map { $0.text("name") } == expected)
    for (placemark, name) in zip(placemarks, expected) {
      let data = placemark.everywhere("SimpleData").first { $0.attributes["name"] == "name" }
      #expect(data?.text == name)
    }
    // Nothing that a viewer could run or fetch.
    #expect(document.everywhere("script").isEmpty && document.everywhere("href").isEmpty)
  }

  @Test func foldersAreClasses() throws {
    let document = try document(HandMadeRun(names: ["a", "b", "c"]), .chinese)
    let folders = document.all("Folder")
    #expect(
      folders.map { $0.text("name") } == [
        "行政区现状", "行政区现状：点", "建成区现状", "建成区逐季状态", "建设项目（完成季度）", "站址（投运季度）",
      ])
    let timeline = folders[3].all("Folder")
    #expect(timeline.map { $0.text("name") } == ["建成区逐季状态：通达", "建成区逐季状态：深度覆盖"])
    #expect(timeline.allSatisfy { $0.all("Placemark").count == 3 })
    // Tools call layers after folders, each of which they must know from the others.
    let names = document.everywhere("Folder").map { $0.text("name") }
    #expect(Set(names).count == names.count)
    // Every style that is used is there once, and no two are called the same.
    let styles = document.all("Style").compactMap { $0.attributes["id"] }
    #expect(Set(styles).count == styles.count)
    let used = document.everywhere("Placemark").compactMap { $0.text("styleUrl") }
    #expect(Set(used).isSubset(of: Set(styles.map { "#" + $0 })))
    // 2 with and 1 without a place, 3, 6, 9 and 9.
    #expect(used.count == 30)
  }

  /// The order that the schema asks for of what a placemark holds.
  @Test func childrenStandInTheSchemasOrder() throws {
    let order = [
      "name", "description", "TimeSpan", "styleUrl", "ExtendedData", "Point", "Polygon",
      "MultiGeometry",
    ]
    for placemark in try document(HandMadeRun(names: ["a", "b"])).everywhere("Placemark") {
      let places = try placemark.children.map { try #require(order.firstIndex(of: $0.name)) }
      #expect(places == places.sorted())
    }
  }

  @Test func whatComesAndGoesHasItsTime() throws {
    let document = try document(HandMadeRun(names: ["a"]))
    func spans(_ folder: Int) -> [[String]] {
      document.all("Folder")[folder].everywhere("Placemark").map { placemark in
        placemark.all("TimeSpan").flatMap { [$0.text("begin") ?? "-", $0.text("end") ?? "-"] }
      }
    }
    #expect(spans(2) == [[]])
    #expect(spans(3) == [["2021-01-01", "2021-09-30"], ["2021-10-01", "-"]])
    #expect(spans(4) == [["2021-01-01", "2021-09-30"], ["2021-04-01", "2021-12-31"], []])
    #expect(spans(5) == [[], ["2021-07-01", "-"], []])
  }

  @Test func shapesAreThose() throws {
    let document = try document(HandMadeRun(names: ["a", "b"]))
    let placemarks = document.all("Folder")[2].everywhere("Placemark")
    #expect(placemarks.map { $0.everywhere("Polygon").count } == [1, 2])
    #expect(placemarks[1].all("MultiGeometry").count == 1)
    let ring = try #require(placemarks[0].everywhere("coordinates").first)
    #expect(ring.text == "120,30 120.01,30 120.01,30.01 120,30.01 120,30")
    let point = document.all("Folder")[1].everywhere("coordinates")
    #expect(point.map(\.text) == ["120.1,30.1"])
  }

  @Test func whatIsKeptOnTheDiskComesBackInItsOrder() throws {
    let scratch = try Scratch()
    let features = try (0..<40).map { index in
      GeoJSONFeature(
        geometry: try .point(Coordinate(longitude: 120 + Double(index) / 100, latitude: 30)),
        properties: [
          "id": .string("s\(index)"),
          "status": .string(CoverageStatus.allCases[index % 3].rawValue),
        ])
    }
    func document(keptBeside path: String?, above most: Int, at once: Int = 7) throws -> [UInt8] {
      var writer = KMLWriter(
        title: "t", note: "n", language: .english, keptBeside: path, above: most)
      writer.begin(.settlements)
      let placemarks = writer.placemarks(of: .settlements)
      for start in stride(from: 0, to: features.count, by: once) {
        let batch = Array(features[start..<min(start + once, features.count)])
        try writer.add(placemarks(batch))
      }
      var bytes: [UInt8] = []
      try writer.write { bytes += $0 }
      return bytes
    }
    let whole = try document(keptBeside: nil, above: 0)
    #expect(try XMLReading.root(whole).everywhere("Placemark").count == 40)
    for most in [0, 1000, 1 << 20] {
      #expect(try document(keptBeside: scratch.path("out.kml"), above: most) == whole, "\(most)")
    }
    for once in [1, 40] {
      #expect(try document(keptBeside: nil, above: 0, at: once) == whole, "\(once) at once")
    }
    // Nothing is left of it.
    #expect(scratch.names().isEmpty)
    let nowhere = scratch.path("none/out.kml")
    #expect(userError { try document(keptBeside: nowhere, above: 0) }?.code == "DR-703")
  }

  /// The file is put together by the system from what was kept, and is what the writer gives without one.
  @Test func aFileOfManyPiecesIsThatOfOne() throws {
    let run = try HandMadeRun(names: (0..<4000).map { "name \($0)" })
    func bytes(threads: Int) throws -> [UInt8] {
      let path = run.scratch.path("out.kml")
      try LayerExport(run: run.path, layers: [.sites], format: .kml, threads: threads)
        .write(to: path)
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    let one = try bytes(threads: 1)
    #expect(one.count > 4 << 20)
    let ids = try XMLReading.root(one).everywhere("Folder").filter {
      $0.text("name") == "Sites by quarter on air: China Mobile + Broadnet: present"
    }.flatMap { $0.all("Placemark").map { $0.text("name") } }
    #expect(ids == stride(from: 0, to: 4000, by: 2).map { "name \($0)" })
    for threads in [2, 3, 8] { #expect(try bytes(threads: threads) == one, "\(threads) threads") }
  }

  @Test func whatIsSaidIsInWordsAndStaysText() throws {
    let feature = GeoJSONFeature(
      geometry: nil,
      properties: [
        "name": "a", "status": "<b>&", "group": "mobile", "population": 14_100, "cost_yuan": 12,
        "stations": 1234,
      ])
    var writer = KMLWriter(title: "t", note: "n", language: .chinese)
    writer.begin(.settlements)
    try writer.add(writer.placemarks(of: .settlements)([feature]))
    var bytes: [UInt8] = []
    try writer.write { bytes += $0 }
    let placemark = try #require(XMLReading.root(bytes).everywhere("Placemark").first)
    #expect(
      placemark.text("description")
        == "\(Message.status.text(.chinese)): &lt;b&gt;&amp;<br>"
        + "\(Message.group.text(.chinese)): \(Message.mobile.text(.chinese))<br>"
        + "\(Message.population.text(.chinese)): 1.4万人<br>"
        + "\(Message.stations.text(.chinese)): 1,234<br>"
        + "\(Message.cost.text(.chinese)): 12元")
  }

  @Test func schemasTellTheTypes() throws {
    let rows: [JSONObject] = [
      ["whole": 2_147_483_647, "part": 1, "mixed": 1, "none": .null],
      ["whole": -1, "wide": 2_147_483_648, "part": 0.5, "mixed": "x", "flag": true, "none": .null],
    ]
    var writer = KMLWriter(title: "t", note: "n", language: .english)
    writer.begin(.sites)
    for row in rows {
      try writer.add(
        writer.placemarks(of: .sites)([GeoJSONFeature(geometry: nil, properties: row)]))
    }
    var bytes: [UInt8] = []
    try writer.write { bytes += $0 }
    let document = try XMLReading.root(bytes)
    let schema = try #require(document.everywhere("Schema").first)
    #expect(schema.attributes["id"] == "sites")
    let fields = schema.all("SimpleField").map { $0.attributes }
    #expect(fields.map { $0["name"] } == ["whole", "part", "mixed", "none", "wide", "flag"])
    #expect(
      fields.map { $0["type"] } == ["int", "double", "string", "string", "double", "string"])
    let values = document.everywhere("SchemaData").map { $0.all("SimpleData").map(\.text) }
    #expect(
      values == [["2147483647", "1", "1"], ["-1", "2147483648", "0.5", "x", "true"]])
    #expect(
      document.everywhere("SchemaData").allSatisfy { $0.attributes["schemaUrl"] == "#sites" })
  }

  @Test func aHoleIsAHole() throws {
    func ring(_ low: Double, _ high: Double) -> [Coordinate] {
      [(low, low), (high, low), (high, high), (low, high), (low, low)].map {
        Coordinate(x: $0.0, y: $0.1)
      }
    }
    let feature = GeoJSONFeature(
      geometry: try .polygon(shell: ring(0, 3).reversed(), holes: [ring(1, 2)]))
    var writer = KMLWriter(title: "t", note: "n", language: .english)
    writer.begin(.coverage)
    try writer.add(writer.placemarks(of: .coverage)([feature]))
    var bytes: [UInt8] = []
    try writer.write { bytes += $0 }
    let polygon = try #require(XMLReading.root(bytes).everywhere("Polygon").first)
    #expect(
      polygon.all("outerBoundaryIs").first?.everywhere("coordinates").first?.text
        == "0,0 3,0 3,3 0,3 0,0")
    #expect(
      polygon.all("innerBoundaryIs").first?.everywhere("coordinates").first?.text
        == "1,1 1,2 2,2 2,1 1,1")
  }
}
