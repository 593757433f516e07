import Coverage
import Radio
import Siting
import Territory

/// The readiness of counties and towns in short: how many can be built, what shuts the others, what is
/// not known, and who comes next.
struct ReadinessReport {
  private let result: PlanResult
  private let language: Language
  private static let kinds = [SettlementKind.countySeat, .townSeat]
  /// How many towns are named as the next ones.
  static let nextCount = 10

  init(_ result: PlanResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  /// Everything under its headings; empty without counties and towns.
  func markdown() -> String {
    guard !places.isEmpty else { return "" }
    let next = next()
    return [
      "## " + Message.readinessHeading.text(language) + "\n", counts().markdown(),
      refusals().map { $0.markdown() } ?? "", signals().map { $0.markdown() } ?? "",
      Message.readinessUnknown.text(language) + "\n",
      next.isEmpty
        ? ""
        : "### " + Message.nextTowns.text(language, [String(next.count)]) + "\n\n"
          + table(next, hasReasons: true).markdown(),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The same without signals and reasons, for a terminal; empty without counties and towns.
  func terminal(width: Int?) -> [String] {
    guard !places.isEmpty else { return [] }
    let next = next()
    return [Message.readinessHeading.text(language), counts().terminal(width: width)]
      + (refusals().map { [$0.terminal(width: width)] } ?? [])
      + (next.isEmpty
        ? []
        : [
          Message.nextTowns.text(language, [String(next.count)]),
          table(next, hasReasons: false).terminal(width: width),
        ])
  }

  private var places: [SettlementOutcome] {
    result.settlements.filter { Self.kinds.contains($0.settlement.kind) }
  }

  private func counts() -> TextTable {
    var table = TextTable([
      .text(Message.kind.text(language)), .number(Message.settlements.text(language)),
      .number(Message.feasible.text(language)), .number(Message.notFeasible.text(language)),
      .number(Message.meanPriority.text(language)),
    ])
    for kind in Self.kinds {
      let own = places.filter { $0.settlement.kind == kind }
      guard !own.isEmpty else { continue }
      let feasible = own.count { $0.readiness.feasible }
      let priority = own.reduce(0) { $0 + $1.readiness.priority } / Double(own.count)
      table.append([
        Message(kind).text(language), String(own.count), String(feasible),
        String(own.count - feasible), DecimalText.fixed(priority, decimals: 3),
      ])
    }
    return table
  }

  /// Places by the gate that shuts them; one may be shut by several. Nil where none is.
  private func refusals() -> TextTable? {
    var table = TextTable(
      [.text(Message.notFeasible.text(language))]
        + Self.kinds.map { .number(Message($0).text(language)) })
    var isEmpty = true
    for reason in ReadinessRule.refusals {
      let own = places.filter { place in
        place.readiness.gates.contains { $0.refusal == reason }
      }
      guard !own.isEmpty else { continue }
      isEmpty = false
      table.append(
        [Message.reason(reason, language)]
          + Self.kinds.map { kind in String(own.count { $0.settlement.kind == kind }) })
    }
    return isEmpty ? nil : table
  }

  /// Every signal with its weight, how many places it is known of, and its mean there; then the parts
  /// of equity that may be unknown. Nil where no scores are told.
  private func signals() -> TextTable? {
    let told = places.filter { !$0.readiness.scores.isEmpty }
    guard let weights = told.first?.readiness.scores else { return nil }
    var table = TextTable([
      .text(Message.signal.text(language)), .number(Message.weight.text(language)),
      .number(Message.known.text(language)), .number(Message.unknown.text(language)),
      .number(Message.meanScore.text(language)),
    ])
    func append(_ name: String, weight: String, _ known: [Double]) {
      let mean = known.reduce(0, +) / Double(max(known.count, 1))
      table.append([
        name, weight, String(known.count), String(told.count - known.count),
        known.isEmpty ? "–" : DecimalText.fixed(mean, decimals: 3),
      ])
    }
    for entry in weights {
      append(
        Message.reason(entry.signal.rawValue, language),
        weight: DecimalText.fixed(entry.weight, decimals: 2),
        told.compactMap { place in
          place.readiness.scores.first { $0.signal == entry.signal }?.score
        })
    }
    let parts: [(Message, (ReadinessSignals) -> Bool?)] = [
      (.border, \.border), (.assisted, \.assisted),
    ]
    for (name, part) in parts {
      append(
        "(" + name.text(language) + ")", weight: "–",
        told.compactMap { part($0.readiness.signals).map { $0 ? 1 : 0 } })
    }
    return table
  }

  /// Towns that can be built and are not covered in depth, the highest priority first.
  private func next() -> [SettlementOutcome] {
    let towns = places.filter {
      $0.settlement.kind == .townSeat && $0.readiness.feasible && $0.status < .deep
    }
    let ranked = towns.sorted {
      ($1.readiness.priority, $0.settlement.id) < ($0.readiness.priority, $1.settlement.id)
    }
    return Array(ranked.prefix(Self.nextCount))
  }

  private func table(_ towns: [SettlementOutcome], hasReasons: Bool) -> TextTable {
    var table = TextTable(
      [
        .text(Message.town.text(language)), .text(Message.county.text(language)),
        .number(Message.priority.text(language)), .number(Message.backhaul.text(language)),
      ] + (hasReasons ? [.text(Message.reason.text(language))] : []))
    for town in towns {
      let county = town.settlement.countyAdcode.flatMap { result.gazetteer[$0]?.name }
      let kilometres = (town.readiness.backhaul?.routeMetres ?? 0) / 1000
      table.append(
        [
          town.settlement.name, county ?? "–",
          DecimalText.fixed(town.readiness.priority, decimals: 3),
          DecimalText.fixed(kilometres, decimals: 1) + " km",
        ] + (hasReasons ? [reasons(town.readiness)] : []))
    }
    return table
  }

  /// What speaks for a place; what is unknown stands in the table of signals.
  private func reasons(_ readiness: Readiness) -> String {
    let speaking = readiness.reasons.filter { !Message.isUnknown(reason: $0) }
    return speaking.isEmpty ? "–" : Message.reasons(speaking, language)
  }
}
