import Geometry

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Another program, run by the system's own call and waited for no longer than said.
struct ChildProcess {
  /// How it ended.
  enum Ending: Hashable {
    case exited(Int32)
    case killed(Int32)
    /// It had not ended, and was ended with all that it had started.
    case tooLate
  }

  let program: String
  let arguments: [String]
  /// Variables by name.
  let environment: [String: String]
  /// File that takes what it says.
  let output: String

  /// - Throws: `DR-682` where the system cannot start it.
  func run(patience: Duration) throws(UserError) -> Ending {
    let child = try start()
    let deadline = ContinuousClock.now + patience
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { break }
      guard ended == 0 || errno == EINTR else { return .exited(-1) }
      if ContinuousClock.now >= deadline {
        kill(-child, SIGKILL)
        waitpid(child, &status, 0)
        return .tooLate
      }
      usleep(20_000)
    }
    // What it has started ends with it.
    kill(-child, SIGKILL)
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
  }

  /// In a process group of its own, reading nothing.
  private func start() throws(UserError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    let words = Self.copied([program] + arguments)
    let variables = Self.copied(environment.map { "\($0.key)=\($0.value)" })
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let error = posix_spawn(&child, program, &actions, &attributes, words, variables)
    guard error == 0 else {
      throw UserError(
        "DR-682", .unavailable, at: program,
        "cannot be started: \(String(cString: strerror(error)))",
        remedy: "see whether it is a program that runs here")
    }
    return child
  }

  /// Texts as C has them, with the null at the end.
  private static func copied(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }
}
