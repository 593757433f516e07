import Coverage
import Foundation
import Geometry
import TestSupport
import Territory
import Testing

@Suite("A calibration as a file")
struct CalibrationFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let entry = """
    - {morphology: urban, band: n78, offsetDB: -4, slopeDBPerDecade: 3, referenceMetres: 300,
       fromMetres: 60, toMetres: 2000}
    """

  private func document(_ entries: [String], model: String = "auto", format: Int = 1) -> String {
    "calibration: \(format)\nmodel: \(model)\ncorrections:\n" + entries.joined(separator: "\n")
  }

  @Test("what is written is read to the last digit")
  func roundTrip() throws {
    let samples = CalibrationWorld(offsetDB: -6, slopeDBPerDecade: 7).samples(seed: 3)
    let rule = try CalibrationRule(floorDBm: -156, marginDB: 0, draws: 99)
    let result = try Calibration(rule: rule).result(samples)
    let text = CalibrationFile.text(
      result, model: .urbanMacro,
      inputs: [.init(file: "路测 \"1\".csv", sha256: "00ff")])
    let path = try scratch.file("c.yaml", text)
    let file = try CalibrationFile.read(path: path, model: .urbanMacro)
    #expect(file.corrections == result.corrections && file.corrections.count == 1)
    #expect(text.contains("sha256: 00ff"))
    // What the samples come to afterwards is what the file's figures say.
    let correction = try #require(file.corrections.values.first)
    for (sample, tuned) in zip(result.samples, result.tunedDBm) {
      let level = correction.levelDB(atMetres: sample.distanceMetres)
      #expect(tuned == sample.predictedDBm + level)
    }
  }

  @Test("JSON is read as well")
  func json() throws {
    let path = try scratch.file(
      "c.json",
      """
      {"calibration": 1, "model": "rma", "corrections": [{"morphology": "rural", "band": "n28",
      "offsetDB": 2.5, "slopeDBPerDecade": 0, "referenceMetres": 900, "fromMetres": 50, "toMetres": 4000}]}
      """)
    let file = try CalibrationFile.read(path: path, model: .ruralMacro)
    let group = CalibrationGroup(morphology: .rural, band: "n28")
    #expect(file.corrections[group]?.levelDB(atMetres: 1) == 2.5)
  }

  @Test(
    "another model's, doubled and impossible corrections are refused",
    arguments: [
      ("c.yaml", "calibration: 1\nmodel: uma\ncorrections: []", "DR-901"),
      ("c.yaml", "calibration: 2\nmodel: auto\ncorrections: []", "DR-900"),
      ("c.yaml", "model: auto\ncorrections: []", "DR-251"),
      ("c.yaml", "calibration: [", "DR-250"), ("c.yaml", "", "DR-25"),
    ])
  func refusals(name: String, text: String, code: String) throws {
    let path = try scratch.file(name, text)
    let error = try #require(userError { try CalibrationFile.read(path: path, model: .auto) })
    #expect(error.code.hasPrefix(code))
  }

  @Test(
    "figures are held to their ranges",
    arguments: [
      ("offsetDB: -4", "offsetDB: -61", "DR-900"), ("offsetDB: -4", "offsetDB: .nan", "DR-900"),
      ("slopeDBPerDecade: 3", "slopeDBPerDecade: 15.1", "DR-900"),
      ("referenceMetres: 300", "referenceMetres: 0", "DR-900"),
      ("fromMetres: 60", "fromMetres: 2001", "DR-900"),
      ("fromMetres: 60", "fromMetres: .nan", "DR-900"),
      ("toMetres: 2000", "toMetres: .inf", "DR-900"), ("urban", "city", "DR-251"),
    ])
  func ranges(old: String, new: String, code: String) throws {
    let text = document([Self.entry]).replacingOccurrences(of: old, with: new)
    let path = try scratch.file("c.yaml", text)
    let error = try #require(userError { try CalibrationFile.read(path: path, model: .auto) })
    #expect(error.code == code)
    #expect(error.place.contains("c.yaml"))
  }

  @Test("bands have files of their own, but nothing stands twice")
  func several() throws {
    let one = try scratch.file("1.yaml", document([Self.entry]))
    let other = try scratch.file(
      "2.yaml", document([Self.entry.replacingOccurrences(of: "n78", with: "n28")]))
    #expect(try CalibrationFile.read(paths: [one, other], model: .auto).count == 2)
    #expect(
      userError { try CalibrationFile.read(paths: [one, other, one], model: .auto) }?.code
        == "DR-902")
    let twice = try scratch.file("3.yaml", document([Self.entry, Self.entry]))
    #expect(userError { try CalibrationFile.read(path: twice, model: .auto) }?.code == "DR-902")
  }
}
