import TestSupport

/// Names that are markup, statements or formulas somewhere, and must stay names everywhere.
enum HostileNames {
  static let all = [
    "<script>alert(1)</script>", "\"; DROP TABLE units; --", "=HYPERLINK(\"http://x\",\"y\")",
    "]]>", "<![CDATA[x", "😀岱山县", "a\u{0}b", "' OR '1'='1", "&amp;&lt;", "one\ntwo\tthree\r",
    "\u{FFFE}\u{FFFF}\u{1}", "--><!--", "{0} %s \\", "",
  ]

  /// What a format makes of a name that cannot hold characters that XML forbids.
  static func allowed(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x09, 0x0A, 0x0D: scalar
          case 0..<0x20, 0xFFFE, 0xFFFF: "\u{FFFD}"
          default: scalar
          }
        }))
  }

  /// A string of scalars of all planes, many of them special.
  static func random(_ generator: inout SeededGenerator) -> String {
    let special: [Unicode.Scalar] = [
      "<", ">", "&", "\"", "'", "]", "\u{0}", "\u{1F}", "\n", "\r", "\t", "\u{7F}", "\u{85}",
      "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{EFFFF}", "\u{2028}", "中", "；",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      if Bool.random(using: &generator) {
        text.unicodeScalars.append(special.randomElement(using: &generator) ?? "x")
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
