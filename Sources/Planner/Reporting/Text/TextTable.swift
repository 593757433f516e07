/// A table for a terminal or for Markdown, in columns that line up with Chinese text too.
public struct TextTable: Sendable {
  /// A column and which way its cells lean.
  public struct Column: Hashable, Sendable {
    /// Heading.
    public let title: String
    /// Numbers lean right.
    public let isNumber: Bool

    /// A column of text.
    public static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
    /// A column of numbers.
    public static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  private let columns: [Column]
  private(set) var rows: [[String]] = []

  /// A table without rows.
  public init(_ columns: [Column]) { self.columns = columns }

  var titles: [String] { columns.map(\.title) }

  /// Adds a row. There must be as many cells as columns.
  public mutating func append(_ cells: [String]) {
    precondition(cells.count == columns.count, "\(cells.count) cells for \(columns.count) columns")
    rows.append(cells.map(Self.oneLine))
  }

  /// Lines for a terminal: heading, rule, rows, two spaces between columns. Where the table is wider
  /// than the terminal, the widest columns of text are cut, never numbers.
  ///
  /// - Parameter width: columns of the terminal; nil for as wide as it gets.
  public func terminal(width: Int? = nil) -> String {
    let widths = fitted(to: width)
    var lines = [line(columns.map(\.title), widths)]
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    lines += rows.map { line($0, widths) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A Markdown table whose source lines up as well.
  public func markdown() -> String {
    let titles = columns.map { Self.escaped($0.title) }
    let cells = rows.map { $0.map(Self.escaped) }
    let widths = Self.widths([titles] + cells).map { max($0, 3) }
    func row(_ cells: [String]) -> String {
      "| " + aligned(cells, widths).joined(separator: " | ") + " |\n"
    }
    let rule = zip(columns, widths).map { column, width in
      column.isNumber
        ? String(repeating: "-", count: width - 1) + ":" : String(repeating: "-", count: width)
    }
    return row(titles) + "| " + rule.joined(separator: " | ") + " |\n" + cells.map(row).joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = aligned(cells, widths).joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  private func aligned(_ cells: [String], _ widths: [Int]) -> [String] {
    columns.indices.map { index in
      DisplayWidth.pad(
        DisplayWidth.cut(cells[index], to: widths[index]), to: widths[index],
        onTheLeft: columns[index].isNumber)
    }
  }

  private func fitted(to width: Int?) -> [Int] {
    var widths = Self.widths([columns.map(\.title)] + rows)
    guard let width else { return widths }
    let least = 6
    var excess = widths.reduce(0, +) + 2 * max(0, widths.count - 1) - width
    while excess > 0 {
      let texts = columns.indices.filter { !columns[$0].isNumber && widths[$0] > least }
      guard let widest = texts.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private static func widths(_ lines: [[String]]) -> [Int] {
    guard let first = lines.first else { return [] }
    return first.indices.map { index in lines.map { DisplayWidth.of($0[index]) }.max() ?? 0 }
  }

  /// Nothing in a cell may break the line or steer the terminal.
  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if character == "|" || character == "\\" { escaped.append("\\") }
      escaped.append(character)
    }
  }
}
