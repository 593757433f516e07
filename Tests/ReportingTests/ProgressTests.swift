import Reporting
import Synchronization
import Testing

@Suite struct ProgressTests {
  /// A clock that stands still until it is moved, and a terminal that keeps what is written.
  final class FakeTerminal: Sendable {
    private let start = ContinuousClock.now
    private let passed = Mutex(Duration.zero)
    private let written = Mutex<[String]>([])

    func wait(_ time: Duration) { passed.withLock { $0 += time } }

    /// What was written since it was last asked, without the control sequences.
    func lines() -> [String] {
      written.withLock { written in
        defer { written = [] }
        return written.map { $0.replacing("\r", with: "").replacing("\u{1B}[K", with: "") }
      }
    }

    func progress(isShown: Bool = true, width: Int = 80) -> Progress {
      Progress(
        language: .english, isShown: isShown, width: width,
        now: { self.start + self.passed.withLock { $0 } },
        output: { text in self.written.withLock { $0.append(text) } })
    }
  }

  @Test func saysStageDoneAndTimeLeft() {
    let terminal = FakeTerminal()
    let progress = terminal.progress()
    progress.begin(.stageAudit, total: 10)
    #expect(terminal.lines() == ["auditing coverage  0/10"])
    terminal.wait(.seconds(30))
    progress.advance(by: 3)
    #expect(terminal.lines() == ["auditing coverage  3/10  left 1:10"])
    terminal.wait(.seconds(70))
    progress.advance(by: 7)
    #expect(terminal.lines() == ["auditing coverage  10/10"])
  }

  @Test func anUnknownTotalShowsTheStageAlone() {
    let terminal = FakeTerminal()
    terminal.progress().begin(.stageRead, total: 0)
    #expect(terminal.lines() == ["reading the data"])
  }

  @Test func writesAtMostTenTimesASecond() {
    let terminal = FakeTerminal()
    let progress = terminal.progress()
    progress.begin(.stageAudit, total: 1000)
    for _ in 0..<1000 {
      terminal.wait(.milliseconds(1))
      progress.advance()
    }
    #expect(terminal.lines().count == 11)
  }

  @Test func nothingIsWrittenInAPipe() {
    let terminal = FakeTerminal()
    let progress = terminal.progress(isShown: false)
    progress.begin(.stageAudit, total: 3)
    terminal.wait(.seconds(1))
    progress.advance(by: 3)
    progress.end()
    #expect(terminal.lines().isEmpty)
  }

  @Test func endWipesTheLineOnce() {
    let terminal = FakeTerminal()
    let progress = terminal.progress()
    progress.begin(.stageAudit, total: 3)
    _ = terminal.lines()
    progress.end()
    progress.end()
    #expect(terminal.lines() == [""])
  }

  @Test func theLineNeverWraps() {
    let terminal = FakeTerminal()
    terminal.progress(width: 12).begin(.stageAudit, total: 100)
    #expect(terminal.lines().allSatisfy { DisplayWidth.of($0) <= 11 })
  }

  @Test func mayBeToldFromManyThreads() async {
    let terminal = FakeTerminal()
    let progress = terminal.progress()
    progress.begin(.stageAudit, total: 400)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { for _ in 0..<50 { progress.advance() } } }
    }
    terminal.wait(.seconds(1))
    progress.advance(by: 0)
    #expect(terminal.lines().last == "auditing coverage  400/400")
  }
}
