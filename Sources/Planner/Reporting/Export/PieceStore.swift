import FoundationEssentials
import Geometry

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Pieces of an output that come in another order than they are written in, kept on the disk so that a country's take no
/// more memory than a region's. The file has no name any more once it is made: it is gone with the program.
final class PieceStore {
  private let descriptor: Int32
  private let name: String
  private var length = 0

  /// A store beside an output, or in the system's folder of temporary files for standard output (`-`).
  ///
  /// - Throws: DR-703 when no file can be made there.
  init(beside path: String) throws(UserError) {
    let folder = FileManager.default.temporaryDirectory.path
    let name = (path == "-" ? folder + "/deepreach" : path) + ".pieces-\(getpid())"
    descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    self.name = name
    guard descriptor >= 0 else {
      throw UserError(
        "DR-703", .cannotCreate, at: name, "cannot be made: \(FileAccess.reason())",
        remedy: "check that the folder is there and may be written")
    }
    unlink(name)
  }

  deinit { close(descriptor) }

  /// Keeps a piece, and says where.
  ///
  /// - Throws: DR-703 when it cannot be written.
  func keep(_ bytes: [UInt8]) throws(UserError) -> Range<Int> {
    try FileAccess.write(bytes, to: descriptor, named: name)
    length += bytes.count
    return length - bytes.count..<length
  }

  /// A piece that was kept.
  ///
  /// - Throws: DR-703 when it cannot be read back.
  func piece(_ range: Range<Int>) throws(UserError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var done = 0
    while done < range.count {
      let read = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress.map { $0 + done }, range.count - done,
          off_t(range.lowerBound + done))
      }
      guard read > 0 else { throw FileAccess.cannotWrite(name) }
      done += read
    }
    return bytes
  }

  /// Copies the beginning of a piece to the end of what an open file has, without its going through the program, and says how
  /// many bytes: none where the system cannot.
  func copy(_ range: Range<Int>, to output: Int32) -> Int {
    var done = 0
    #if canImport(Glibc)
      var from = off_t(range.lowerBound)
      while done < range.count {
        let step = sendfile(output, descriptor, &from, min(range.count - done, 1 << 30))
        guard step > 0 else { break }
        done += step
      }
    #endif
    return done
  }
}
