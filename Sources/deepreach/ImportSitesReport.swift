import Coverage
import Geometry
import Radio
import Reporting
import Territory

/// What an import of sites made of a table, for people.
struct ImportSitesReport {
  private let report: RegisterReport
  private let language: Language

  init(_ report: RegisterReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  /// For a terminal.
  func text() -> String {
    ([answer, system] + assumptions + ["", reasons().terminal(width: Terminal.width)])
      .joined(separator: "\n")
  }

  /// The file `report.md`.
  func markdown() -> String {
    var parts = ["# " + say("站点导入", "Import of sites") + "\n", answer + "\n", encoding + "\n"]
    parts += ["## " + say("坐标系", "Coordinate system") + "\n", system + "\n"]
    if let guess = report.guess {
      parts.append(evidence(guess).markdown())
      parts.append(meaning(guess) + "\n")
    }
    parts += ["## " + say("列", "Columns") + "\n", columns().markdown()]
    if !report.unusedColumns.isEmpty {
      let list = report.unusedColumns.joined(separator: ", ")
      parts.append(say("未用的列：\(list)。", "Columns not used: \(list).") + "\n")
    }
    parts += ["## " + say("站点", "Sites") + "\n", stations().markdown()]
    parts += assumptions.map { $0 + "\n" }
    parts += ["## " + say("逐条原因", "Rows by reason") + "\n", reasons().markdown()]
    parts.append(
      say(
        "每个原因至多列出前 \(RegisterReport.shownLines) 行；全部见 problems.csv。",
        "At most \(RegisterReport.shownLines) lines are shown of each reason; all are in problems.csv."
      )
        + "\n")
    return parts.joined(separator: "\n")
  }

  private func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  private var answer: String {
    let sites = report.sites.values.reduce(0, +)
    return say(
      "\(report.file)：读入 \(report.rowsRead) 行，采用 \(report.kept)，拒绝 \(report.refused)，略去 "
        + "\(report.leftOut)；共 \(sites) 个站点。",
      "\(report.file): \(report.rowsRead) rows read, \(report.kept) kept, \(report.refused) refused, "
        + "\(report.leftOut) left out; \(sites) sites.")
  }

  private var encoding: String {
    let foreign =
      report.foreignLines > 0
      ? say(
        "，其中 \(report.foreignLines) 行为 GB18030",
        ", \(report.foreignLines) lines of it in GB18030") : ""
    return say("编码：", "Encoding: ") + report.encoding.rawValue + foreign + say("。", ".")
  }

  private var system: String {
    guard let guess = report.guess else {
      return say("坐标系：\(report.system)（用户指定）。", "Coordinate system: \(report.system), as stated.")
    }
    let exchanged =
      guess.isExchanged ? say("，两列互换", ", with the two columns exchanged") : ""
    return say(
      "坐标系：\(report.system)\(exchanged)（推测，并非用户指定）。",
      "Coordinate system: \(report.system)\(exchanged); guessed, not stated.")
  }

  /// What is taken where the table says nothing.
  private var assumptions: [String] {
    var lines = report.assumedBands.map { assumed in
      say(
        "\(assumed.rows) 行 \(assumed.group.rawValue) 未说明频段，按 \(assumed.band) 处理（假设）。",
        "\(assumed.rows) rows of \(assumed.group.rawValue) tell no band: \(assumed.band) is assumed."
      )
    }
    if report.sitesWithoutHeight > 0 {
      lines.append(
        say(
          "\(report.sitesWithoutHeight) 个站点没有挂高，读入时取默认值。",
          "\(report.sitesWithoutHeight) sites have no height: the default is taken when they are read."
        ))
    }
    if report.sitesWithoutAzimuth > 0 {
      lines.append(
        say(
          "\(report.sitesWithoutAzimuth) 个站点没有方位角，按三扇区处理。",
          "\(report.sitesWithoutAzimuth) sites have no azimuth: three sectors are taken."))
    }
    return lines
  }

  /// What the columns of the evidence count.
  private func meaning(_ guess: CoordinateGuess) -> String {
    let sites = guess.evidence == .sites
    let metres = Int(CoordinateGuess.siteMetres)
    return say(
      "“在内”指位置\(sites ? "距另一文件中同名站点不超过 \(metres) 米" : "落在所述区县内")；"
        + "“仅此在内/仅最佳在内”指仅按该坐标系、或仅按所采用坐标系在内的位置数；概率为符号检验，低于 0.001 方采用。",
      "'inside' counts positions "
        + (sites
          ? "within \(metres) m of the site of the same id in the other file"
          : "that lie in their stated unit")
        + "; 'inside by this alone' and 'inside by the guess alone' those that do by one of the two systems "
        + "alone; the probability is that of a sign test, and must be 0.001 or less.")
  }

  private func evidence(_ guess: CoordinateGuess) -> TextTable {
    var table = TextTable([
      .text(say("坐标系", "system")), .number(say("在内", "inside")),
      .number(say("比较数", "compared")), .number(say("界外平均距离（米）", "mean distance outside, m")),
      .number(say("仅此在内", "inside by this alone")),
      .number(say("仅最佳在内", "inside by the guess alone")), .number(say("概率", "probability")),
    ])
    for (index, candidate) in guess.candidates.enumerated() {
      table.append([
        candidate.system.description, "\(candidate.inside)", "\(candidate.compared)",
        "\(Int(candidate.meanOutsideMetres.rounded()))", index == 0 ? "" : "\(candidate.won)",
        index == 0 ? "" : "\(candidate.lost)",
        index == 0 ? "" : Self.probability(candidate.probability),
      ])
    }
    return table
  }

  private static func probability(_ value: Double) -> String {
    value < 1e-6 ? "< 0.000001" : "\((value * 1e6).rounded() / 1e6)"
  }

  private func columns() -> TextTable {
    var table = TextTable([
      .text(say("字段", "field")), .text(say("列名", "title")), .text(say("来源", "how")),
    ])
    for column in report.columns {
      let origin =
        switch column.origin {
        case .guessed: say("按列名推测", "guessed by its title")
        case .said: say("用户指定", "said")
        case .constant: say("用户指定的常量", "constant, said")
        }
      table.append([column.field, column.title, origin])
    }
    return table
  }

  private func stations() -> TextTable {
    var table = TextTable([
      .text(say("类别", "what")), .number(say("数量", "count")),
    ])
    for group in report.sites.keys.sorted() {
      table.append([Message(group).text(language), "\(report.sites[group] ?? 0)"])
    }
    for name in report.stations.keys.sorted() {
      table.append([name, "\(report.stations[name] ?? 0)"])
    }
    return table
  }

  private func reasons() -> TextTable {
    var table = TextTable([
      .text(say("结果", "outcome")), .text(say("原因", "reason")), .number(say("行数", "rows")),
      .text(say("行号", "lines")),
    ])
    for tally in report.tallies {
      let lines = tally.lines.map(String.init).joined(separator: " ")
      table.append([
        say(tally.reason.outcome.chinese, tally.reason.outcome.rawValue),
        say(tally.reason.chinese, tally.reason.rawValue), "\(tally.rows)",
        lines + (tally.rows > tally.lines.count ? " …" : ""),
      ])
    }
    return table
  }
}
