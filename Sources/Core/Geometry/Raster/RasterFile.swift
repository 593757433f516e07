#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A plain file that is open for reading, with the size it had then.
struct RasterFile {
  let descriptor: Int32
  let byteCount: Int

  /// Opens a file; whoever does closes it, or hands the descriptor on.
  ///
  /// A pipe or a device in a file's place is refused, as it would keep the program waiting.
  /// - Throws: DR-171 when it is not there, no plain file or may not be read.
  init(opening path: String) throws(UserError) {
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else {
      throw UserError(
        "DR-171", .missingInput, at: path, "cannot be opened: \(RasterFile.reason())",
        remedy: "check the path and that it may be read")
    }
    var status = stat()
    guard fstat(opened, &status) == 0, (status.st_mode & S_IFMT) == S_IFREG else {
      close(opened)
      throw UserError(
        "DR-171", .missingInput, at: path, "is no file", remedy: "give the path of a file")
    }
    descriptor = opened
    byteCount = Int(status.st_size)
  }

  /// Bytes from an offset; fewer than asked for where the file ends or cannot be read.
  func bytes(from offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, offset + filled)
        guard got > 0 else { break }
        filled += got
      }
    }
  }

  func closeFile() { close(descriptor) }

  /// What the operating system says of its last failure.
  static func reason() -> String { String(cString: strerror(errno)) }
}
