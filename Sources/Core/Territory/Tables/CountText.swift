/// Reads the whole numbers that people write into tables of residents.
enum CountText {
  /// The number of `1234567`, `1,234,567` or `1234567.0`; nil for anything else, negative ones too.
  ///
  /// - Returns: the number, and whether it had to be read otherwise than as digits.
  static func count(_ text: String) -> (value: Int, isRepaired: Bool)? {
    let digits = text.utf8
    guard !digits.isEmpty, digits.count <= 32 else { return nil }
    if digits.allSatisfy(isDigit) { return Int(text).map { ($0, false) } }
    var whole = text[...]
    if let point = whole.firstIndex(of: ".") {
      guard whole[whole.index(after: point)...].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else {
        return nil
      }
      whole = whole[..<point]
    }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty,
      groups.count == 1 || first.utf8.count <= 3,
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    return Int(groups.joined()).map { ($0, true) }
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
