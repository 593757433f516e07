import Foundation
import Geometry
import Reporting
import TestSupport
import Testing

/// What goes with an older run when a new one takes its place, and what does not.
@Suite struct RunFolderRemovalTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func replaceRun() throws {
    try RunFolder(scratch.path("run")).replace { draft throws(UserError) in
      try draft.write(Array("{}".utf8), as: RunFolder.manifestName)
    }
  }

  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path(name), withIntermediateDirectories: false)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path(name), withDestinationPath: scratch.path(target))
  }

  @Test func aLinkGoesButWhatItLeadsToStays() throws {
    try makeFolder("survey")
    try scratch.file("survey/measured.csv", "kept")
    try replaceRun()
    try link("run/link", to: "survey")
    try replaceRun()
    #expect(scratch.names("survey") == ["measured.csv"])
    #expect(scratch.names() == ["run", "survey"])
    #expect(scratch.names("run") == ["run.json"])
  }

  /// Where the target itself is a link to a run, the link is replaced and that run stays.
  @Test func aRunBehindALinkStays() throws {
    try makeFolder("elsewhere")
    try scratch.file("elsewhere/run.json", "older")
    try link("run", to: "elsewhere")
    try replaceRun()
    #expect(scratch.names() == ["elsewhere", "run"])
    #expect(
      try String(contentsOfFile: scratch.path("elsewhere/run.json"), encoding: .utf8) == "older")
    #expect(try String(contentsOfFile: scratch.path("run/run.json"), encoding: .utf8) == "{}")
  }

  /// Hidden files, as file managers leave them, do not keep the older run from going.
  @Test func hiddenFilesGoWithTheOlderRun() throws {
    try replaceRun()
    try makeFolder("run/inner")
    try scratch.file("run/inner/.hidden", "")
    try replaceRun()
    #expect(scratch.names() == ["run"])
    #expect(scratch.names("run") == ["run.json"])
  }
}
