/// Writes cells of CSV (RFC 4180, UTF-8). Text that a spreadsheet would run as a formula gets an apostrophe in front,
/// as in every table that is written here.
struct RegisterCSV {
  private(set) var bytes: [UInt8] = []
  private var isLineEmpty = true

  init(reserving count: Int = 0) { bytes.reserveCapacity(count) }

  /// Begins the next cell.
  private mutating func separate() {
    if isLineEmpty { isLineEmpty = false } else { bytes.append(UInt8(ascii: ",")) }
  }

  mutating func end() {
    bytes.append(UInt8(ascii: "\n"))
    isLineEmpty = true
  }

  /// Text of somebody else's.
  mutating func append(text: some Collection<UInt8>) {
    separate()
    let needsQuotes = text.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if let first = text.first(where: { $0 != UInt8(ascii: "'") }), Self.isFormula(first) {
      bytes.append(UInt8(ascii: "'"))
    }
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
  }

  /// `=`, `+`, `-`, `@`, tab, carriage return.
  private static func isFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }

  /// Our own text, which needs no quotes.
  mutating func append(plain text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// Where sectors face, as ``SectorLayout`` writes it: rising degrees.
  mutating func append(azimuths: ArraySlice<Double>) {
    separate()
    for (index, azimuth) in azimuths.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      if azimuth == azimuth.rounded() {
        append(digits: UInt64(azimuth), count: 1)
      } else {
        bytes.append(contentsOf: "\(azimuth)".utf8)
      }
    }
  }

  mutating func appendEmpty() { separate() }

  mutating func append(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// A number with so many decimals, at most 9; without those at the end that are zero where `isShort`.
  mutating func append(_ value: Double, decimals: Int, isShort: Bool = false) {
    separate()
    guard value.isFinite, abs(value) < 1e9 else { return }
    var scale: UInt64 = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = UInt64((abs(value) * Double(scale)).rounded())
    if value < 0, scaled > 0 { bytes.append(UInt8(ascii: "-")) }
    append(digits: scaled / scale, count: 1)
    var fraction = scaled % scale
    var count = decimals
    while isShort, count > 0, fraction % 10 == 0 {
      fraction /= 10
      count -= 1
    }
    guard count > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    append(digits: fraction, count: count)
  }

  private mutating func append(digits value: UInt64, count: Int) {
    let start = bytes.count
    var rest = value
    var written = 0
    while rest > 0 || written < count {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      written += 1
    }
    bytes[start...].reverse()
  }
}
