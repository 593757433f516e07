import Geometry

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An output that is written in pieces, for layers larger than memory should hold twice: a file, whole or not at all, or
/// standard output (`-`).
final class PiecewiseOutput {
  private let descriptor: Int32
  private let name: String

  private init(_ descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Opens the output, lets the body write, and puts the file in its place.
  ///
  /// - Throws: what the body throws, and DR-703 when the output cannot be made or written; what stood at the path stays.
  static func write(
    to path: String, _ body: (PiecewiseOutput) throws(UserError) -> Void
  ) throws(UserError) {
    if path == "-" { return try body(PiecewiseOutput(STDOUT_FILENO, name: "standard output")) }
    let draft = "\(path).partial-\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw UserError(
        "DR-703", .cannotCreate, at: path, "cannot be made: \(FileAccess.reason())",
        remedy: "check that the folder is there and may be written")
    }
    var isOpen = true
    do throws(UserError) {
      try body(PiecewiseOutput(descriptor, name: path))
      isOpen = false
      guard close(descriptor) == 0, rename(draft, path) == 0 else {
        throw FileAccess.cannotWrite(path)
      }
    } catch {
      if isOpen { close(descriptor) }
      unlink(draft)
      throw error
    }
  }

  /// Writes a piece.
  ///
  /// - Throws: DR-703 when it cannot be written.
  func append(_ bytes: [UInt8]) throws(UserError) {
    try FileAccess.write(bytes, to: descriptor, named: name)
  }

  /// Writes a part of what a store has kept, by the system itself where it can.
  ///
  /// - Throws: DR-703 when it cannot be written or read back.
  func append(_ store: PieceStore, _ range: Range<Int>) throws(UserError) {
    let done = store.copy(range, to: descriptor)
    if done < range.count { try append(store.piece(range.lowerBound + done..<range.upperBound)) }
  }
}
