import Crypto
import FoundationEssentials
public import Geometry

/// SHA-256 of some bytes, as 64 lower-case hexadecimal digits.
public struct Digest: Hashable, Sendable {
  /// The digits.
  public let hexadecimal: String

  /// Of bytes in memory.
  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Digest($0) }
  }

  init(_ bytes: UnsafeRawBufferPointer) {
    var hasher = SHA256()
    hasher.update(bufferPointer: bytes)
    self.init(hasher)
  }

  fileprivate init(_ hasher: SHA256) {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in hasher.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    hexadecimal = String(decoding: text, as: UTF8.self)
  }
}

/// A file and what was in it.
public struct FileDigest: Hashable, Sendable {
  /// Path as it was given, or name inside the run folder.
  public let path: String
  /// Length.
  public let byteCount: Int
  /// SHA-256, 64 hexadecimal digits.
  public let sha256: String

  /// A file by its record.
  public init(path: String, byteCount: Int, sha256: String) {
    self.path = path
    self.byteCount = byteCount
    self.sha256 = sha256
  }

  /// A file by what is in it.
  public init(path: String, bytes: [UInt8]) {
    self.init(path: path, byteCount: bytes.count, sha256: Digest(of: bytes).hexadecimal)
  }

  /// A file by what is in it, which need not fit into memory.
  ///
  /// - Parameter path: path that is shown.
  /// - Throws: DR-702 when the file cannot be read.
  public init(path: String, contentsOf file: String) throws(UserError) {
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe)
      self.init(
        path: path, byteCount: data.count,
        sha256: data.withUnsafeBytes { Digest($0) }.hexadecimal)
    } catch {
      throw UserError(
        "DR-702", .missingInput, at: file, "the file cannot be read",
        remedy: "check the path and its permissions")
    }
  }
}

/// What is known of a file that is written in pieces.
struct RunningDigest {
  private var hasher = SHA256()
  private var byteCount = 0

  /// Takes a piece in, in the order of the file.
  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    byteCount += bytes.count
  }

  /// The file, once it is whole.
  func file(_ name: String) -> FileDigest {
    FileDigest(path: name, byteCount: byteCount, sha256: Digest(hasher).hexadecimal)
  }
}
