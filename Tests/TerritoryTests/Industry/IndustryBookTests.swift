import Geometry
import TestSupport
import Territory
import Testing

@Suite struct IndustryBookTests {
  private let path: String
  private let text: String
  private let book: IndustryBook

  init() throws {
    path = try Geodata.locate(programPath: #filePath, environment: [:]).path(IndustryBook.file)
    text = try InputFile.text(at: path)
    book = try IndustryBook.read(path: path)
  }

  @Test func tenIndustriesAndTwentyScenariosInTwoBatches() {
    #expect(book.industries.count == 10 && book.scenarios.count == 20)
    #expect(book.industries.count { $0.batch == 1 } == 5)
    #expect(book.scenarios.count { $0.batch == 1 } == 10)
    #expect(book.industries.first?.zh == "电子设备制造" && book.industries.last?.zh == "家电")
    #expect(book.scenarios[5].zh == "机器视觉质检" && book.scenarios[19].zh == "企业协同合作")
    for industry in book.industries {
      #expect(book.scenarios.contains { $0.industries.contains(industry.id) }, "\(industry.id)")
    }
  }

  /// Nothing of a scenario but its name is official.
  @Test func everyRequirementIsLabelledIndicative() {
    for scenario in book.scenarios {
      for figure in [
        scenario.uplinkMbps, scenario.downlinkMbps, scenario.latencyMilliseconds,
        scenario.reliability, scenario.terminalsPer100Employees, scenario.activeShare,
        scenario.indoorShare,
      ] {
        #expect(figure.kind == .judgement && figure.source.hasPrefix("indicative"))
      }
      #expect(scenario.asks.source.hasPrefix("indicative"))
    }
  }

  @Test func namesInBothLanguages() throws {
    for word in ["machine-vision-inspection", "Machine Vision Inspection", "机器视觉质检"] {
      #expect(book.scenario(named: word)?.id == "machine-vision-inspection")
    }
    #expect(book.industry(named: "港口")?.id == "port")
    #expect(book.industry(named: "ports")?.id == "port")
    #expect(book.industry(named: "") == nil && book.scenario(named: "魔法") == nil)
    #expect(try book.pattern("7：3").name == "7:3")
    #expect(userError { try book.pattern("9:1") }?.code == "DR-919")
  }

  @Test func terminalsFollowTheEmployees() {
    let scenario = book.scenarios[9]
    let terminals = book.terminals(of: "mining", employees: 1000)
    #expect(terminals[scenario.id] == Int(10 * scenario.terminalsPer100Employees.value))
    #expect(terminals["flexible-production"] == nil)
    #expect(book.terminals(of: "mining", employees: 0).isEmpty)
  }

  @Test(arguments: [
    ("id: textile,", "id: steel,"), ("en: steel", "en: port"),
    ("batch: 1\n    source", "batch: one\n    source"),
    ("industries: [steel,", "industries: [gold,"),
    ("reliability: {value: 0.9999,", "reliability: {value: 99.99,"),
    ("uplinkMbps: {value: 30,", "uplinkMbps: {value: 0,"),
    ("uplinkMbps: {value: 30,", "uplinkMbps: {value: .nan,"),
    ("  mine: {employeesPerHectare", "  quarry: {employeesPerHectare"),
    ("industry: textile, of: manufacturing", "industry: wool, of: manufacturing"),
    ("uplinkShare: {value: 0.329,", "uplinkShare: {value: 0.529,"),
    ("headsPerBaseband: {value: 48,", "headsPerBaseband: {value: 0,"),
    ("sliceYuan: {value: 200000,", "sliceYuan: {value: -1,"),
  ]) func mistakesAreRefused(from: String, to: String) throws {
    let broken = text.replacing(from, with: to, maxReplacements: 1)
    #expect(broken != text, "\(from) is not in the book")
    let scratch = try Scratch()
    let file = try scratch.file("industry.yaml", broken)
    let error = userError { try IndustryBook.read(path: file) }
    #expect(["DR-910", "DR-251"].contains(error?.code ?? ""), "\(error?.description ?? "none")")
    #expect(error?.place.hasPrefix(file) == true)
  }
}
