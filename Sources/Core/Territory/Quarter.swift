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
    let parts = text.uppercased().split(separator: "Q", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 1,
      let year = Int(parts[0]), (1900...2199).contains(year),
      let quarter = Int(parts[1]), (1...4).contains(quarter)
    else { return nil }
    self.init(year: year, quarter: quarter)
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
