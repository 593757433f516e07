import CTIFF

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open TIFF file: libtiff's handle, and what it says when something is wrong. For one thread at
/// a time.
final class TIFFFile {
  /// Tags that GeoTIFF and GDAL add to TIFF.
  enum PrivateTag: UInt32 {
    case pixelScale = 33550
    case tiePoint = 33922
    case transformation = 34264
    case geoKeys = 34735
    case geoDoubles = 34736
    case geoText = 34737
    case metadata = 42112
    case noData = 42113
  }

  /// The largest piece of memory that libtiff may take at once, and the largest tile or strip.
  static let allocationLimit = 512 << 20

  let path: String
  let byteCount: Int
  private(set) var handle: OpaquePointer?
  private let message: UnsafeMutablePointer<ctiff_message>

  /// Opens a file and reads its first directory. Not by mapping it into memory, which would end the
  /// program if the file shrank meanwhile.
  /// - Throws: DR-171 when it cannot be opened, DR-172 when it is no TIFF.
  convenience init(reading path: String) throws(UserError) {
    let file = try RasterFile(opening: path)
    try self.init(file.descriptor, path: path, byteCount: file.byteCount, mode: "rm")
  }

  /// Makes a file, or empties it; little-endian on every machine.
  /// - Throws: DR-178 when it cannot be made.
  convenience init(writing path: String, isBig: Bool) throws(UserError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw UserError(
        "DR-178", .cannotCreate, at: path, "cannot be made: \(RasterFile.reason())",
        remedy: "check that the folder is there and may be written")
    }
    try self.init(descriptor, path: path, byteCount: 0, mode: isBig ? "w8l" : "wl")
  }

  private init(
    _ descriptor: Int32, path: String, byteCount: Int, mode: String
  ) throws(UserError) {
    self.path = path
    self.byteCount = byteCount
    message = .allocate(capacity: 1)
    message.initialize(to: ctiff_message())
    handle = ctiff_open(descriptor, path, mode, message, Int64(TIFFFile.allocationLimit))
    guard handle == nil else { return }
    close(descriptor)
    // The rest is done by deinit, as every property has its value.
    throw damaged("cannot be read as TIFF")
  }

  deinit {
    if let handle { TIFFClose(handle) }
    message.deallocate()
  }

  /// What libtiff last complained about, which is forgotten by being taken; nil for nothing.
  func takeMessage() -> String? {
    defer { message.pointee.text.0 = 0 }
    guard message.pointee.text.0 != 0 else { return nil }
    return withUnsafeBytes(of: &message.pointee.text) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// The error for a file that libtiff gave up.
  func damaged(_ problem: String) -> UserError {
    UserError(
      "DR-172", .badData, at: path, problem + (takeMessage().map { ": \($0)" } ?? ""),
      remedy: "check that it is a whole GeoTIFF, for instance with gdalinfo -checksum")
  }

  /// A number of the directory, its default when it is not there; nil without either.
  func short(_ tag: Int32) -> Int? {
    var value: UInt16 = 0
    guard let handle, ctiff_get_short(handle, UInt32(tag), &value) == 1 else { return nil }
    return Int(value)
  }

  /// As `short`, of tags with 32 bits.
  func long(_ tag: Int32) -> Int? {
    var value: UInt32 = 0
    guard let handle, ctiff_get_long(handle, UInt32(tag), &value) == 1 else { return nil }
    return Int(value)
  }

  /// The doubles of a tag; nil when it is not there.
  /// - Throws: DR-173 when it is of another type.
  func doubles(_ tag: PrivateTag) throws(UserError) -> [Double]? {
    try values(tag, type: TIFF_DOUBLE, as: Double.self)
  }

  /// The 16-bit numbers of a tag; nil when it is not there.
  /// - Throws: DR-173 when it is of another type.
  func shorts(_ tag: PrivateTag) throws(UserError) -> [UInt16]? {
    try values(tag, type: TIFF_SHORT, as: UInt16.self)
  }

  /// The text of a tag up to its end or first NUL; nil when it is not there.
  /// - Throws: DR-173 when it is of another type.
  func text(_ tag: PrivateTag) throws(UserError) -> String? {
    guard let bytes = try values(tag, type: TIFF_ASCII, as: UInt8.self) else { return nil }
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  private func values<Value>(
    _ tag: PrivateTag, type: TIFFDataType, as: Value.Type
  ) throws(UserError) -> [Value]? {
    var found: Int32 = 0
    var count: UInt32 = 0
    var start: UnsafeRawPointer?
    guard let handle, ctiff_get_private(handle, tag.rawValue, &found, &count, &start) == 1,
      let start
    else { return nil }
    guard found == Int32(type.rawValue) else {
      throw UserError(
        "DR-173", .badData, at: path,
        "tag \(tag.rawValue) (\(tag)) is of TIFF type \(found) instead of \(type.rawValue)",
        remedy: "write the file again with gdal_translate")
    }
    return (0..<Int(count)).map {
      start.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Value>.stride, as: Value.self)
    }
  }

  /// Closes the file; the handle is gone after that.
  func closeFile() {
    if let handle { TIFFClose(handle) }
    handle = nil
  }
}
