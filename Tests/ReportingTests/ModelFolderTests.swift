import Foundation
import Geometry
import Radio
import Reporting
import TestSupport
import Testing

@Suite struct ModelFolderTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func write(_ names: [String], to folder: ModelFolder, failing: Bool = false) throws {
    try folder.replace { draft throws(UserError) in
      for name in names { try draft.write(Array("x".utf8), as: name) }
      if failing { throw UserError("DR-999", .badData, at: "test", "stop", remedy: "none") }
    }
  }

  @Test func modelsReplaceModelsWhole() throws {
    let folder = ModelFolder(scratch.path("deep/models/"))
    #expect(ModelFolder.fileName(settlement: "330921", group: .mobile) == "330921-mobile.mps")
    try write(["330921-mobile.mps", "330921-unicom.mps"], to: folder)
    try folder.checkReplaceable(beside: RunFolder(scratch.path("deep/run")))
    try write(["1-mobile.mps"], to: folder)
    #expect(scratch.names("deep/models") == ["1-mobile.mps"])
    #expect(throws: UserError.self) { try write(["2-mobile.mps"], to: folder, failing: true) }
    #expect(scratch.names("deep/models") == ["1-mobile.mps"])
    #expect(scratch.names("deep") == ["models"])
  }

  @Test(arguments: [
    "map.qgz", "mobile.mps", "-mobile.mps", "12a-mobile.mps", "12-both.mps", "12-mobile.MPS",
    "１２-mobile.mps",
  ]) func foreignFilesAreKept(name: String) throws {
    let folder = ModelFolder(scratch.path("models"))
    try write(["330921-mobile.mps"], to: folder)
    try scratch.file("models/\(name)", "mine")
    let error = userError { try folder.checkReplaceable(beside: RunFolder("elsewhere")) }
    #expect(error?.code == "DR-591" && error?.place.hasSuffix(name) == true)
    let file = ModelFolder(scratch.path("models/\(name)"))
    #expect(
      userError { try file.checkReplaceable(beside: RunFolder("elsewhere")) }?.code == "DR-591")
  }

  @Test(arguments: [
    ("run", "run"), ("run/models", "run"), ("run", "run/inner"), ("./run/", "run"),
    ("a/../run/models", "run"), (".", "run"),
  ]) func neitherFolderLiesInTheOther(models: String, run: String) throws {
    let error = userError { try ModelFolder(models).checkReplaceable(beside: RunFolder(run)) }
    #expect(error?.code == "DR-592")
    let here = FileManager.default.currentDirectoryPath
    #expect(
      userError {
        try ModelFolder("\(here)/\(models)").checkReplaceable(beside: RunFolder(run))
      }?.code == "DR-592")
  }

  @Test func namesThatBeginAlikeAreApart() throws {
    try ModelFolder("runs/ab").checkReplaceable(beside: RunFolder("runs/a"))
    try ModelFolder("runs/a-models").checkReplaceable(beside: RunFolder("runs/a"))
  }
}
