import Coverage
import Geometry
import Territory
import TestSupport
import Testing

@Suite struct ReliabilityRuleBookTests {
  static let bundled = [
    "arcep-map-95", "arcep-map-98", "drive-test-100", "drive-test-105", "drive-test-96",
    "fcc-mobile-35-3", "fcc-mobile-5-1",
  ]

  @Test(arguments: bundled) func bundledRulesAreReadAndSourced(name: String) throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let rule = try ReliabilityRuleBook.read(path: geodata.path("books/rules/\(name).yaml"))
    #expect(rule.name == name)
    #expect(!rule.titleChinese.isEmpty && !rule.titleEnglish.isEmpty)
    #expect(!rule.description.isEmpty && !rule.source.isEmpty)
    let figures = [
      rule.cell.areaSquareMetres, rule.requiredShare, rule.confidence, rule.leastSamples,
      rule.leastClusters, rule.leastAreaShare, rule.leastClaimSquareKilometres,
      rule.blockMetres, rule.served.rsrpDBm, rule.served.sinrDB, rule.served.downlinkMbps,
      rule.served.uplinkMbps,
    ]
    for figure in figures.compactMap({ $0 }) {
      #expect(!figure.source.isEmpty && !figure.unit.isEmpty)
    }
    _ = try ClaimAudit(rule: rule)
  }

  @Test func figuresThatAreKnownAreSourced() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let drive = try ReliabilityRuleBook.read(
      path: geodata.path("books/rules/drive-test-105.yaml"))
    #expect(drive.served.rsrpDBm?.value == -105)
    #expect(drive.served.rsrpDBm?.kind == .sourced)
    #expect(drive.leastSamples.value == 20)
    #expect(drive.confidence.kind == .judgement)
    let arcep = try ReliabilityRuleBook.read(path: geodata.path("books/rules/arcep-map-98.yaml"))
    #expect(arcep.requiredShare.value == 0.98)
    #expect(arcep.leastClaimSquareKilometres.value == 1000)
    let fcc = try ReliabilityRuleBook.read(path: geodata.path("books/rules/fcc-mobile-5-1.yaml"))
    #expect(fcc.cell.shape == .hexagon)
    #expect(fcc.served.uplinkMbps?.kind == .judgement)
  }

  @Test(
    arguments: [
      ("requiredShare", "1", "DR-482"), ("requiredShare", ".nan", "DR-251"),
      ("confidence", "1", "DR-482"), ("leastSamples", "0", "DR-482"),
      ("leastAreaShare", "-0.1", "DR-482"), ("blockMetres", "0", "DR-482"),
      ("leastClusters", "0", "DR-482"),
    ]) func figuresOutOfRangeAreNamed(key: String, value: String, code: String) throws
  {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let text = try InputFile.text(at: geodata.path("books/rules/drive-test-105.yaml"))
    let lines = text.split(separator: "\n").map { line in
      line.hasPrefix(key + ":")
        ? "\(key): {value: \(value), unit: \"1\", kind: judgement, source: \"test\"}"
        : String(line)
    }
    let scratch = try Scratch()
    let path = try scratch.file("mine.yaml", lines.joined(separator: "\n"))
    let error = userError { try ReliabilityRuleBook.read(path: path) }
    #expect(error?.code == code)
  }

  @Test func aRuleNeedsAThreshold() throws {
    let rule = PlantedWorld.rule()
    let empty = ReliabilityRule(
      name: rule.name, titleChinese: "", titleEnglish: "", description: "", source: "",
      cell: rule.cell, served: ServedRule(missing: .leftOut), requiredShare: rule.requiredShare,
      confidence: rule.confidence, leastSamples: rule.leastSamples,
      leastClusters: rule.leastClusters, leastAreaShare: rule.leastAreaShare,
      leastClaimSquareKilometres: rule.leastClaimSquareKilometres,
      blockMetres: rule.blockMetres, unmeasured: .leftOut)
    #expect(userError { try ClaimAudit(rule: empty) }?.code == "DR-481")
  }
}
