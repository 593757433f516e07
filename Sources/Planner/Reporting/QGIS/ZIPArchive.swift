/// A ZIP archive (APPNOTE 6.3.10) of files that are stored as they are. It knows no time: every file is of the first
/// day that the format has, 1980-01-01, so that the same files give the same bytes.
public struct ZIPArchive: Sendable {
  private var files: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive of no files.
  public init() {}

  /// Adds a file of less than 4 GiB.
  public mutating func add(_ name: String, _ content: [UInt8]) {
    precondition(
      content.count < UInt32.max && files.count < UInt32.max && name.utf8.count <= UInt16.max
        && count < UInt16.max, "too much for a ZIP archive without extensions")
    // Version 2.0; names in UTF-8 (flag 11); stored; time 0, first day; check sum, sizes, length of the name, no extra.
    var common: [UInt8] = []
    Self.append(20, 2, to: &common)
    Self.append(1 << 11, 2, to: &common)
    Self.append(0, 2, to: &common)
    Self.append(0, 2, to: &common)
    Self.append(1 << 5 | 1, 2, to: &common)
    Self.append(Int(Self.checkSum(content)), 4, to: &common)
    Self.append(content.count, 4, to: &common)
    Self.append(content.count, 4, to: &common)
    Self.append(name.utf8.count, 2, to: &common)
    Self.append(0, 2, to: &common)

    let offset = files.count
    Self.append(0x0403_4B50, 4, to: &files)
    files += common
    files += Array(name.utf8)
    files += content

    Self.append(0x0201_4B50, 4, to: &directory)
    Self.append(20, 2, to: &directory)
    directory += common
    // No comment, first disk, no attributes.
    directory += Array(repeating: 0, count: 10)
    Self.append(offset, 4, to: &directory)
    directory += Array(name.utf8)
    count += 1
  }

  /// The archive.
  public func bytes() -> [UInt8] {
    var end: [UInt8] = []
    Self.append(0x0605_4B50, 4, to: &end)
    Self.append(0, 4, to: &end)
    Self.append(count, 2, to: &end)
    Self.append(count, 2, to: &end)
    Self.append(directory.count, 4, to: &end)
    Self.append(files.count, 4, to: &end)
    Self.append(0, 2, to: &end)
    return files + directory + end
  }

  /// CRC-32 of ISO 3309: `123456789` has 0xCBF43926.
  public static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    let table = (0..<256).map { start -> UInt32 in
      (0..<8).reduce(UInt32(start)) { value, _ in
        value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
      }
    }
    return ~bytes.reduce(UInt32.max) { sum, byte in
      table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8)
    }
  }

  private static func append(_ value: Int, _ count: Int, to bytes: inout [UInt8]) {
    for shift in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (shift * 8))) }
  }
}
