#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The terminal the program speaks to, if it is one.
public enum Terminal {
  /// Whether standard error is a terminal, so that progress may be shown on it.
  public static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of the terminal that standard output is, or standard error; nil in a pipe.
  public static var width: Int? {
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      var size = winsize()
      if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return Int(size.ws_col)
      }
    }
    return nil
  }

  /// Writes to standard error at once. What cannot be written is dropped: it is only progress.
  public static func writeToStandardError(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
