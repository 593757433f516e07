import Geometry
import Scheduling
import TestSupport
import Territory
import Testing

/// Weights by which places like a pilot's are ranked.
@Suite struct PilotBookTests {
  private static let names = [
    "perDoubling", "perKind", "perMorphology", "perReadiness", "perSignal", "perYear",
    "perIndustry", "perTerminalDoubling", "perStatus", "campusKilometres", "places",
  ]

  private func read(_ changed: String, _ value: String) throws -> PilotBook {
    let lines = Self.names.map {
      "\($0): {value: \($0 == changed ? value : "1"), unit: \"1\", kind: judgement, source: test}"
    }
    let scratch = try Scratch()
    let path = try scratch.file("b.yaml", lines.joined(separator: "\n") + "\n")
    return try withExtendedLifetime(scratch) { try PilotBook.read(path: path) }
  }

  @Test func theBundledBookSaysThatItIsJudgement() throws {
    let book = try PilotMaking.book()
    let figures = [
      book.perDoubling, book.perKind, book.perMorphology, book.perReadiness, book.perSignal,
      book.perYear, book.perIndustry, book.perTerminalDoubling, book.perStatus,
      book.campusKilometres, book.places,
    ]
    #expect(figures.allSatisfy { $0.kind == .judgement && $0.source.count > 10 })
    #expect(book.places.value == 10)
  }

  @Test func figuresOutOfRangeAreRefused() throws {
    #expect(try read("perYear", "0").perYear.value == 0)
    for (name, value) in [
      ("perYear", "-1"), ("perKind", "1001"), ("perIndustry", "-0.1"),
      ("campusKilometres", "1001"), ("perStatus", "-1"), ("places", "0"), ("places", "1e9"),
    ] {
      #expect(userError { try read(name, value) }?.code == "DR-938", "\(name) \(value)")
    }
    #expect(userError { try read("perYear", ".inf") }?.code == "DR-251")
  }
}
