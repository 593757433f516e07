import Foundation
import Geometry
import TestSupport
import Testing

/// `deepreach audit` over terrain, with rasters and outlines, as a user runs it.
@Suite struct AuditTerrainTests {
  @Test func townsOverTerrainAreVerifiedRunsWithRasters() throws {
    let scratch = try Scratch()
    try Self.writeTile(to: scratch, name: "N30E122.hgt") { _, _ in 20 }
    let outcome = try Tool.run(
      [
        "audit", "--region", "岱山县", "--from", "2022Q1", "--dem", "heights", "--rasters",
        "rsrp,best-server,limiting-link", "--polygons", "-o", "run",
      ], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("p1812"))
    #expect(try Tool.run(["verify", "run"], in: scratch.url).status == 0)
    let names = scratch.names("run")
    for name in [
      "rsrp-330921-mobile.tif", "best-server-330921-unicom.tif", "servers.csv", "coverage.geojson",
    ] {
      #expect(names.contains(name))
    }
    let raster = try GeoTIFFReader(path: scratch.path("run/rsrp-330921-mobile.tif"))
    #expect(raster.grid.system == .chinaAlbers)
    #expect(raster.metadata.unit == "dBm")
    let levels = try raster.read().values.filter(\.isFinite)
    #expect(levels.count > 2000)
    #expect(levels.allSatisfy { (-140 ... -20).contains($0) })
    let manifest = try scratch.text("run/run.json")
    #expect(manifest.contains("\"p1812\""))
    #expect(manifest.contains("heights/N30E122.hgt"))
  }

  @Test func missingGroundIsUnknownAndNeverTheSea() throws {
    let scratch = try Scratch()
    // A tile elsewhere: the folder is good, but none of the county's ground is in it.
    try Self.writeTile(to: scratch, name: "N20E100.hgt") { _, _ in 0 }
    let outcome = try Tool.run(
      ["audit", "--region", "岱山县", "--from", "2022Q1", "--dem", "heights", "-o", "run"],
      in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = try scratch.text("run/audit.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let kind = try #require(rows[0].firstIndex(of: "kind"))
    let unknown = try #require(rows[0].firstIndex(of: "unknown_share"))
    let outdoor = try #require(rows[0].firstIndex(of: "outdoor_share"))
    let towns = rows.dropFirst().filter { $0[kind] == "town-seat" }
    let behind = towns.compactMap { Double($0[unknown]) }
    #expect((behind.max() ?? 0) > 0.3)
    for town in towns {
      let served = try #require(Double(town[outdoor]))
      let share = try #require(Double(town[unknown]))
      #expect(served + share <= 1.0001)
    }
    // The county seat keeps TR 38.901 and knows all of its cells.
    #expect(
      rows.dropFirst().filter { $0[kind] != "town-seat" }.allSatisfy { $0[unknown] == "0.0000" })
  }

  @Test func mistakesLeaveNothingBehind() throws {
    let scratch = try Scratch()
    try Self.writeTile(to: scratch, name: "N30E122.hgt") { _, _ in 20 }
    let tile = scratch.url.appendingPathComponent("heights/N30E122.hgt")
    try Data(try Data(contentsOf: tile).dropLast(100)).write(to: tile)
    try scratch.file("counts.yaml", Self.standardOfCounts)
    for (arguments, status, code) in [
      (["--dem", "heights"], 65, "DR-18"), (["--dem", "nowhere.tif"], 66, "DR-"),
      (["--rasters", "rsrp,colour"], 64, "DR-823"),
      (["--standard", "counts.yaml", "--rasters", "indoor-probability"], 64, "DR-387"),
      (["--standard", "counts.yaml", "--polygons"], 64, "DR-387"),
    ] as [([String], Int32, String)] {
      let outcome = try Tool.run(
        ["audit", "--region", "岱山县", "-o", "run"] + arguments, in: scratch.url)
      #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains("[\(code)"), "\(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: scratch.path("run")))
    }
  }

  @Test func aStandardOfCountsAloneIsAudited() throws {
    let scratch = try Scratch()
    try scratch.file("counts.yaml", Self.standardOfCounts)
    let outcome = try Tool.run(
      [
        "audit", "--region", "岱山县", "--standard", "counts.yaml", "--rasters",
        "rsrp,limiting-link", "-o", "run",
      ], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(scratch.names("run").contains("limiting-link-330921-mobile.tif"))
  }

  private static let standardOfCounts =
    "name: counts\ntitleChinese: x\ntitleEnglish: x\ndescription: x\nsource: x\n"
    + ["city", "countySeat", "townSeat"].map { kind in
      "\(kind): [{status: reached, criteria: [{criterion: reach, "
        + "threshold: {value: 1, unit: stations, kind: judgement, source: x}}]}]\n"
    }.joined()

  @Test func heightsOfARegisterChooseTheModel() throws {
    let scratch = try Scratch()
    try scratch.file(
      "sites.csv",
      """
      id,lon,lat,group,configuration,height_m,azimuths
      a,122.2,30.25,mobile,n41-64T64R,25,0;120;240
      b,122.205,30.25,mobile,n41-64T64R,8,omni
      c,122.21,30.25,mobile,n41-64T64R,400,

      """)
    let outcome = try Tool.run(
      ["audit", "--region", "岱山县", "--group", "mobile", "--sites", "sites.csv", "-o", "run"],
      in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let manifest = try scratch.text("run/run.json")
    // 25 m takes UMa, 8 m UMi; 400 m is beyond every model and serves nothing that is known.
    #expect(manifest.contains("\"uma\""))
    #expect(manifest.contains("\"umi\""))
    #expect(
      outcome.output.contains("counted as serving nothing: 1."))
  }

  /// An SRTM tile of 1201 by 1201 points with heights by degrees east and north of its corner.
  private static func writeTile(
    to scratch: Scratch, name: String, heights: (Double, Double) -> Int16
  ) throws {
    try scratch.directory("heights")
    var bytes = [UInt8]()
    bytes.reserveCapacity(1201 * 1201 * 2)
    for row in 0..<1201 {
      for column in 0..<1201 {
        let height = UInt16(
          bitPattern: heights(Double(column) / 1200, Double(1200 - row) / 1200))
        bytes.append(UInt8(height >> 8))
        bytes.append(UInt8(height & 255))
      }
    }
    try Data(bytes).write(to: scratch.url.appendingPathComponent("heights/\(name)"))
  }
}
