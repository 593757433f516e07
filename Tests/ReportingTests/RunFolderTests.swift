import Foundation
import Geometry
import Reporting
import TestSupport
import Testing

@Suite struct RunFolderTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func write(_ text: String, to folder: RunFolder, failing: Bool = false) throws {
    try folder.replace { draft throws(UserError) in
      try draft.write(Array(text.utf8), as: "a.txt")
      if failing { throw UserError("DR-999", .badData, at: "test", "stop", remedy: "none") }
      try draft.finish(Self.manifest(), timings: Timings(arguments: [], threads: 1, stages: []))
    }
  }

  static func manifest() -> Manifest {
    Manifest(
      toolVersion: "1", verb: "plan", arguments: [], project: [:], seed: 0, inputs: [], counts: [],
      schedule: nil)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: scratch.path(path), encoding: .utf8)
  }

  @Test func makesTheFolderAndThoseAboveIt() throws {
    try write("one", to: RunFolder(scratch.path("deep/down/run/")))
    #expect(scratch.names("deep/down") == ["run"])
    #expect(scratch.names("deep/down/run") == ["a.txt", "run.json", "timings.json"])
  }

  @Test func replacesAnOlderRunWhole() throws {
    let folder = RunFolder(scratch.path("run"))
    try write("one", to: folder)
    try write("two", to: folder)
    #expect(try text("run/a.txt") == "two")
    #expect(scratch.names("run") == ["a.txt", "run.json", "timings.json"])
    #expect(scratch.names() == ["run"])
  }

  @Test func aUsersFileInARunIsNotLost() throws {
    let folder = RunFolder(scratch.path("run"))
    try write("one", to: folder)
    try scratch.file("run/map.qgz", "x")
    #expect {
      try write("two", to: folder)
    } throws: { error in
      guard let error = error as? UserError else { return false }
      return error.code == "DR-704" && error.place.hasSuffix("run/map.qgz")
    }
    #expect(try text("run/a.txt") == "one")
    #expect(scratch.names("run").contains("map.qgz"))
  }

  @Test func nothingIsLeftOfARunThatFails() throws {
    #expect(throws: UserError.self) {
      try write("one", to: RunFolder(scratch.path("run")), failing: true)
    }
    #expect(scratch.names() == [])
  }

  @Test func theOlderRunStaysWhenTheNewOneFails() throws {
    let folder = RunFolder(scratch.path("run"))
    try write("one", to: folder)
    #expect(throws: UserError.self) { try write("two", to: folder, failing: true) }
    #expect(try text("run/a.txt") == "one")
    #expect(scratch.names() == ["run"])
  }

  @Test func aFolderOfAnythingElseIsNeverReplaced() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path("papers"), withIntermediateDirectories: false)
    try scratch.file("papers/thesis.tex", "x")
    let error = #expect(throws: UserError.self) {
      try write("one", to: RunFolder(scratch.path("papers")))
    }
    #expect(error?.code == "DR-704")
    #expect(error?.status == .cannotCreate)
    #expect(scratch.names("papers") == ["thesis.tex"])
  }

  @Test func aFileIsNeverReplaced() throws {
    try scratch.file("run", "x")
    let error = #expect(throws: UserError.self) {
      try write("one", to: RunFolder(scratch.path("run")))
    }
    #expect(error?.code == "DR-704")
    #expect(try text("run") == "x")
  }

  @Test func anEmptyFolderIsTaken() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path("run"), withIntermediateDirectories: false)
    try write("one", to: RunFolder(scratch.path("run")))
    #expect(try text("run/a.txt") == "one")
  }

  @Test func aFolderBelowAFileCannotBeMade() throws {
    try scratch.file("file", "x")
    let error = #expect(throws: UserError.self) {
      try write("one", to: RunFolder(scratch.path("file/run")))
    }
    #expect(error?.code == "DR-703")
  }
}
