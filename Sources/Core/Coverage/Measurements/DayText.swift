/// The day in a time as tables write it.
enum DayText {
  private static let beijingOffsetSeconds = 8 * 3600

  /// Appends what tells the day of a time from other days: of `2022-03-01T10:00` or `2022/3/1 10:00` what
  /// stands before the hour, of `20220301100000` the first eight digits, of seconds or milliseconds since
  /// 1970 the number of the day in Beijing.
  static func append(_ time: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) {
    if let since = seconds(time) {
      key.append(UInt8(ascii: "d"))
      key.append(contentsOf: String((since + beijingOffsetSeconds) / 86_400).utf8)
      return
    }
    let isCompact = (time.count == 12 || time.count == 14) && time.allSatisfy(isDigit)
    if isCompact {
      key.append(contentsOf: time.prefix(8))
    } else {
      key.append(contentsOf: time.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "T") })
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }

  /// Seconds since 1970 of 10 digits before the point, or of 13 that are milliseconds.
  private static func seconds(_ time: UnsafeBufferPointer<UInt8>) -> Int? {
    let whole = time.prefix { $0 != UInt8(ascii: ".") }
    guard whole.count == 10 || whole.count == 13, time.count == whole.count || whole.count == 10,
      whole.allSatisfy(isDigit)
    else { return nil }
    let number = whole.reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) }
    return whole.count == 13 ? number / 1000 : number
  }
}
