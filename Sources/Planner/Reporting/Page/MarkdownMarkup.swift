/// The Markdown that the reports are written in, as HTML, so that page and report never say different things:
/// headings, tables, lists, quotes, paragraphs and code in a line.
public struct MarkdownMarkup {
  private let lines: [Substring]
  private let language: Language

  /// Of a text that ``TextTable`` and the reports have written.
  public init(_ markdown: String, _ language: Language) {
    lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    self.language = language
  }

  /// The blocks; headings of the second level are left to the page.
  public var markup: Markup {
    var blocks: [Markup] = []
    var index = 0
    func take(_ prefix: String) -> [Substring] {
      let start = index
      while index < lines.count, lines[index].hasPrefix(prefix) { index += 1 }
      return Array(lines[start..<index])
    }
    while index < lines.count {
      let line = lines[index]
      if line.hasPrefix("| ") {
        blocks.append(table(take("|")))
      } else if line.hasPrefix("- ") {
        blocks.append(
          .element("ul", [:], take("- ").map { .element("li", [:], inline($0.dropFirst(2))) }))
      } else if line.hasPrefix(">") {
        let quoted = take(">").map { $0.drop { $0 == ">" || $0 == " " } }.filter { !$0.isEmpty }
        blocks += quoted.map { .element("p", ["class": "caveat"], inline($0)) }
      } else {
        index += 1
        if line.hasPrefix("### ") {
          blocks.append(.element("h3", [:], inline(line.dropFirst(4))))
        } else if !line.isEmpty, !line.hasPrefix("#") {
          blocks.append(.element("p", [:], inline(line)))
        }
      }
    }
    return .all(blocks)
  }

  private func table(_ lines: [Substring]) -> Markup {
    let rows = lines.map(Self.cells)
    guard rows.count >= 2 else { return .empty }
    let isNumber = rows[1].map { $0.hasSuffix(":") }
    func row(_ cells: [String], _ name: StaticString, _ scope: String?) -> Markup {
      .element(
        "tr", [:],
        cells.enumerated().map { index, cell in
          let kind = isNumber.indices ~= index && isNumber[index] ? "number" : "text"
          guard let scope else {
            return .element(name, ["class": kind], [PageText.spoken(cell, language)])
          }
          return .element(
            name, ["class": kind, "scope": scope], [PageText.spoken(cell, language)])
        })
    }
    return PageText.scrolling(
      .element(
        "table", [:],
        [
          .element("thead", [:], [row(rows[0], "th", "col")]),
          .element("tbody", [:], rows.dropFirst(2).map { row($0, "td", nil) }),
        ]))
  }

  /// Cells of a row, their escapes undone.
  private static func cells(_ line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      if isEscaped {
        cell.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append(trimmed(cell))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cells
  }

  private static func trimmed(_ text: String) -> String {
    var part = text.drop { $0 == " " }
    while part.last == " " { part.removeLast() }
    return String(part)
  }

  private func inline(_ text: Substring) -> [Markup] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
      index.isMultiple(of: 2)
        ? PageText.spoken(String(part), language) : .element("code", [:], text: String(part))
    }
  }
}
