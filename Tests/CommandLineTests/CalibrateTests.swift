import Foundation
import TestSupport
import Testing

/// `calibrate` as a user runs it: drives round a mast that is weaker than the model says.
@Suite struct CalibrateTests {
  private let scratch: Scratch
  /// Offset planted, dB.
  private static let offset = -8.0

  init() throws {
    scratch = try Scratch()
    try scratch.file(
      "sites.csv",
      "id,lon,lat,group,configuration,height_m,azimuths\na,120.15,30.28,mobile,n41-64T64R,25,omni\n"
    )
  }

  /// Drives on rays from the mast, SS-RSRP of free space that the model is asked to tune.
  private func measurements(offset: Double, operators: Bool = true) throws {
    var text = "drive,\(operators ? "operator," : "")lon,lat,rsrp\n"
    var state: UInt64 = 1
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    for drive in 0..<12 {
      let angle = Double(drive) * 30 * .pi / 180 + 0.1
      for step in 4..<60 {
        let distance = 25 * Double(step)
        let east = distance * sin(angle)
        let north = distance * cos(angle)
        let slant = (distance * distance + 23.5 * 23.5).squareRoot()
        let loss = 20 * log10(4 * Double.pi * slant * 2.593e9 / 299_792_458)
        let noise = 6 * (random() + random() + random() - 1.5)
        let level = 40 - loss + offset + noise - (random() < 0.1 ? 30 : 0)
        text += "d\(drive),\(operators ? "CMCC," : "")"
        text += "\(120.15 + east / 96_200),\(30.28 + north / 110_900),\(max(level, -150))\n"
      }
    }
    try scratch.file("m.csv", text)
  }

  private func calibrate(_ more: [String], status: Int32 = 0) throws -> Tool.Outcome {
    let outcome = try Tool.run(
      ["calibrate", "m.csv", "--sites", "sites.csv"] + more, in: scratch.url)
    #expect(outcome.status == status, "\(outcome.errors)")
    return outcome
  }

  private func offset(_ file: String) throws -> Double? {
    try scratch.text(file).split(separator: "\n").first { $0.contains("offsetDB:") }
      .flatMap { Double($0.drop { $0 != ":" }.dropFirst(2)) }
  }

  @Test func anOffsetIsFoundWrittenAndApplied() throws {
    try measurements(offset: 0)
    _ = try calibrate(["--model", "free-space", "--morphology", "urban", "-o", "a"])
    try measurements(offset: Self.offset)
    let outcome = try calibrate(["--model", "free-space", "--morphology", "urban", "-o", "b"])
    #expect(outcome.output.contains("offered for 1 of 1 groups"))
    let found = try #require(try offset("b/calibration.yaml"))
    // The same drives lower by 8 dB are 8 dB lower, whatever the model says of the antenna.
    let rest = try #require(try offset("a/calibration.yaml"))
    #expect(abs(found - rest - Self.offset) < 1)
    #expect(try Tool.run(["verify", "b"], in: scratch.url).status == 0)
    func level(_ more: [String]) throws -> String {
      let map = try Tool.run(
        [
          "predict", "--site", "120.15,30.28,25,omni,n41-64T64R", "--model", "free-space",
          "--format", "json", "--radius", "1000",
        ] + more, in: scratch.url)
      #expect(map.status == 0, "\(map.errors)")
      return map.output
    }
    let tuned = try level(["--calibration", "b/calibration.yaml"])
    #expect(tuned.contains("\"calibration_offset_db\": \(found)"))
    #expect(try tuned != level([]))
    // A morphology that was not measured stays as the model has it.
    let rural = try level(["--calibration", "b/calibration.yaml", "--morphology", "rural"])
    #expect(rural.contains("\"calibration_offset_db\": null"))
  }

  @Test func resultsAreTheSameForAnyThreads() throws {
    try measurements(offset: Self.offset)
    _ = try calibrate(["--threads", "1", "-o", "a"])
    _ = try calibrate(["--threads", "3", "-o", "b"])
    for name in ["calibration.yaml", "samples.csv", "report.md", "run.json"] {
      #expect(try scratch.text("a/\(name)") == scratch.text("b/\(name)"), "\(name)")
    }
    let rows = try scratch.text("a/samples.csv").split(separator: "\n")
    #expect(rows.count == 12 * 56 + 1)
  }

  @Test func reportsComeInChinese() throws {
    try measurements(offset: Self.offset)
    _ = try calibrate(["--morphology", "urban", "--lang", "zh", "-o", "a"])
    let report = try scratch.text("a/report.md")
    #expect(report.contains("# 传播模型校正"))
    #expect(report.contains("参与拟合"))
  }

  @Test func auditsTakeIt() throws {
    let entry = """
      calibration: 1
      model: auto
      corrections:
      - {morphology: urban, band: n41, offsetDB: -25, slopeDBPerDecade: 0, referenceMetres: 300, fromMetres: 50, toMetres: 2000}
      - {morphology: dense-urban, band: n41, offsetDB: -25, slopeDBPerDecade: 0, referenceMetres: 300, fromMetres: 50, toMetres: 2000}
      - {morphology: suburban, band: n41, offsetDB: -25, slopeDBPerDecade: 0, referenceMetres: 300, fromMetres: 50, toMetres: 2000}
      - {morphology: town, band: n41, offsetDB: -25, slopeDBPerDecade: 0, referenceMetres: 300, fromMetres: 50, toMetres: 2000}
      """
    try scratch.file("c.yaml", entry)
    func audit(_ more: [String]) throws -> String {
      let outcome = try Tool.run(
        ["audit", "--region", "嵊泗", "--group", "mobile", "-o", "r"] + more, in: scratch.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try scratch.text("r/audit.csv")
    }
    let plain = try audit([])
    #expect(try audit(["--calibration", "c.yaml"]) != plain)
    #expect(try scratch.text("r/run.json").contains("c.yaml"))
  }

  @Test(arguments: [
    (["--band", "n77"], "DR-904"), (["--group", "unicom"], "DR-904"),
    (["--model", "p1812"], "DR-908"), (["--floor", "-10"], "DR-907"),
    (["--folds", "1"], "DR-907"), (["--region", "舟山"], "DR-906"), (["--threads", "0"], "DR-802"),
    (["--sites", "m.csv"], "DR-205"),
  ])
  func mistakesAreRefused(arguments: [String], code: String) throws {
    try measurements(offset: 0)
    let outcome = try Tool.run(
      ["calibrate", "m.csv", "--sites", "sites.csv", "-o", "e"] + arguments, in: scratch.url)
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("e")))
  }

  @Test func whoseNetworkItWasHasToBeTold() throws {
    try measurements(offset: 0, operators: false)
    try scratch.file(
      "sites.csv",
      """
      id,lon,lat,group,configuration,height_m,azimuths
      a,120.15,30.28,mobile,n28-4T4R,25,omni
      b,120.15,30.28,unicom,n78-64T64R,25,omni

      """)
    let several = try calibrate(["-o", "e"], status: 64)
    #expect(several.errors.contains("[DR-904]"))
    let one = try calibrate(["--band", "n78", "--morphology", "urban", "-o", "e"])
    #expect(one.status == 0)
  }

  @Test func correctionsOfAnotherModelAreRefused() throws {
    try scratch.file("c.yaml", "calibration: 1\nmodel: rma\ncorrections: []\n")
    let base = ["predict", "--site", "120.15,30.28,25", "--calibration", "c.yaml"]
    let auto = try Tool.run(base, in: scratch.url)
    #expect(auto.errors.contains("[DR-901]"))
    let freq = try Tool.run(base + ["--freq", "3", "--model", "rma"], in: scratch.url)
    #expect(freq.errors.contains("[DR-908]"))
    let audit = try Tool.run(
      ["audit", "--region", "舟山", "--dem", "x.tif", "--calibration", "c.yaml"], in: scratch.url)
    #expect(audit.status != 0)
  }
}
