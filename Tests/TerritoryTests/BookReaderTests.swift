import Foundation
import Geometry
import Territory
import TestSupport
import Testing

@Suite struct BookReaderTests {
  private struct Book: Decodable {
    let threshold: Figure
  }

  @Test func aFigureKeepsUnitKindAndSource() throws {
    let scratch = try Scratch()
    let path = try scratch.file(
      "book.yaml", "threshold: {value: -110, unit: dBm, kind: derived, source: 表 5.3}\n")
    #expect(
      try BookReader.read(Book.self, path: path).threshold
        == Figure(value: -110, unit: "dBm", kind: .derived, source: "表 5.3"))
  }

  @Test(arguments: [
    ("threshold: {value: 1, unit: \"1\", kind: derived\n", "DR-250", ""),
    ("\tthreshold: 1\n", "DR-250", ""),
    ("threshold: {value: 1, kind: derived, source: x}\n", "DR-251", "threshold.unit"),
    ("threshold: {value: many, unit: x, kind: derived, source: x}\n", "DR-251", "threshold.value"),
    ("threshold: {value: 1, unit: x, kind: guess, source: x}\n", "DR-251", "threshold.kind"),
    ("threshold: {value: .nan, unit: x, kind: derived, source: x}\n", "DR-251", "threshold.value"),
    ("threshold: {value: -.inf, unit: x, kind: derived, source: x}\n", "DR-251", "threshold.value"),
    ("limit: 1\n", "DR-251", "threshold"), ("- 1\n", "DR-251", ""), ("", "DR-251", ""),
  ]) func mistakesAreNamed(text: String, code: String, key: String) throws {
    let scratch = try Scratch()
    let path = try scratch.file("book.yaml", text)
    let error = userError { try BookReader.read(Book.self, path: path) }
    #expect(error?.code == code)
    #expect(error?.status == .badData)
    #expect(error?.place == path)
    if !key.isEmpty { #expect(error?.problem.contains("'\(key)'") == true) }
  }

  @Test func missingAndUndecodableFiles() throws {
    let scratch = try Scratch()
    let missing = userError { try BookReader.read(Book.self, path: scratch.path("none.yaml")) }
    #expect(missing?.code == "DR-210")
    #expect(missing?.status == .missingInput)
    try Data([0x61, 0xFF, 0xFE]).write(to: scratch.url.appendingPathComponent("latin.yaml"))
    let latin = userError { try BookReader.read(Book.self, path: scratch.path("latin.yaml")) }
    #expect(latin?.code == "DR-204")
    #expect(latin?.status == .badData)
  }
}
