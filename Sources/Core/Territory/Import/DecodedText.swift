import FoundationEssentials
public import Geometry

/// The text of a file as UTF-8, whatever it was written in: UTF-8 with a byte order mark or without, UTF-16
/// with one, or GB18030 (GBK, GB 2312).
///
/// Lines are looked at one by one. Where some are no UTF-8 and none is sure to be (``TextEncoding/mixed``), all of
/// the text is read as GB18030; else the lines alone that are no UTF-8.
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

  /// Bytes that a task looks at or converts.
  private static let blockBytes = 4 << 20

  /// Reads a file; the result does not depend on the number of threads.
  ///
  /// - Throws: `DR-210` for a file that cannot be read, `DR-204` for one that is no text, `DR-257` for one whose
  ///   first line is longer than a MiB (read before the rest is), `DR-258` for an encoding that this system cannot
  ///   read.
  public init(path: String, threads: Int = 1) throws(UserError) {
    let data = try InputFile.mapped(at: path)
    let head = data.prefix(Self.greatestHeaderBytes + 1)
    if head.count > Self.greatestHeaderBytes, !head.contains(UInt8(ascii: "\n")) {
      throw UserError(
        "DR-257", .badData, at: "\(path):1", "the first line is longer than a MiB",
        remedy: "give a table with a header line and a line for each row")
    }
    let decoded = data.withUnsafeBytes { bytes in
      Result { () throws(UserError) in try Self.decode(bytes, path, threads) }
    }
    try self.init(path, decoded.get())
  }

  /// Decodes bytes.
  ///
  /// - Throws: `DR-204` for bytes that are no text of any of the encodings, or that hold a NUL, `DR-258` as of a
  ///   file.
  public init(name: String, bytes: [UInt8], threads: Int = 1) throws(UserError) {
    let decoded = bytes.withUnsafeBytes { bytes in
      Result { () throws(UserError) in try Self.decode(bytes, name, threads) }
    }
    try self.init(name, decoded.get())
  }

  private struct Decoded {
    var bytes: [UInt8]
    let encoding: TextEncoding
    var foreignLines = 0
  }

  private init(_ name: String, _ decoded: Decoded) throws(UserError) {
    if let place = decoded.bytes.firstIndex(of: 0) {
      let line = 1 + decoded.bytes[..<place].count { $0 == UInt8(ascii: "\n") }
      throw UserError(
        "DR-204", .badData, at: "\(name):\(line)", "there is a NUL byte in the text",
        remedy: "save the file as text in UTF-8 or GB18030")
    }
    self.name = name
    bytes = decoded.bytes
    encoding = decoded.encoding
    foreignLines = decoded.foreignLines
  }

  private static func decode(
    _ bytes: UnsafeRawBufferPointer, _ name: String, _ threads: Int
  ) throws(UserError) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return try unmarked(UnsafeRawBufferPointer(rebasing: bytes[3...]), name, threads)
    }
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else {
      return try unmarked(bytes, name, threads)
    }
    var decoded = Decoded(bytes: [], encoding: isLittle ? .utf16LittleEndian : .utf16BigEndian)
    try TextConverter(decoded.encoding, name: name).append(
      UnsafeRawBufferPointer(rebasing: bytes[2...]), to: &decoded.bytes, line: 1)
    return decoded
  }

  /// How many lines of a block are of which shape.
  private struct Shapes {
    var lines = 0
    var sure = 0
    var foreign = 0
  }

  /// Memory that threads read together and nobody writes.
  private struct Shared: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[range])
    }
  }

  private static func unmarked(
    _ bytes: UnsafeRawBufferPointer, _ name: String, _ threads: Int
  ) throws(UserError) -> Decoded {
    let shared = Shared(bytes: bytes)
    let blocks = TextBlocks.ranges(bytes, byteCount: blockBytes)
    let areValid = ConcurrentMap.map(count: blocks.count, threads: threads) { block in
      LineShape(shared.part(blocks[block])) != .other
    }
    guard areValid.contains(false) else { return Decoded(bytes: Array(bytes), encoding: .utf8) }
    let shapes = ConcurrentMap.map(count: blocks.count, threads: threads) { block in
      Self.shapes(shared.part(blocks[block]))
    }
    let isMixed = shapes.contains { $0.sure > 0 }
    let firstLines = shapes.reduce(into: [1]) { $0.append(($0.last ?? 1) + $1.lines) }
    let parts = try ConcurrentMap.map(count: blocks.count, threads: threads) {
      block throws(UserError) in
      try converted(
        shared.part(blocks[block]), isMixed: isMixed, name,
        line: firstLines[block])
    }
    var decoded = Decoded(
      bytes: [], encoding: isMixed ? .mixed : .gb18030,
      foreignLines: isMixed ? shapes.reduce(0) { $0 + $1.foreign } : 0)
    decoded.bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { decoded.bytes.append(contentsOf: part) }
    return decoded
  }

  private static func shapes(_ block: UnsafeRawBufferPointer) -> Shapes {
    var shapes = Shapes()
    TextBlocks.forEachLine(block) { line in
      shapes.lines += 1
      switch LineShape(line) {
      case .longUTF8: shapes.sure += 1
      case .other: shapes.foreign += 1
      case .ascii, .shortUTF8: break
      }
    }
    return shapes
  }

  private static func converted(
    _ block: UnsafeRawBufferPointer, isMixed: Bool, _ name: String, line first: Int
  ) throws(UserError) -> [UInt8] {
    let converter = try TextConverter(.gb18030, name: name)
    var text: [UInt8] = []
    text.reserveCapacity(block.count + block.count / 2)
    guard isMixed else {
      try converter.append(block, to: &text, line: first)
      return text
    }
    var number = first
    try TextBlocks.forEachLine(block) { line throws(UserError) in
      if LineShape(line) == .other {
        try converter.append(line, to: &text, line: number)
      } else {
        text.append(contentsOf: line)
      }
      number += 1
    }
    return text
  }
}
