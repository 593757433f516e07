import FoundationEssentials
public import Geometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The text of a file as UTF-8, whatever it was written in: UTF-8 with a byte order mark or without, UTF-16
/// with one, or GB18030 (GBK, GB 2312).
public struct DecodedText: Sendable {
  /// Name shown in errors.
  public let name: String
  /// UTF-8 without byte order mark.
  public let bytes: [UInt8]
  /// What it was written in.
  public let encoding: TextEncoding
  /// Lines that were in GB18030 among lines in UTF-8.
  public let foreignLines: Int

  /// Longest first line: what is longer is no table.
  public static let greatestHeaderBytes = 1 << 20

  /// Reads a file.
  ///
  /// - Throws: `DR-210` for a file that cannot be read, `DR-204` for one that is no text, `DR-257` for one whose
  ///   first line is longer than a MiB (read before the rest is).
  public init(path: String) throws(UserError) {
    let data = try InputFile.mapped(at: path)
    let head = data.prefix(Self.greatestHeaderBytes + 1)
    if head.count > Self.greatestHeaderBytes, !head.contains(UInt8(ascii: "\n")) {
      throw UserError(
        "DR-257", .badData, at: "\(path):1", "the first line is longer than a MiB",
        remedy: "give a table with a header line and a line for each row")
    }
    try self.init(name: path, bytes: [UInt8](data))
  }

  /// Decodes bytes.
  ///
  /// - Throws: `DR-204` for bytes that are no text of any of the encodings, or that hold a NUL.
  public init(name: String, bytes: [UInt8]) throws(UserError) {
    self.name = name
    var encoding = TextEncoding.utf8
    var foreignLines = 0
    var text = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      text.removeFirst(3)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      encoding = .utf16LittleEndian
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16BigEndian
    }
    if encoding != .utf8 {
      text = try Self.converted(bytes.dropFirst(2), from: encoding, name: name, line: 1)
    } else if !Self.isValid(text[...]) {
      (text, encoding, foreignLines) = try Self.repaired(text, name)
    }
    if let place = text.firstIndex(of: 0) {
      let line = 1 + text[..<place].count { $0 == UInt8(ascii: "\n") }
      throw UserError(
        "DR-204", .badData, at: "\(name):\(line)", "there is a NUL byte in the text",
        remedy: "save the file as text in UTF-8 or GB18030")
    }
    self.bytes = text
    self.encoding = encoding
    self.foreignLines = foreignLines
  }

  private static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  /// Text that is not UTF-8 throughout: all of it in GB18030 where no line says otherwise, else the lines that
  /// are not UTF-8.
  private static func repaired(
    _ bytes: [UInt8], _ name: String
  ) throws(UserError) -> ([UInt8], TextEncoding, foreignLines: Int) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let isWritten = lines.map { line in line.contains { $0 >= 0x80 } }
    let isForeign = lines.indices.map { isWritten[$0] && !isValid(lines[$0]) }
    guard lines.indices.contains(where: { isWritten[$0] && !isForeign[$0] }) else {
      return (try converted(bytes[...], from: .gb18030, name: name, line: 1), .gb18030, 0)
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    for (index, line) in lines.enumerated() {
      if index > 0 { text.append(UInt8(ascii: "\n")) }
      text +=
        isForeign[index]
        ? try converted(line, from: .gb18030, name: name, line: index + 1) : Array(line)
    }
    return (text, .mixed, isForeign.count { $0 })
  }

  /// - Parameter line: of the file's on which the bytes begin.
  private static func converted(
    _ bytes: ArraySlice<UInt8>, from encoding: TextEncoding, name: String, line: Int
  ) throws(UserError) -> [UInt8] {
    guard let converter = iconv_open("UTF-8", encoding.rawValue),
      converter != iconv_t(bitPattern: -1)
    else {
      throw UserError(
        "DR-258", .unavailable, at: name, "this system cannot read \(encoding.rawValue)",
        remedy: "save the file as UTF-8")
    }
    defer { iconv_close(converter) }
    var source = bytes.map { CChar(bitPattern: $0) }
    // No character of these encodings grows to more than twice its bytes, four at least.
    var target = [CChar](repeating: 0, count: 2 * source.count + 4)
    let (read, written) = source.withUnsafeMutableBufferPointer { from in
      target.withUnsafeMutableBufferPointer { to in
        var (next, left) = (from.baseAddress, from.count)
        var (out, room) = (to.baseAddress, to.count)
        _ = iconv(converter, &next, &left, &out, &room)
        return (from.count - left, to.count - room)
      }
    }
    guard read == bytes.count else {
      let broken = line + bytes.prefix(read).count { $0 == UInt8(ascii: "\n") }
      throw UserError(
        "DR-204", .badData, at: "\(name):\(broken)",
        "the text is neither UTF-8 nor \(encoding.rawValue)", remedy: "save the file as UTF-8")
    }
    return target[..<written].map { UInt8(bitPattern: $0) }
  }
}
