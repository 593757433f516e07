public import Coverage
import Territory

/// What an audit of claims found, for people.
public struct ClaimReport: Sendable {
  private let result: ClaimAuditResult
  private let measurements: MeasurementReport
  private let plan: SamplingPlan
  private let language: Language

  /// Claims that are shown; all are in `claims.csv`.
  private static let shownClaims = 50

  /// A report.
  public init(
    _ result: ClaimAuditResult, _ measurements: MeasurementReport, _ plan: SamplingPlan,
    _ language: Language
  ) {
    self.result = result
    self.measurements = measurements
    self.plan = plan
    self.language = language
  }

  /// For a terminal.
  public func text(width: Int? = Terminal.width) -> String {
    var parts = [answer, rule, "", claims().terminal(width: width)]
    if let more { parts.append(more) }
    parts += ["", cells().terminal(width: width), ""]
    parts += input
    if measurements.refused > 0 {
      parts += ["", word(.refusedHeading), refused().terminal(width: width)]
    }
    return parts.joined(separator: "\n")
  }

  /// The file `report.md`.
  public func markdown() -> String {
    var parts = ["# " + word(.title) + "\n", answer + "\n", rule + "\n", claims().markdown()]
    if let more { parts.append(more + "\n") }
    parts += ["## " + word(.cellsHeading) + "\n", cells().markdown()]
    parts += ["## " + word(.inputHeading) + "\n", input.joined(separator: "\n\n") + "\n"]
    if measurements.refused > 0 {
      parts += ["## " + word(.refusedHeading) + "\n", refused().markdown()]
    }
    if !plan.claims.isEmpty {
      parts += ["## " + word(.planHeading) + "\n", planned.joined(separator: "\n") + "\n"]
    }
    parts.append("> " + word(.caveat) + "\n")
    return parts.joined(separator: "\n")
  }

  private func word(_ word: ClaimWords, _ values: [String] = []) -> String {
    word.text(language, values)
  }

  private var answer: String {
    func count(_ verdict: ClaimVerdict) -> String {
      String(result.claims.count { $0.verdict == verdict })
    }
    return word(
      .answer,
      [String(result.claims.count), count(.confirmed), count(.contradicted), count(.unknown)])
  }

  private var rule: String {
    word(
      .rule,
      [
        language == .chinese ? result.rule.titleChinese : result.rule.titleEnglish,
        result.rule.name, Amount.share(result.rule.requiredShare.value),
        Amount.share(result.rule.confidence.value),
      ])
  }

  private func claims() -> TextTable {
    var table = TextTable([
      .text(word(.claim)), .text(word(.verdict)), .number(word(.share)), .text(word(.limits)),
      .number(word(.samples)), .number(word(.clusters)), .number(word(.area)),
      .text(word(.reason)), .text(word(.more)),
    ])
    for claim in result.claims.prefix(Self.shownClaims) {
      table.append([
        claim.name.isEmpty ? claim.id : "\(claim.id) \(claim.name)",
        ClaimWords.text(of: claim.verdict.rawValue, language),
        claim.measured.share.map { Amount.share($0) } ?? "–",
        "\(Amount.share(claim.limits.lower))–\(Amount.share(claim.limits.upper))",
        DecimalText.grouped(claim.measured.samples), DecimalText.grouped(claim.measured.clusters),
        Amount.share(claim.sampledAreaShare),
        claim.reason.map { ClaimWords.text(of: $0.rawValue, language) } ?? "",
        wanted(claim),
      ])
    }
    return table
  }

  /// What would settle a claim: by its limits, else what the sampling plan comes to.
  private func wanted(_ claim: ClaimFinding) -> String {
    if let wanted = claim.wanted {
      return word(
        .moreClusters,
        [DecimalText.grouped(wanted.clusters), DecimalText.grouped(wanted.samples)])
    }
    guard let planned = plan.claims.first(where: { $0.claim == claim.id }), planned.samples > 0
    else { return "" }
    return word(.plannedSamples, [DecimalText.grouped(planned.samples)])
  }

  private var more: String? {
    let rest = result.claims.count - Self.shownClaims
    return rest > 0 ? word(.shownOf, [String(rest)]) : nil
  }

  private func cells() -> TextTable {
    var table = TextTable([
      .text(word(.cellsHeading)), .number(word(.cells)), .number(word(.samples)),
    ])
    for verdict in ClaimVerdict.allCases {
      let own = result.claims.flatMap { $0.cells.filter { $0.verdict == verdict } }
      table.append([
        ClaimWords.text(of: verdict.rawValue, language), DecimalText.grouped(own.count),
        DecimalText.grouped(own.reduce(0) { $0 + $1.measured.samples }),
      ])
    }
    return table
  }

  private var input: [String] {
    let columns = measurements.columns.sorted { $0.key < $1.key }.map { field, title in
      "\(field) = \(title)"
        + (measurements.guessed.contains(field) ? " (\(word(.guessedColumn)))" : "")
    }
    func pairs(_ counts: [String: Int]) -> String {
      counts.sorted { $0.key < $1.key }.map { "\($0.key) \(DecimalText.grouped($0.value))" }
        .joined(separator: ", ")
    }
    var lines = [
      word(
        .rows,
        [
          measurements.file, DecimalText.grouped(measurements.rows),
          DecimalText.grouped(measurements.kept), DecimalText.grouped(measurements.refused),
        ]),
      word(.columns, [columns.joined(separator: ", ")]),
    ]
    if !measurements.unused.isEmpty {
      lines.append(word(.unusedColumns, [measurements.unused.joined(separator: ", ")]))
    }
    lines.append(word(.missing, [pairs(measurements.missing)]))
    if !measurements.networks.isEmpty {
      lines.append(word(.networks, [pairs(measurements.networks)]))
    }
    lines.append(
      word(
        .cluster,
        [
          ClaimWords.text(of: measurements.clusterSource.rawValue, language),
          measurements.clusterSource == .block ? "–" : DecimalText.grouped(measurements.clusters),
        ]))
    lines.append(
      word(
        .alike,
        [
          DecimalText.fixed(result.cellCorrelation, decimals: 3),
          DecimalText.fixed(result.claimCorrelation, decimals: 3),
        ]))
    return lines
  }

  private func refused() -> TextTable {
    var table = TextTable([.text(word(.problem)), .number(word(.refusedRows)), .text(word(.lines))])
    for refusal in measurements.refusals where refusal.rows > 0 {
      let shown = refusal.lines.prefix(8).map(String.init).joined(separator: ", ")
      table.append([
        ClaimWords.text(of: refusal.problem.rawValue, language),
        DecimalText.grouped(refusal.rows), shown + (refusal.rows > 8 ? ", …" : ""),
      ])
    }
    return table
  }

  private var planned: [String] {
    plan.claims.map { claim in
      "- "
        + word(
          claim.settles ? .planLine : .planUnsettled,
          [
            claim.claim, DecimalText.grouped(claim.samples), DecimalText.grouped(claim.drives),
          ])
    }
  }
}
