/// A quarter of a calendar year, written `2021Q1`.
public struct Quarter: Hashable, Sendable, Comparable, Codable, LosslessStringConvertible {
  /// Quarters since year 0, so that arithmetic is plain.
  public let index: Int

  /// A quarter by its index.
  public init(index: Int) { self.index = index }

  /// A quarter of a year, 1 to 4.
  public init(year: Int, quarter: Int) { index = year * 4 + quarter - 1 }

  /// Reads `2021Q1`; nil for anything else. Years 1900 to 2199.
  public init?(_ text: String) {
    guard text.utf8.count == 6 else { return nil }
    var digits: [Int] = []
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "Q") where place == 4, UInt8(ascii: "q") where place == 4: continue
      case UInt8(ascii: "0")...UInt8(ascii: "9") where place != 4:
        digits.append(Int(byte - UInt8(ascii: "0")))
      default: return nil
      }
    }
    let year = digits[..<4].reduce(0) { $0 * 10 + $1 }
    guard (1900...2199).contains(year), (1...4).contains(digits[4]) else { return nil }
    self.init(year: year, quarter: digits[4])
  }

  /// Reads the text form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let quarter = Quarter(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a quarter such as 2021Q1")
    }
    self = quarter
  }

  /// Writes the text form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Calendar year.
  public var year: Int { index / 4 }
  /// 1 to 4.
  public var quarter: Int { index % 4 + 1 }
  /// The text form, `2021Q1`.
  public var description: String { "\(year)Q\(quarter)" }

  /// The quarter so many quarters later (earlier when negative).
  public func advanced(by quarters: Int) -> Quarter { Quarter(index: index + quarters) }

  /// Earlier before later.
  public static func < (one: Quarter, other: Quarter) -> Bool { one.index < other.index }
}
