import Foundation
import TestSupport
import Testing

/// Mistakes in `deepreach predict` and in profiles for `pathloss`: one error each, no file left.
@Suite struct PredictHostileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var site = "120.15,30.28,25"
    var arguments: [String] = []
    var status: Int32 = 64
    let code: String
    var says: [String] = []
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "two parts", site: "120.15,30.28", code: "DR-840", says: ["2 parts"]),
    Case(name: "six parts", site: "1,2,3,0,n78,x", code: "DR-840"),
    Case(name: "empty", site: "", code: "DR-840"),
    Case(name: "words", site: "east,30,25", code: "DR-840", says: ["'east'", "longitude"]),
    Case(name: "NaN", site: "120,nan,25", code: "DR-840", says: ["latitude"]),
    Case(name: "infinite height", site: "120,30,inf", code: "DR-840", says: ["height"]),
    Case(name: "beyond the pole", site: "120,95,25", code: "DR-840", says: ["95"]),
    Case(name: "no height", site: "120,30,0", code: "DR-404", says: ["0.0"]),
    Case(name: "azimuths", site: "120,30,25,north", code: "DR-840", says: ["north"]),
    Case(
      name: "thirteen azimuths", site: "120,30,25,0;1;2;3;4;5;6;7;8;9;10;11;12", code: "DR-840"),
    Case(
      name: "configuration", site: "120,30,25,0,n258", code: "DR-841",
      says: ["n258", "n78-64T64R", "omni"]),
    Case(name: "radius 0", arguments: ["--radius", "0"], status: 65, code: "DR-381"),
    Case(name: "radius NaN", arguments: ["--radius", "nan"], status: 65, code: "DR-381"),
    Case(name: "radius 200 km", arguments: ["--radius", "200000"], status: 65, code: "DR-381"),
    Case(
      name: "too many cells", arguments: ["--radius", "50000", "--cell", "1"], status: 65,
      code: "DR-381"),
    Case(
      name: "cell NaN", arguments: ["--cell", "nan"], status: 65, code: "DR-381",
      says: ["cell: it is nan"]),
    Case(
      name: "walls below 0.5 GHz",
      arguments: [
        "--freq", "0.1", "--model", "free-space", "--quantity", "rsrp,indoor-probability",
      ], code: "DR-386", says: ["0.5"]),
    Case(
      name: "p1812 without heights", arguments: ["--model", "p1812"], code: "DR-842",
      says: ["--dem"]),
    Case(name: "time without heights", arguments: ["--time", "10"], code: "DR-842"),
    Case(
      name: "heights for uma", arguments: ["--dem", "bad.hgt", "--model", "uma"], code: "DR-842",
      says: ["--dem", "uma"]),
    Case(
      name: "tilt of omni", site: "120,30,25,omni,omni", arguments: ["--tilt", "3"],
      code: "DR-842", says: ["--tilt"]),
    Case(name: "quantity", arguments: ["--quantity", "sinr"], code: "DR-843", says: ["snr"]),
    Case(name: "no quantity", arguments: ["--quantity", ""], code: "DR-843"),
    Case(name: "quantity twice", arguments: ["--quantity", "rsrp,rsrp"], code: "DR-843"),
    Case(name: "thresholds", arguments: ["--thresholds", "-105,,-95"], code: "DR-844"),
    Case(name: "threshold NaN", arguments: ["--thresholds", "nan"], code: "DR-844"),
    Case(
      name: "polygons without thresholds",
      arguments: ["--quantity", "snr", "--polygons", "p.geojson"], code: "DR-844", says: ["snr"]),
    Case(
      name: "thresholds of links",
      arguments: ["--quantity", "limiting-link", "--thresholds", "1"], status: 65, code: "DR-384"),
    Case(name: "raster to the screen", arguments: ["-o", "-"], code: "DR-845"),
    Case(
      name: "two outputs of one name", arguments: ["-o", "a", "--polygons", "a"], code: "DR-845"),
    Case(name: "output is a folder", arguments: ["-o", "folder"], code: "DR-845"),
    Case(name: "requirement", arguments: ["--required-rsrp", "0"], code: "DR-846"),
    Case(name: "rate", arguments: ["--required-uplink", "nan"], code: "DR-846"),
    Case(name: "frequency", arguments: ["--freq", "nan"], code: "DR-846"),
    Case(name: "power", arguments: ["--power", "nan"], status: 65, code: "DR-302"),
    Case(name: "gain", arguments: ["--gain", "90"], status: 65, code: "DR-302"),
    Case(name: "beamwidth", arguments: ["--beamwidth", "0"], status: 65, code: "DR-305"),
    Case(name: "threads", arguments: ["--threads", "0"], code: "DR-802"),
    Case(
      name: "mast too low for uma", site: "120,30,5", arguments: ["--model", "uma"], status: 65,
      code: "DR-301", says: ["10.0"]),
    Case(name: "mast too high", site: "120,30,400", status: 65, code: "DR-366"),
    Case(
      name: "carrier too high for p1812", arguments: ["--dem", "bad.hgt", "--freq", "26"],
      status: 65, code: "DR-333", says: ["6.0 GHz"]),
    Case(
      name: "share of time", arguments: ["--dem", "bad.hgt", "--time", "60"], status: 65,
      code: "DR-333"),
    Case(name: "system", arguments: ["--site-crs", "mars"], status: 65, code: "DR-110"),
    Case(name: "plane of degrees", arguments: ["--crs", "EPSG:4490"], code: "DR-380"),
    Case(name: "plane elsewhere", arguments: ["--crs", "EPSG:4326"], code: "DR-380"),
    Case(
      name: "outside China", site: "11.57,48.14,25", status: 65, code: "DR-383",
      says: ["EPSG:32632"]),
    Case(name: "no heights", arguments: ["--dem", "none.tif"], status: 66, code: "DR-171"),
    Case(name: "no tiles", arguments: ["--dem", "folder"], status: 66, code: "DR-181"),
    Case(
      name: "a name without corner", arguments: ["--dem", "bad.hgt"], status: 65, code: "DR-179"),
    Case(
      name: "cut off", arguments: ["--dem", "N30E120.hgt"], status: 65, code: "DR-180",
      says: ["N30E120.hgt"]),
    Case(name: "no TIFF", arguments: ["--dem", "bad.tif"], status: 65, code: "DR-172"),
    Case(
      name: "no folder for the output", arguments: ["-o", "none/r.tif"], status: 73,
      code: "DR-178", says: ["error: none/r.tif:"]),
  ]

  @Test(arguments: cases) func isRefusedInOneClearError(hostile: Case) throws {
    let scratch = try Scratch()
    try scratch.directory("folder")
    for name in ["bad.hgt", "bad.tif", "N30E120.hgt"] { try scratch.file(name, "cut") }
    let before = scratch.names()
    let output = hostile.arguments.contains("-o") ? [] : ["-o", "r.tif"]
    let outcome = try Tool.run(
      ["predict", "--site", hostile.site] + output + hostile.arguments, in: scratch.url)
    #expect(outcome.status == hostile.status, "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("[\(hostile.code)]"), "\(outcome.errors)")
    #expect(outcome.errors.contains("remedy: "))
    for text in hostile.says { #expect(outcome.errors.contains(text), "\(outcome.errors)") }
    #expect(scratch.names() == before)
  }

  /// The second output cannot be made: the first, which stood there before, stays as it was.
  @Test func outputsComeTogetherOrNotAtAll() throws {
    let scratch = try Scratch()
    try scratch.file("r.tif", "mine")
    let outcome = try Tool.run(
      [
        "predict", "--site", "120.15,30.28,25", "--radius", "500", "-o", "r.tif", "--polygons",
        "none/p.geojson",
      ], in: scratch.url)
    #expect(outcome.status == 73, "\(outcome.errors)")
    #expect(outcome.errors.contains("DR-703"))
    #expect(scratch.names() == ["r.tif"])
    #expect(try scratch.text("r.tif") == "mine")
  }

  @Test func aProfileForPathLoss() throws {
    let scratch = try Scratch()
    try scratch.file(
      "path.csv",
      "distance_km,terrain_m,clutter_m,zone\n0,10,0,4\n1,60,0,4\n2,20,10,4\n3,15,10,4\n")
    func ask(_ arguments: [String]) throws -> Tool.Outcome {
      try Tool.run(["pathloss", "--model"] + arguments, in: scratch.url)
    }
    let usual = ["p1812", "--profile", "path.csv", "--freq", "0.7", "--bs-height", "30"]
    let loss = try ask(usual)
    #expect(loss.status == 0, "\(loss.errors)")
    let median = try #require(Double(loss.output.dropLast()))
    #expect(loss.output.split(separator: ".").last?.count == 7)
    // The hill is a knife edge at a third of the way, 27.95 m above the straight line with the
    // earth's bulge: free space, its diffraction, and Bullington's correction (P.1812 4.3.1).
    let parameter = 27.9502 * (0.002 * 3 / (0.2998 / 0.7 * 2)).squareRoot()
    let edge =
      6.9 + 20
      * log10(((parameter - 0.1) * (parameter - 0.1) + 1).squareRoot() + parameter - 0.1)
    let expected =
      92.4 + 20 * log10(0.7) + 20 * log10(3) + edge + (1 - exp(-edge / 6)) * (10 + 0.02 * 3)
    #expect(abs(median - expected) < 0.01, "\(median), \(expected)")
    let most = try ask(usual + ["--location", "90"])
    let rare = try ask(
      usual + ["--time", "1", "--n0", "360", "--delta-n", "60", "--latitude", "20"])
    // 1.28 standard deviations of (0.024 f + 0.52) 100^0.28 dB at the clutter's foot.
    #expect(abs((Double(most.output.dropLast()) ?? 0) - median - 1.2816 * 0.5368 * 3.6308) < 0.01)
    #expect((Double(rare.output.dropLast()) ?? 999) < median)
    for (arguments, code) in [
      (["p1812", "--freq", "0.7", "--bs-height", "30"], "DR-340"),
      (["p1812", "--profile", "path.csv", "--bs-height", "30"], "DR-340"),
      (["p1812", "--profile", "path.csv", "--freq", "0.7"], "DR-340"),
      (usual + ["--time", "60"], "DR-333"), (usual + ["--n0", "nan"], "DR-333"),
      (["p1812", "--profile", "none.csv", "--freq", "1", "--bs-height", "9"], "DR-210"),
      (["uma-los", "--freq", "1", "--distance", "90", "--profile", "path.csv"], "DR-842"),
    ] {
      let outcome = try ask(arguments)
      #expect(outcome.status != 0 && outcome.output == "")
      #expect(outcome.errors.contains(code), "\(arguments): \(outcome.errors)")
    }
  }
}
