public import Geometry
import Territory

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Files by the operating system's own calls, with errors that name the file.
public enum FileAccess {
  /// All bytes of a plain file, read as every other input is. A pipe or a device in a file's place
  /// is refused, as it would keep the program waiting.
  ///
  /// - Throws: `DR-702` when it is not there or no plain file, `DR-210` when it cannot be read.
  public static func read(_ path: String) throws(UserError) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw UserError(
        "DR-702", .missingInput, at: path, "cannot be opened: \(reason())",
        remedy: "check the path and that it may be read")
    }
    guard (status.st_mode & S_IFMT) == S_IFREG else {
      throw UserError(
        "DR-702", .missingInput, at: path, "is no file", remedy: "give the path of a file")
    }
    // Files without a size, such as the kernel's own, are read until they end.
    if let bytes = whole(path, byteCount: Int(status.st_size)) { return bytes }
    return try InputFile.bytes(at: path)
  }

  /// Bytes of a file of a known size, read into their place at once; nil where that is not to be had.
  private static func whole(_ path: String, byteCount: Int) -> [UInt8]? {
    guard byteCount > 0 else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      while count < byteCount {
        let step = systemRead(
          descriptor, buffer.baseAddress.map { $0 + count }, min(byteCount - count, 1 << 30))
        guard step > 0 else { break }
        count += step
      }
    }
    return bytes.count == byteCount ? bytes : nil
  }

  /// Writes a file whole or not at all: beside it under another name, then renamed.
  ///
  /// - Throws: `DR-703` when it cannot be made or written; what stood there stays.
  public static func writeAtomically(_ bytes: [UInt8], to path: String) throws(UserError) {
    let draft = "\(path).partial-\(getpid())"
    do throws(UserError) {
      try write(bytes, to: draft)
      guard rename(draft, path) == 0 else { throw cannotWrite(path) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Refuses a file that cannot be written; to be asked before long work begins.
  ///
  /// - Throws: `DR-703` when it cannot be made; what stands there stays.
  public static func checkWritable(_ path: String) throws(UserError) {
    guard path != "-" else { return }
    guard !Folder.isFolder(path) else {
      throw UserError(
        "DR-703", .cannotCreate, at: path, "a folder stands there", remedy: "give a file")
    }
    let draft = "\(path).partial-\(getpid())"
    try write([], to: draft)
    unlink(draft)
  }

  /// Writes bytes to standard output.
  ///
  /// - Throws: `DR-703` when it is closed or full.
  public static func writeToStandardOutput(_ bytes: [UInt8]) throws(UserError) {
    try write(bytes, to: STDOUT_FILENO, named: "standard output")
  }

  /// Writes a file in place.
  static func write(_ bytes: [UInt8], to path: String) throws(UserError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw UserError(
        "DR-703", .cannotCreate, at: path, "cannot be made: \(reason())",
        remedy: "check that the folder is there and may be written")
    }
    do throws(UserError) {
      try write(bytes, to: descriptor, named: path)
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw cannotWrite(path) }
  }

  /// Writes bytes to an open file.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, named name: String
  ) throws(UserError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(
          descriptor, buffer.baseAddress.map { $0 + written }, min(buffer.count - written, 1 << 30))
      }
      guard count > 0 else { throw cannotWrite(name) }
      written += count
    }
  }

  static func cannotWrite(_ path: String) -> UserError {
    UserError(
      "DR-703", .inputOutput, at: path, "cannot be written: \(reason())",
      remedy: "check the space on the disk and the rights of the folder")
  }

  /// What the operating system says of its last failure.
  static func reason() -> String { String(cString: strerror(errno)) }

  private static func systemRead(
    _ file: Int32, _ into: UnsafeMutableRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Darwin)
      Darwin.read(file, into, count)
    #else
      Glibc.read(file, into, count)
    #endif
  }

  private static func systemWrite(_ file: Int32, _ from: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(file, from, count)
    #else
      Glibc.write(file, from, count)
    #endif
  }
}
