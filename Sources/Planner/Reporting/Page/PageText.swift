/// Small pieces that every part of a page is made of.
enum PageText {
  /// A text with its language where that is not the page's: Chinese names in an English page.
  static func spoken(_ text: String, _ language: Language) -> Markup {
    guard language == .english, text.unicodeScalars.contains(where: isHan) else {
      return .text(text)
    }
    var pieces: [Markup] = []
    var run = String.UnicodeScalarView()
    var runIsHan = false
    func flush() {
      guard !run.isEmpty else { return }
      let piece = String(run)
      pieces.append(
        runIsHan ? .element("span", ["lang": "zh-Hans"], text: piece) : .text(piece))
      run = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if isHan(scalar) != runIsHan {
        flush()
        runIsHan = isHan(scalar)
      }
      run.append(scalar)
    }
    flush()
    return .all(pieces)
  }

  /// The language of a text that can hold no marks, as the texts of drawings and options: nil where it says
  /// nothing in Chinese.
  static func tag(_ text: String) -> String? {
    text.unicodeScalars.contains(where: isHan) ? "zh-Hans" : nil
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value)
  }

  /// Something wide that scrolls by itself on a narrow screen.
  static func scrolling(_ content: Markup) -> Markup {
    .element("div", ["class": "scroll", "tabindex": "0"], [content])
  }

  /// A table of texts; every column but the first is of numbers.
  static func table(_ header: [String], _ rows: [[String]], _ language: Language) -> Markup {
    func cells(_ row: [String], _ name: StaticString, isHeader: Bool) -> Markup {
      .element(
        "tr", [:],
        row.enumerated().map { index, cell in
          let kind = index == 0 ? "text" : "number"
          return isHeader
            ? .element(name, ["scope": "col", "class": kind], [spoken(cell, language)])
            : .element(name, ["class": kind], [spoken(cell, language)])
        })
    }
    return scrolling(
      .element(
        "table", [:],
        [
          .element("thead", [:], [cells(header, "th", isHeader: true)]),
          .element("tbody", [:], rows.map { cells($0, "td", isHeader: false) }),
        ]))
  }
}
