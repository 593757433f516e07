import Geometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns text of another encoding into UTF-8 by the C library's tables. It belongs to one thread.
final class TextConverter {
  private let name: String
  private let encoding: TextEncoding
  private let handle: iconv_t

  /// - Parameter name: of the file, for errors.
  /// - Throws: `DR-258` for an encoding that this system cannot read.
  init(_ encoding: TextEncoding, name: String) throws(UserError) {
    guard let handle = iconv_open("UTF-8", encoding.rawValue), handle != iconv_t(bitPattern: -1)
    else {
      throw UserError(
        "DR-258", .unavailable, at: name, "this system cannot read \(encoding.rawValue)",
        remedy: "save the file as UTF-8")
    }
    self.handle = handle
    self.encoding = encoding
    self.name = name
  }

  deinit { iconv_close(handle) }

  /// Adds the text to UTF-8.
  ///
  /// - Parameter line: line of the file on which the bytes begin.
  /// - Throws: `DR-204` for bytes that are no text of the encoding.
  func append(
    _ bytes: UnsafeRawBufferPointer, to text: inout [UInt8], line: @autoclosure () -> Int
  ) throws(UserError) {
    guard !bytes.isEmpty else { return }
    // No character of these encodings grows to more than twice its bytes, four at least.
    let room = 2 * bytes.count + 4
    var read = 0
    let converted = [UInt8](unsafeUninitializedCapacity: room) { target, written in
      var next = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      var left = bytes.count
      var out = UnsafeMutableRawPointer(target.baseAddress)?.assumingMemoryBound(to: CChar.self)
      var free = target.count
      _ = iconv(handle, nil, nil, nil, nil)
      _ = iconv(handle, &next, &left, &out, &free)
      read = bytes.count - left
      written = target.count - free
    }
    guard read == bytes.count else {
      let broken = line() + bytes.prefix(read).count { $0 == UInt8(ascii: "\n") }
      throw UserError(
        "DR-204", .badData, at: "\(name):\(broken)",
        "the text is neither UTF-8 nor \(encoding.rawValue)", remedy: "save the file as UTF-8")
    }
    text.append(contentsOf: converted)
  }
}
