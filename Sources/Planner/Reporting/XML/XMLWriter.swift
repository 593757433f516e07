/// Writes XML 1.0 in UTF-8. Text and values of attributes come in escaped, so that no name in the data can become
/// markup; names of elements and attributes are the program's own.
public struct XMLWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private var open: [StaticString] = []

  /// Nothing written yet, not even a declaration, for a part of a document.
  public init() {}

  /// Markup of the program's own, such as a declaration.
  mutating func append(raw markup: StaticString) { append(markup) }

  /// Text that another writer has escaped, or that has nothing to escape, such as digits.
  mutating func append(escaped text: [UInt8]) { bytes.append(contentsOf: text) }

  /// A whole number.
  mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Begins an element, to be ended by ``end()``.
  public mutating func begin(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    tag(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    open.append(name)
  }

  /// Ends the element begun last, on a line of its own end.
  public mutating func end() {
    guard let name = open.popLast() else { return }
    close(name)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// An element without content.
  public mutating func empty(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    tag(name, attributes)
    append("/>")
  }

  /// An element that holds a text.
  public mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String
  ) {
    tag(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    append(text: text)
    close(name)
  }

  /// A text. What is markup is named; characters that XML does not allow are replaced by U+FFFD; line ends and tabs come
  /// back as they were.
  public mutating func append(text: String) {
    // Nearly all text is as it stands, and is then taken whole.
    let isPlain = text.utf8.withContiguousStorageIfAvailable { text in
      guard !text.contains(where: Self.isSpecial) else { return false }
      bytes.append(contentsOf: text)
      return true
    }
    guard isPlain != true else { return }
    let source = Array(text.utf8)
    for (index, byte) in source.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      case UInt8(ascii: "'"): append("&#39;")
      // A parser makes line feeds of carriage returns, and spaces of all of them in attributes.
      case 0x09: append("&#9;")
      case 0x0A: append("&#10;")
      case 0x0D: append("&#13;")
      case 0..<0x20: append("\u{FFFD}")
      // U+FFFE and U+FFFF differ from U+FFFD in the last byte alone.
      case 0xBE...0xBF where Self.isNoncharacter(source, endingAt: index): bytes.append(0xBD)
      default: bytes.append(byte)
      }
    }
  }

  private static func isNoncharacter(_ source: [UInt8], endingAt index: Int) -> Bool {
    index >= 2 && source[index - 2] == 0xEF && source[index - 1] == 0xBF
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0xEF:
      true
    default: false
    }
  }

  private mutating func tag(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for (name, value) in attributes {
      bytes.append(UInt8(ascii: " "))
      append(name)
      append("=\"")
      append(text: value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func append(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }
}
