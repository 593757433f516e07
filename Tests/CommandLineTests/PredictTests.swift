import Foundation
import Geometry
import TestSupport
import Testing

/// `deepreach predict` as users run it.
@Suite struct PredictTests {
  private static let site = "120.15,30.28,35,omni,n28"

  private func run(_ scratch: Scratch, _ arguments: [String]) throws -> Tool.Outcome {
    try Tool.run(["predict", "--site", Self.site] + arguments, in: scratch.url)
  }

  @Test func theSummaryOfASmallCase() throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      [
        "predict", "--site", "120.15,30.28,25,0;120;240,n78", "--radius", "600", "--cell", "100",
      ], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == Self.summary, "\(outcome.output)")
    #expect(scratch.names() == [])
  }

  @Test func theSummaryAsJSON() throws {
    let scratch = try Scratch()
    let outcome = try run(
      scratch, ["--radius", "6000", "--cell", "200", "--format", "json", "--thresholds", "-110"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let value = try JSONValue(parsing: Array(outcome.output.utf8), source: "summary")
    let summary = try #require(value.object)
    #expect(summary["configuration"]?.string == "n28-4T4R")
    // 240 W, 15 dBi, half a decibel of feeder.
    #expect(abs((summary["eirp_dbm"]?.double ?? 0) - (53.80 + 15 - 0.5)) < 0.006)
    let cells = Double.pi * 36 / 0.04
    let near = Double(summary["points_uma"]?.integer ?? 0)
    let far = Double(summary["points_beyond_models"]?.integer ?? 0)
    #expect(abs(near - cells * 25 / 36) < 30 && abs(far - cells * 11 / 36) < 40)
    let level = try #require(summary["levels"]?.array?.first?.object)
    #expect(level["threshold"]?.double == -110)
    let reach = level["range_m"]?.double ?? 0
    let area = level["area_km2"]?.double ?? 0
    // The mast radiates the same all round, but for the tilt: a disc.
    #expect(abs(area / (Double.pi * reach * reach / 1e6) - 1) < 0.1)
  }

  @Test func rastersOpenElsewhere() throws {
    let scratch = try Scratch()
    let outcome = try run(
      scratch,
      [
        "--radius", "2000", "--quantity", "rsrp,indoor-probability,limiting-link", "-o", "out.tif",
        "--polygons", "levels.geojson", "--thresholds", "-100,-80",
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      scratch.names() == [
        "levels.geojson", "out-indoor-probability.tif", "out-limiting-link.tif", "out-rsrp.tif",
      ])
    let raster = try GeoTIFFReader(path: scratch.path("out-rsrp.tif"))
    #expect(raster.grid.system == .chinaAlbers)
    #expect(raster.metadata.unit == "dBm")
    #expect(raster.metadata.value(of: "MAST") == "120.15 30.28 EPSG:4490")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: scratch.path("levels.geojson"))))
    let features = try GeoJSONReader(source: "levels").features(in: bytes)
    #expect(features.map { $0.properties["threshold"]?.double } == [-100, -80])
    for feature in features {
      #expect(try feature.validated().geometry?.isEmpty == false)
      let area = try Albers.china.area(of: try #require(feature.geometry)) / 1e6
      #expect(abs(area / (feature.properties["area_km2"]?.double ?? 0) - 1) < 0.03)
    }
    guard let info = gdalinfo(scratch.path("out-rsrp.tif")) else { return }
    #expect(info.contains("CGCS2000 / China Albers"))
    #expect(info.contains("NoData Value=nan"))
    #expect(info.contains("Unit Type: dBm"))
    #expect(info.contains("STATISTICS_MEAN="))
    #expect(info.contains("Pixel Size = (50.0"))
    #expect(
      gdalinfo(scratch.path("out-limiting-link.tif"))?.contains("NoData Value=255") == true)
  }

  @Test func aPlaneOfOnesOwn() throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      [
        "predict", "--site", "11.57,48.14,30,omni,omni", "--crs", "EPSG:32632", "--radius", "1000",
        "--model", "free-space", "--gain", "10", "--power", "40", "--freq", "0.7", "--quantity",
        "path-loss", "--thresholds", "89", "-o", "f.tif",
      ], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try GeoTIFFReader(path: scratch.path("f.tif")).grid.epsg == 32632)
    // 89 dB at 0.7 GHz are 961 m in free space.
    #expect(outcome.output.contains("89 dB"))
    let range = try #require(outcome.output.firstMatch(of: /([0-9]+) m\n$/)?.1)
    #expect(abs((Double(range) ?? 0) - 955) < 12)
    #expect(outcome.output.contains("56.02  dBm"))
  }

  private func gdalinfo(_ path: String) -> String? {
    let tool = "/usr/bin/gdalinfo"
    guard FileManager.default.isExecutableFile(atPath: tool) else { return nil }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = [path]
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? text : nil
  }

  private static let summary = """
    figure                              value  unit
    ─────────────────────────────  ──────────  ───────
    mast, longitude                120.150000  degrees
    mast, latitude                  30.280000  degrees
    mast, height                         25.0  m
    azimuths                        0;120;240
    configuration                  n78-64T64R
    model                                auto
    morphology                          urban
    frequency                          3.5000  GHz
    EIRP                                71.01  dBm
    EIRP of a resource element          35.86  dBm
    largest loss down at -105 dBm      137.86  dB
    largest loss up at 1 Mbit/s        145.58  dB
    radius                              600.0  m
    cell                                100.0  m
    columns                                13  cells
    rows                                   13  cells
    points by uma                         116  points
    points by rma                           0  points
    points behind unknown ground            0  points
    points beyond every model               0  points

    rsrp at least       area  largest range
    ─────────────  ─────────  ─────────────
    -105 dBm       1.090 km2          596 m
    -95 dBm        0.520 km2          467 m
    -85 dBm        0.170 km2          273 m

    """
}
