import Foundation
import Geometry
import Reporting
import TestSupport
import Testing

/// Files of a comparison appear whole or not at all, and replace nothing of anybody else's.
@Suite struct ComparisonFilesTests {
  private let runs: ComparedRuns
  private let files: ComparisonFiles

  init() throws {
    runs = try ComparedRuns()
    files = runs.files(try runs.comparison("b100", "b400"))
  }

  private static let names = [
    "compare.csv", "compare.geojson", "compare.json", "compare.md", "comparison.html",
    "counties.csv",
  ]

  @Test func aFolderHoldsAllAndIsReplaced() throws {
    let path = runs.scratch.path("deep/out")
    try files.write(to: path)
    #expect(runs.scratch.names("deep/out") == Self.names)
    let first = try Self.names.map { try runs.scratch.text("deep/out/\($0)") }
    try files.write(to: path + "/")
    #expect(try Self.names.map { try runs.scratch.text("deep/out/\($0)") } == first)
    #expect(runs.scratch.names("deep") == ["out"])
  }

  @Test func aNameWithAnEndingIsThatFile() throws {
    for (name, begins) in [
      ("a.csv", "measure,"), ("a.json", "{"), ("a.geojson", "{"), ("a.md", "# Plans compared"),
      ("a.txt", "# Plans compared"), ("a.html", "<!DOCTYPE html>"),
    ] {
      try files.write(to: runs.scratch.path(name))
      #expect(try runs.scratch.text(name).hasPrefix(begins))
    }
  }

  @Test func whatIsSomebodyElsesStays() throws {
    try runs.scratch.directory("mine")
    try runs.scratch.file("mine/thesis.txt", "years of work")
    try runs.scratch.file("plain", "text")
    for name in ["mine", "plain", "b100"] {
      #expect(userError { try files.write(to: runs.scratch.path(name)) }?.code == "DR-717")
    }
    try runs.scratch.directory("folder.csv")
    #expect(userError { try files.write(to: runs.scratch.path("folder.csv")) }?.code == "DR-717")
    #expect(userError { try ComparisonFiles.check("-") }?.code == "DR-716")
    #expect(runs.scratch.names("mine") == ["thesis.txt"])
    #expect(userError { try files.write(to: "/proc/none/a.csv") }?.code == "DR-703")
    #expect(userError { try files.write(to: "/proc/none/folder") }?.code == "DR-703")
  }
}
