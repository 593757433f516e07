/// What an import did: rows by treatment, findings with line and reason, provinces before and after.
/// Tables are in English; the report for people is in either language.
public struct ImportReport: Sendable {
  /// A line of the summary: a name, how many, and how many people (nil where it has no people).
  public struct Count: Hashable, Sendable {
    /// What is counted.
    public let name: ImportText
    /// How many: rows, towns, cells.
    public let count: Int
    /// People in them.
    public let people: Double?

    /// A line.
    public init(_ english: String, _ chinese: String, _ count: Int, people: Double? = nil) {
      name = ImportText(english, chinese)
      self.count = count
      self.people = people
    }
  }

  /// A province before and after.
  public struct Province: Hashable, Sendable {
    /// GB/T 2260.
    public let adcode: String
    /// Name in full.
    public let name: String
    /// The figure before: residents, or towns with a position that is not modelled.
    public let before: Int
    /// The figure after.
    public let after: Int
  }

  /// What was imported.
  public let subject: ImportSubject
  /// The table or grid.
  public let source: String
  /// What a province's figures are: `residents`.
  public let measure: String
  /// The summary.
  public let counts: [Count]
  /// Findings, in order of lines; those of the tables as a whole last.
  public let findings: [ImportFinding]
  /// By adcode.
  public let provinces: [Province]

  init(
    _ subject: ImportSubject, source: String, measure: String, counts: [Count],
    findings: [ImportFinding], provinces: [Province]
  ) {
    self.subject = subject
    self.source = source
    self.measure = measure
    self.counts = counts
    self.findings = findings.enumerated().sorted {
      ($0.element.line ?? Int.max, $0.offset) < ($1.element.line ?? Int.max, $1.offset)
    }.map(\.element)
    self.provinces = provinces
  }

  /// The findings of a treatment.
  public func findings(_ treatment: ImportFinding.Treatment) -> [ImportFinding] {
    findings.filter { $0.treatment == treatment }
  }

  /// The report for people.
  ///
  /// - Parameters:
  ///   - listing: at most so many findings of each treatment are listed; the rest is counted.
  ///   - say: the language.
  public func markdown(
    listing: Int = 20, in say: (ImportText) -> String = \.english
  ) -> String {
    func said(_ english: String, _ chinese: String) -> String { say(ImportText(english, chinese)) }
    let from = said("From `\(Self.plain(source))`.", "来源：`\(Self.plain(source))`。")
    var lines = ["# " + say(subject.title), "", from, ""]
    lines += [said("| what | count | people |", "| 项目 | 数量 | 人口 |"), "|---|---:|---:|"]
    for count in counts {
      let people = count.people.map(Self.whole) ?? ""
      lines.append("| \(say(count.name)) | \(count.count) | \(people) |")
    }
    for treatment in ImportFinding.Treatment.allCases {
      let found = findings(treatment)
      guard !found.isEmpty else { continue }
      lines += ["", "## \(say(treatment.title)) (\(found.count))", ""]
      lines += [
        said(
          "| line | code | name | people | to | reason |", "| 行 | 代码 | 名称 | 人口 | 归入 | 原因 |"),
        "|---:|---|---|---:|---|---|",
      ]
      for finding in found.prefix(listing) {
        let cells = [
          finding.line.map { "\($0)" } ?? "", finding.code, finding.name,
          finding.people.map { "\($0)" } ?? "", Self.list(finding.targets, in: say),
          say(finding.reason),
        ]
        lines.append("| " + cells.map(Self.plain).joined(separator: " | ") + " |")
      }
      if found.count > listing {
        lines.append(
          said("\n… and \(found.count - listing) more.", "\n……另有 \(found.count - listing) 条。"))
      }
    }
    lines += ["", said("## Provinces: \(measure)", "## 分省：\(say(subject.measure))"), ""]
    lines += [
      said("| adcode | province | before | after | change |", "| 代码 | 省份 | 之前 | 之后 | 变化 |"),
      "|---|---|---:|---:|---:|",
    ]
    for province in provinces {
      lines.append(
        "| \(province.adcode) | \(Self.plain(province.name)) | \(province.before) | "
          + "\(province.after) | \(province.after - province.before) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// All findings as a table.
  public var findingsCSV: String {
    var table = CSVWriter(header: ["treatment", "line", "code", "name", "people", "to", "reason"])
    for finding in findings {
      table.append([
        .raw(finding.treatment.rawValue), finding.line.map { .integer($0) } ?? .empty,
        .text(finding.code), .text(finding.name), finding.people.map { .integer($0) } ?? .empty,
        .raw(finding.targets.joined(separator: " ")), .text(finding.reason.english),
      ])
    }
    return String(decoding: table.bytes, as: UTF8.self)
  }

  /// Provinces before and after as a table.
  public var provincesCSV: String {
    var table = CSVWriter(header: ["adcode", "name", "\(measure)_before", "\(measure)_after"])
    for province in provinces {
      table.append([
        .raw(province.adcode), .text(province.name), .integer(province.before),
        .integer(province.after),
      ])
    }
    return String(decoding: table.bytes, as: UTF8.self)
  }

  /// The report's files.
  func files(
    listing: Int, in say: (ImportText) -> String
  ) -> [(file: String, bytes: [UInt8])] {
    zip(subject.files, [markdown(listing: listing, in: say), findingsCSV, provincesCSV]).map {
      ($0, Array($1.utf8))
    }
  }

  private static func list(_ targets: [String], in say: (ImportText) -> String) -> String {
    let rest = targets.count - 6
    return targets.prefix(6).joined(separator: " ")
      + (rest > 0 ? say(ImportText(" and \(rest) more", " 等另 \(rest) 个")) : "")
  }

  private static func whole(_ people: Double) -> String {
    let thousandths = (people * 1000).rounded() / 1000
    return thousandths == people.rounded() && abs(people) < 1e15
      ? "\(Int(people.rounded()))" : "\(thousandths)"
  }

  /// Other people's text must not break the table or be taken for markup.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "<", ">", "`", "*", "[", "]", "\\": plain += "\\" + String(scalar)
      case _ where scalar.value < 0x20: plain += " "
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}
