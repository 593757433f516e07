/// An area of a table that can be read.
struct AreaRow: Sendable {
  let line: Int
  let code: String
  let name: String
  /// Code of the unit above; empty where the table has none.
  let parent: String
  let people: Int
  /// Nil where the table has none.
  let squareKilometres: Double?
}

/// Reads the areas of a table and refuses those that cannot be read.
struct AreaRows: Sendable {
  private(set) var rows: [AreaRow] = []
  private(set) var findings: [ImportFinding] = []

  /// More people than any area of a country has.
  private static let mostPeople = 1e8
  /// Larger than any country.
  private static let mostSquareKilometres = 2e7

  init(_ table: ImportTable) {
    var lines: [String: Int] = [:]
    for row in table.rows {
      let code = table.text(row, "code")
      let name = table.text(row, "name")
      func find(
        _ treatment: ImportFinding.Treatment, _ reason: String, _ chinese: String,
        people: Int? = nil
      ) {
        findings.append(
          ImportFinding(
            treatment, line: row.line, code: code, name: name, people: people,
            reason: ImportText(reason, chinese)))
      }
      if row.isBroken {
        find(.refused, "a quote is not closed", "引号未闭合")
        continue
      }
      let parent = table.text(row, "parent")
      guard AreaCode.isPlain(code), parent.isEmpty || AreaCode.isPlain(parent) else {
        find(
          .refused, "the code is empty, longer than 40 bytes or has control characters",
          "代码为空、超过 40 字节或含控制字符")
        continue
      }
      let figure = table.text(row, "population")
      guard let people = AreaCode.number(figure), (0...Self.mostPeople).contains(people) else {
        find(
          .refused,
          figure.isEmpty ? "there is no figure" : "'\(figure.prefix(40))' is no number of people",
          figure.isEmpty ? "没有数字" : "'\(figure.prefix(40))' 不是人数")
        continue
      }
      if let first = lines[code] {
        find(
          .refused, "the code stands on line \(first) already", "代码已见于第 \(first) 行",
          people: Int(people.rounded()))
        continue
      }
      lines[code] = row.line
      // Sums of parts of people leave traces in the last digits.
      if abs(people - people.rounded()) > 1e-6 {
        find(
          .repaired, "'\(figure.prefix(40))' is read as \(Int(people.rounded()))",
          "'\(figure.prefix(40))' 读作 \(Int(people.rounded()))")
      }
      let size = table.text(row, "area_km2")
      let area = AreaCode.number(size).flatMap {
        $0 > 0 && $0 <= Self.mostSquareKilometres ? $0 : nil
      }
      if !size.isEmpty, area == nil {
        find(
          .repaired, "'\(size.prefix(40))' is no area: its density is not known",
          "'\(size.prefix(40))' 不是面积：密度未知")
      }
      rows.append(
        AreaRow(
          line: row.line, code: code, name: name.isEmpty ? code : name, parent: parent,
          people: Int(people.rounded()), squareKilometres: area))
    }
  }
}

/// Codes and numbers of tables of areas.
enum AreaCode {
  /// Whether a text can be a code: short, and without what no table or map can show.
  static func isPlain(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count) && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  /// The finite number that a cell holds.
  static func number(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { NumberText.double($0) }
  }
}
