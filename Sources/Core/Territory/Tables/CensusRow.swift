import Geometry

/// A row of a table of residents that can be read.
struct CensusRow: Sendable {
  let line: Int
  /// GB/T 2260, 6 digits.
  let code: String
  let name: String
  let people: Int
  /// Nil where the table has no figure that can be read.
  let urban: Int?
  /// What had to be read otherwise than it is written; nil for nothing.
  let repair: ImportText?
}

/// Reads the rows of a table of residents and refuses those that cannot be read.
struct CensusRows: Sendable {
  private(set) var rows: [CensusRow] = []
  private(set) var findings: [ImportFinding] = []

  init(_ table: ImportTable, _ settings: CensusSettings) {
    var lines: [String: Int] = [:]
    for row in table.rows {
      let code = table.text(row, "code")
      let name = table.text(row, "name")
      func refuse(_ english: String, _ chinese: String, people: Int? = nil) {
        findings.append(
          ImportFinding(
            .refused, line: row.line, code: code, name: name, people: people,
            reason: ImportText(english, chinese)))
      }
      if row.isBroken {
        refuse("a quote is not closed", "引号未闭合")
        continue
      }
      guard let (adcode, isShortened) = Self.adcode(code) else {
        refuse(
          "the code is not 6 digits, or 9 or 12 that end in zeros", "代码不是 6 位数字，也不是以 0 结尾的 9 或 12 位"
        )
        continue
      }
      let figure = table.text(row, "population")
      guard let (people, isRewritten) = CountText.count(figure) else {
        refuse(
          figure.isEmpty
            ? "there is no figure" : "'\(figure.prefix(40))' is no whole number of people",
          figure.isEmpty ? "没有数字" : "'\(figure.prefix(40))' 不是整数人口")
        continue
      }
      // Codes that end in 00 are of prefectures and above, or of cities without county level.
      guard people <= (adcode.hasSuffix("00") ? 2_000_000_000 : Successions.greatest) else {
        refuse(
          "\(people) are more people than any unit of the kind has", "\(people) 超过任何同类单位的人口")
        continue
      }
      if let first = lines[adcode] {
        refuse(
          "the code stands on line \(first) already", "代码已见于第 \(first) 行", people: people)
        continue
      }
      lines[adcode] = row.line
      var repairs: [ImportText] = []
      if isShortened {
        repairs.append(ImportText("the code is shortened to \(adcode)", "代码截短为 \(adcode)"))
      }
      if isRewritten {
        repairs.append(ImportText("'\(figure)' is read as \(people)", "'\(figure)' 读作 \(people)"))
      }
      let (urban, problem) = Self.urban(table, row, people, settings)
      if let problem { repairs.append(problem) }
      rows.append(
        CensusRow(
          line: row.line, code: adcode, name: name, people: people, urban: urban,
          repair: repairs.isEmpty ? nil : ImportText.joined(repairs)))
    }
  }

  private static func adcode(_ text: String) -> (adcode: String, isShortened: Bool)? {
    guard [6, 9, 12].contains(text.utf8.count), text.utf8.allSatisfy(CountText.isDigit),
      text.dropFirst(6).allSatisfy({ $0 == "0" })
    else { return nil }
    return (String(text.prefix(6)), text.utf8.count > 6)
  }

  private static func urban(
    _ table: ImportTable, _ row: ImportTable.Row, _ people: Int, _ settings: CensusSettings
  ) -> (Int?, problem: ImportText?) {
    let figure = table.text(row, "urban_population")
    if !figure.isEmpty {
      if let (urban, _) = CountText.count(figure), urban <= people { return (urban, nil) }
      return (
        nil,
        ImportText(
          "urban residents '\(figure.prefix(40))' are none of \(people): scaled instead",
          "城镇人口 '\(figure.prefix(40))' 不属于 \(people)：改按比例")
      )
    }
    let text = table.text(row, "urban_share")
    guard !text.isEmpty else { return (nil, nil) }
    let whole = settings.shareUnit == .percent ? 100.0 : 1
    var digits = Array(text.utf8)
    let share = digits.withUnsafeMutableBufferPointer {
      NumberText.double(UnsafeBufferPointer($0))
    }
    guard let share, (0...whole).contains(share) else {
      return (
        nil,
        ImportText(
          "the urban share '\(text.prefix(40))' is not between 0 and \(Int(whole)): scaled instead",
          "城镇化率 '\(text.prefix(40))' 不在 0 与 \(Int(whole)) 之间：改按比例")
      )
    }
    return (min(people, Int((Double(people) * share / whole).rounded())), nil)
  }
}
