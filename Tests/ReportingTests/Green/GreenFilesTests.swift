import Foundation
import Geometry
import Reporting
import TestSupport
import Territory
import Testing

/// Files of `green` appear whole or not at all, say the same everywhere, and replace nothing of anybody else's.
@Suite struct GreenFilesTests {
  private let world: GreenWorld
  private let result: GreenResult

  init() throws {
    world = try GreenWorld()
    result = GreenResult(world.books, run: try world.run())
  }

  private var scratch: Scratch { world.tampering.scratch }

  private func files(_ language: Language = .english) -> GreenFiles { GreenFiles(result, language) }

  @Test func aFolderHoldsAllAndIsReplaced() throws {
    let path = scratch.path("deep/out")
    try files().write(to: path)
    let names = scratch.names("deep/out")
    #expect(
      names == [
        "green-batteries.csv", "green-caps.csv", "green-counties.csv", "green-provinces.csv",
        "green-stations.csv", "green.csv", "green.geojson", "green.json", "green.md",
      ])
    let first = try names.map { try scratch.text("deep/out/\($0)") }
    try files().write(to: path + "/")
    #expect(try names.map { try scratch.text("deep/out/\($0)") } == first)
    #expect(scratch.names("deep") == ["out"])
  }

  @Test func tableMapAndJSONHaveTheSameFigures() throws {
    let table = try CSVTable(name: "t", bytes: files().bytes(.csv))
    let features = try GeoJSONReader(source: "m").features(in: files().bytes(.geoJSON))
    #expect(table.rows.count == 3 && features.count == 3)
    for (row, feature) in zip(table.rows, features) {
      #expect(feature.geometry != nil)
      for (title, cell) in zip(table.header, row.cells) {
        let value = try #require(feature.properties[title], "\(title)")
        if let number = value.double {
          #expect(abs(number - (Double(cell) ?? .nan)) < 1e-9, "\(title)")
        } else {
          #expect((value.string ?? "") == CSVWriter.unguarded(cell), "\(title)")
        }
      }
    }
    let json = try JSONValue(parsing: files().bytes(.json), source: "j")
    #expect(json.object?["total"]?.object?["stations"]?.integer == 21)
    #expect(json.object?["batteries"]?.array?.count == 9)
  }

  @Test func reportsSayItInBothLanguages() throws {
    func text(_ language: Language) throws -> String {
      try files(language).write(to: scratch.path("r.md"))
      return try scratch.text("r.md")
    }
    let (english, chinese) = (try text(.english), try text(.chinese))
    #expect(english.contains("21 new stations take 60 kWh a year"))
    #expect(english.contains("second-life LFP") && english.contains("modelled"))
    #expect(chinese.contains("梯次利用磷酸铁锂") && chinese.contains("模型"))
    // Every value has gone into its place.
    for report in [english, chinese] { #expect(!report.contains("{0}")) }
  }

  @Test func whatMustNotBeReplacedIsNot() throws {
    try scratch.directory("mine")
    try scratch.file("mine/notes.txt", "x")
    try scratch.file("file", "x")
    try scratch.directory("folder.csv")
    for (path, code) in [
      ("-", "DR-945"), ("", "DR-945"), (scratch.path("mine"), "DR-946"),
      (scratch.path("file"), "DR-946"), (scratch.path("folder.csv"), "DR-946"),
    ] {
      #expect(userError { try files().write(to: path) }?.code == code, "\(path)")
    }
    #expect(scratch.names("mine") == ["notes.txt"])
  }

  @Test func withoutARunThereIsNoMap() throws {
    let files = GreenFiles(GreenResult(world.books, run: nil), .english)
    #expect(userError { try files.bytes(.geoJSON) }?.code == "DR-945")
    #expect(userError { try files.write(to: scratch.path("a.geojson")) }?.code == "DR-945")
    try files.write(to: scratch.path("books"))
    #expect(
      scratch.names("books") == [
        "green-batteries.csv", "green-stations.csv", "green.json", "green.md",
      ])
    #expect(String(decoding: try files.bytes(.csv), as: UTF8.self).hasPrefix("configuration,"))
  }
}
