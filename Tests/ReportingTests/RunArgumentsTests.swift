import Reporting
import Testing

@Suite struct RunArgumentsTests {
  @Test(arguments: [
    (["plan", "--region", "浙江"], ["plan", "--region", "浙江"]),
    (["plan", "--threads", "2", "--seed", "1"], ["plan", "--seed", "1"]),
    (["plan", "-o", "runs/a", "--group", "both"], ["plan", "--group", "both"]),
    (["plan", "--output=runs/a", "--threads=8"], ["plan"]),
    (["plan", "-o"], ["plan"]),
    (["plan", "--pdf", "a.pdf", "--seed", "1"], ["plan", "--seed", "1"]),
    (["audit", "--threadsafe", "x"], ["audit", "--threadsafe", "x"]),
    ([], []),
  ])
  func threadsAndFolderHaveNoBearing(given: [String], kept: [String]) {
    #expect(RunArguments.bearing(given) == kept)
  }
}
