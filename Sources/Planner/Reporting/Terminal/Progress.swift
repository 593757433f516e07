import Synchronization

/// One line on the terminal that says how far the work is: stage, done of total, time left.
///
/// It may be told of progress from any thread. It writes at most ten times a second, and nothing at
/// all when standard error is not a terminal.
public final class Progress: Sendable {
  private struct State {
    var stage = ""
    var total = 0
    var done = 0
    var began: ContinuousClock.Instant
    var shown: ContinuousClock.Instant?
    var isOnLine = false
  }

  private let language: Language
  private let width: Int
  private let isShown: Bool
  private let now: @Sendable () -> ContinuousClock.Instant
  private let output: @Sendable (String) -> Void
  private let state: Mutex<State>

  /// Least time between two writings.
  public static let interval = Duration.milliseconds(100)

  /// Progress on standard error, if that is a terminal.
  public convenience init(language: Language) {
    self.init(
      language: language, isShown: Terminal.showsProgress, width: Terminal.width ?? 80,
      now: { ContinuousClock.now }, output: { Terminal.writeToStandardError($0) })
  }

  /// Progress by a given clock to a given output.
  public init(
    language: Language, isShown: Bool, width: Int,
    now: @escaping @Sendable () -> ContinuousClock.Instant,
    output: @escaping @Sendable (String) -> Void
  ) {
    self.language = language
    self.isShown = isShown
    self.width = width
    self.now = now
    self.output = output
    state = Mutex(State(began: now()))
  }

  /// Begins a stage of so many things to do; 0 when their number is not known.
  public func begin(_ stage: Message, total: Int) {
    guard isShown else { return }
    state.withLock { state in
      state.stage = stage.text(language)
      state.total = total
      state.done = 0
      state.began = now()
      show(&state, at: state.began)
    }
  }

  /// Notes that so many more things are done.
  public func advance(by count: Int = 1) {
    guard isShown else { return }
    state.withLock { state in
      state.done += count
      let instant = now()
      if let shown = state.shown, instant - shown < Self.interval { return }
      show(&state, at: instant)
    }
  }

  /// Wipes the line, so that results can be printed.
  public func end() {
    guard isShown else { return }
    state.withLock { state in
      if state.isOnLine { output("\r\u{1B}[K") }
      state.isOnLine = false
      state.shown = nil
    }
  }

  private func show(_ state: inout State, at instant: ContinuousClock.Instant) {
    state.shown = instant
    state.isOnLine = true
    // One column stays free, as some terminals break the line when the last is written.
    output(
      "\r" + DisplayWidth.cut(Self.line(state, at: instant, language), to: width - 1) + "\u{1B}[K")
  }

  private static func line(
    _ state: State, at instant: ContinuousClock.Instant, _ language: Language
  ) -> String {
    guard state.total > 0 else { return state.stage }
    let line = "\(state.stage)  \(state.done)/\(state.total)"
    guard state.done > 0, state.done < state.total else { return line }
    let left = (instant - state.began) * Double(state.total - state.done) / Double(state.done)
    return "\(line)  \(Message.timeLeft.text(language)) \(Amount.time(left))"
  }
}
