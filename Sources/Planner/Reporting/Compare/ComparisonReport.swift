import Territory

/// A comparison for people: on the terminal, or in Markdown.
public struct ComparisonReport {
  private let comparison: Comparison
  private let language: Language

  /// Counties named on each side.
  private static let named = 5

  /// The report in a language.
  public init(_ comparison: Comparison, _ language: Language) {
    self.comparison = comparison
    self.language = language
  }

  private var runs: [ComparedRun] { comparison.runs }

  /// For a terminal.
  public func terminal(width: Int? = Terminal.width) -> String {
    var parts = [measures().terminal(width: width), quarters().terminal(width: width)]
    for run in runs.indices.dropFirst() {
      parts.append(verdicts(run) + "\n" + counties(run).terminal(width: width))
    }
    return (parts + [notes.joined(separator: "\n") + "\n"]).joined(separator: "\n")
  }

  /// As a Markdown file.
  public func markdown() -> String {
    var parts = [
      "# " + Message.compareTitle.text(language) + "\n", measures().markdown(),
      "## " + Message.scheduleHeading.text(language) + "\n", quarters().markdown(),
      "## " + Message.byCounty.text(language) + "\n",
    ]
    for run in runs.indices.dropFirst() {
      parts.append(verdicts(run) + "\n\n" + counties(run).markdown())
    }
    return (parts + notes.map { "> " + $0 + "\n" }).joined(separator: "\n")
  }

  /// One row a measure; kinds of settlement that there are none of are left out.
  private func measures() -> TextTable {
    var table = TextTable(
      [.text(Message.measure.text(language))] + runs.map { .number($0.label) })
    let kinds = Set(runs.flatMap { $0.places.map(\.kind) })
    for measure in Measure.all where measure.kind.map(kinds.contains) ?? true {
      table.append(
        [measure.title(language)] + runs.map { measure.value(of: $0).text(language) })
    }
    return table
  }

  private func quarters() -> TextTable {
    var table = TextTable(
      [.text(Message.quarter.text(language))]
        + runs.map { .number("\(Message.cumulativeSpend.text(language)): \($0.label)") }
        + runs.map { .number("\(Message.targetResidents.text(language)): \($0.label)") })
    for quarter in comparison.quarters {
      table.append(
        [quarter.description]
          + runs.map { Amount.yuan($0.spentYuan(by: quarter), language) }
          + runs.map { Amount.people($0.targetResidents(at: quarter), language) })
    }
    return table
  }

  /// How many counties gain and lose against the base.
  func verdicts(_ run: Int) -> String {
    func side(_ verdict: Verdict) -> String {
      let own = comparison.counties.filter { $0.verdict(run) == verdict }
      let residents = Amount.people(own.reduce(0) { $0 + $1.residents }, language)
      return Message.countiesOfResidents.text(language, [String(own.count), residents])
    }
    return Message.winnersAndLosers.text(
      language,
      [runs[run].label, runs[0].label, side(.winner), side(.loser), side(.same)])
  }

  /// Those that gain most, then those that lose most.
  private func counties(_ run: Int) -> TextTable {
    var table = TextTable([
      .text(Message.unit.text(language)), .text(Message.verdict.text(language)),
      .number(Message.population.text(language)),
      .number(Message.residentYears.text(language)),
      .number(Message.targetResidentsMore.text(language)),
    ])
    for verdict in [Verdict.winner, .loser] {
      let own = comparison.counties.filter { $0.verdict(run) == verdict }.sorted {
        let (one, other) = ($0.difference(run).magnitude, $1.difference(run).magnitude)
        return one == other
          ? $0.adcode.utf8.lexicographicallyPrecedes($1.adcode.utf8) : one > other
      }
      for county in own.prefix(Self.named) {
        let more = county.outcomes[run].targetResidents - county.outcomes[0].targetResidents
        table.append([
          county.name, Message(verdict).text(language),
          Amount.people(county.residents, language),
          DecimalText.grouped(Int((Double(county.difference(run)) / 4).rounded())),
          DecimalText.grouped(more),
        ])
      }
    }
    return table
  }

  /// What a reader must know before drawing conclusions.
  var notes: [String] {
    var notes: [String] = []
    if Set(runs.map(\.standard)).count > 1 {
      notes.append(Message.compareStandards.text(language, [list(\.standard)]))
    }
    if Set(runs.map(\.from)).count > 1 {
      notes.append(Message.compareStarts.text(language, [list(\.from.description)]))
    }
    return notes + [Message.compareMeaning.text(language)]
  }

  private func list(_ value: (ComparedRun) -> String) -> String {
    runs.map { "\($0.label) \(value($0))" }.joined(separator: ", ")
  }
}

extension Message {
  /// Name of a verdict.
  public init(_ verdict: Verdict) {
    switch verdict {
    case .winner: self = .winner
    case .loser: self = .loser
    case .same: self = .same
    }
  }
}
