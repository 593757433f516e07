import Foundation
import Geometry
import Territory
import TestSupport
import Testing

@Suite struct GeodataTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.directory("home/geodata/books/standards")
    try scratch.directory("home/bin/deep")
    try scratch.file("home/geodata/SOURCES.md", "sources\n")
    try scratch.file("home/bin/deep/tool", "")
  }

  /// The temporary folder may itself stand behind a link.
  private func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  @Test func theVariableGoesFirst() throws {
    let found = try Geodata.locate(
      programPath: #filePath, environment: ["DEEPREACH_GEODATA": scratch.path("home/geodata")])
    #expect(found.folder == scratch.path("home/geodata"))
  }

  @Test func aVariableThatIsWrongIsNotPassedOver() {
    let error = userError {
      try Geodata.locate(
        programPath: scratch.path("home/bin/deep/tool"),
        environment: ["DEEPREACH_GEODATA": scratch.path("home")])
    }
    #expect(error?.code == "DR-211")
    #expect(error?.status == .missingInput)
    #expect(error?.place == "DEEPREACH_GEODATA")
  }

  @Test func otherwiseItIsBesideOrAboveTheProgram() throws {
    for environment in [[:], ["DEEPREACH_GEODATA": ""]] {
      let found = try Geodata.locate(
        programPath: scratch.path("home/bin/deep/tool"), environment: environment)
      #expect(resolved(found.folder) == resolved(scratch.path("home/geodata")))
    }
  }

  @Test func aProgramCalledByALinkFindsItsOwn() throws {
    try scratch.directory("elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("elsewhere/link"),
      withDestinationPath: scratch.path("home/bin/deep/tool"))
    let found = try Geodata.locate(programPath: scratch.path("elsewhere/link"), environment: [:])
    #expect(resolved(found.folder) == resolved(scratch.path("home/geodata")))
  }

  @Test func standardsAreTheYamlFilesByName() throws {
    for name in ["b.yaml", "a.yaml", "notes.md"] {
      try scratch.file("home/geodata/books/standards/\(name)", "")
    }
    #expect(Geodata(folder: scratch.path("home/geodata")).standardNames() == ["a", "b"])
    #expect(Geodata(folder: scratch.path("home")).standardNames().isEmpty)
  }

  @Test func tablesAreNamedAsBundled() throws {
    try scratch.directory("home/geodata/units")
    try scratch.file("home/geodata/units/x.csv", "a,b\n1,2\n")
    let geodata = Geodata(folder: scratch.path("home/geodata"))
    #expect(try geodata.table("units/x.csv").name == "geodata/units/x.csv")
    #expect(userError { try geodata.table("units/y.csv") }?.code == "DR-210")
  }
}
