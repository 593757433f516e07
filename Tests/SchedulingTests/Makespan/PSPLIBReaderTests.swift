import Foundation
import Geometry
import Scheduling
import TestSupport
import Testing

/// Single-mode files of the library.
@Suite struct PSPLIBReaderTests {
  /// Four jobs, two resources, in the library's form; made for this test.
  static let text = """
    ************************************************************************
    file with basedata            : none
    initial value random generator: 1
    ************************************************************************
    projects                      :  1
    jobs (incl. supersource/sink ):  4
    horizon                       :  9
    RESOURCES
      - renewable                 :  2   R
      - nonrenewable              :  0   N
      - doubly constrained        :  0   D
    ************************************************************************
    PROJECT INFORMATION:
    pronr.  #jobs rel.date duedate tardcost  MPM-Time
        1      2      0        9        0        5
    ************************************************************************
    PRECEDENCE RELATIONS:
    jobnr.    #modes  #successors   successors
       1        1          2           2   3
       2        1          1           4
       3        1          1           4
       4        1          0
    ************************************************************************
    REQUESTS/DURATIONS:
    jobnr. mode duration  R 1  R 2
    ------------------------------------------------------------------------
      1      1     0       0    0
      2      1     4       2    0
      3      1     5       2    3
      4      1     0       0    0
    ************************************************************************
    RESOURCEAVAILABILITIES:
      R 1  R 2
        3    3
    ************************************************************************

    """

  private func read(_ text: String) throws -> MakespanProject {
    try PSPLIBReader.read(Array(text.utf8), name: "p.sm")
  }

  private func code(replacing old: String, by new: String) -> String? {
    #expect(Self.text.contains(old))
    return userError { try read(Self.text.replacingOccurrences(of: old, with: new)) }?.code
  }

  @Test func fileIsRead() throws {
    let project = try read(Self.text)
    #expect(project.activities.map(\.id) == ["1", "2", "3", "4"])
    #expect(project.activities.map(\.duration) == [0, 4, 5, 0])
    #expect(project.activities.map(\.demands) == [[0, 0], [2, 0], [2, 3], [0, 0]])
    #expect(project.successors == [[1, 2], [3], [3], []])
    #expect(project.resources.map(\.capacity) == [3, 3])
    #expect(try MakespanSolver().solve(project).makespan == 9)
  }

  @Test func linesMayEndAsOnOtherSystems() throws {
    let text = Self.text.replacingOccurrences(of: "\n", with: "\r\n")
    #expect(try read(text) == read(Self.text))
  }

  @Test func everyTruncationIsRefused() {
    let bytes = Array(Self.text.utf8)
    // What is left out last is the ruler, which carries nothing.
    let end = bytes.count - 75
    for length in 0..<end - 8 {
      let error = userError { try PSPLIBReader.read(Array(bytes[..<length]), name: "p.sm") }
      #expect(error != nil, "\(length) bytes")
    }
  }

  @Test func binaryIsRefused() {
    #expect(userError { try PSPLIBReader.read([], name: "p") }?.code == "DR-630")
    #expect(code(replacing: "jobs", by: "jo\u{0}bs") == "DR-630")
    #expect(code(replacing: "none", by: "né") == "DR-630")
    let error = userError {
      try PSPLIBReader.read([UInt8](repeating: 32, count: 16_000_001), name: "p")
    }
    #expect(error?.code == "DR-630")
  }

  @Test func wrongCountsAreRefusedWithTheirLine() {
    #expect(code(replacing: "):  4", by: "):  5") == "DR-631")
    #expect(code(replacing: "):  4", by: "):  3") == "DR-625")
    #expect(code(replacing: "):  4", by: "):  0") == "DR-631")
    #expect(code(replacing: "):  4", by: "):  99999999999999999999") == "DR-631")
    #expect(code(replacing: "  2           2   3", by: "  3           2   3") == "DR-631")
    #expect(code(replacing: "  2   R", by: "  3   R") == "DR-631")
    #expect(code(replacing: "5       2    3", by: "5       2   -3") == "DR-631")
    #expect(code(replacing: "5       2    3", by: "x       2    3") == "DR-631")
    #expect(code(replacing: "    3    3\n", by: "    3    3    3\n") == "DR-631")
    let text = Self.text.replacingOccurrences(of: "5       2    3", with: "5       2")
    #expect(userError { try read(text) }?.place == "p.sm:29")
  }

  @Test func otherKindsOfProjectsAreRefused() {
    #expect(code(replacing: ":  1\njobs", by: ":  2\njobs") == "DR-632")
    #expect(code(replacing: "  3        1  ", by: "  3        2  ") == "DR-632")
    #expect(code(replacing: "  3      1  ", by: "  3      2  ") == "DR-632")
    #expect(code(replacing: "0   N", by: "1   N") == "DR-632")
    #expect(code(replacing: "0   D", by: "1   D") == "DR-632")
  }

  @Test func impossibleProjectsAreRefused() {
    #expect(code(replacing: "1           4\n   3", by: "1           3\n   3") == nil)
    #expect(code(replacing: "   4        1          0", by: "   4        1   1   2") == "DR-626")
    #expect(code(replacing: "2   3\n", by: "2   9\n") == "DR-625")
    #expect(code(replacing: "5       2    3", by: "5       2    4") == "DR-624")
  }

  /// Bytes that are changed at random never end the program, and never give a project that breaks.
  @Test func damagedFilesNeverTrap() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      var bytes = Array(Self.text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      guard let project = try? PSPLIBReader.read(bytes, name: "p.sm") else { continue }
      if let solver = try? MakespanSolver(scheduleLimit: 5) {
        expectKept(solver.solve(project), project)
      }
    }
  }

  static let folder = ProcessInfo.processInfo.environment["DEEPREACH_PSPLIB"]

  /// Optima of the library (Kolisch and Sprecher 1996; solved by Demeulemeester and Herroelen 1997).
  @Test(
    .enabled(if: Self.folder != nil, "DEEPREACH_PSPLIB unset: docs/scheduling-makespan.md"),
    arguments: [("j301_1", 43), ("j301_2", 47)])
  func instancesOfTheLibraryAreSolved(name: String, optimum: Int) throws {
    let folder = try #require(Self.folder)
    let files = try #require(FileManager.default.enumerator(atPath: folder))
    let path = try #require(
      files.compactMap { $0 as? String }.first { $0.hasSuffix("\(name).sm") })
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(path))
    let project = try PSPLIBReader.read(Array(bytes), name: name)
    let result = try MakespanSolver().solve(project)
    expectKept(result, project)
    #expect(result.makespan == optimum)
  }
}
