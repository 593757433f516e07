public import Territory

/// A day of the calendar, without clock or time zone.
public struct CivilDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let number: Int

  /// A day by its number.
  public init(number: Int) { self.number = number }

  /// A day of the Gregorian calendar; the parts must be one.
  public init(year: Int, month: Int, day: Int) {
    // Years that begin in March end with the leap day (Hinnant 2014).
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `2021-03-15`; nil for anything else, and for days that there are not. Years 1900 to 2199.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      range.reduce(0) { sum, index in
        let digit = bytes[index] &- UInt8(ascii: "0")
        return digit <= 9 ? sum.map { $0 * 10 + Int(digit) } : nil
      }
    }
    guard let year = number(0..<4), (1900..<2200).contains(year), let month = number(5..<7),
      (1...12).contains(month), let day = number(8..<10), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
    guard description == text else { return nil }
  }

  /// The first day of a quarter.
  public init(firstOf quarter: Quarter) {
    self.init(year: quarter.year, month: quarter.quarter * 3 - 2, day: 1)
  }

  /// The day so many days later.
  public func advanced(by days: Int) -> CivilDay { CivilDay(number: number + days) }

  /// The text form, `2021-03-15`.
  public var description: String {
    let days = number + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// Earlier before later.
  public static func < (one: CivilDay, other: CivilDay) -> Bool { one.number < other.number }
}
