import Coverage
import Scheduling
import Siting
import Territory

/// Decisions for people: by city, those that are left, in order of their day.
struct DecisionReport {
  private let result: PlanResult
  private let language: Language
  private static let shownCities = 12
  private static let shown = 8

  init(_ result: PlanResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  /// Section of a report; empty for a plan that was not asked for decisions.
  func markdown() -> String {
    guard let list = result.decisions else { return "" }
    let open = list.decisions.filter { $0.entry.state != .granted }
    let heading = "## " + DecisionWords.heading.text(language) + "\n\n" + answer(list) + "\n"
    guard !open.isEmpty else {
      return heading + "\n" + DecisionWords.nothing.text(language) + "\n"
    }
    let cities = cities(open)
    let shown = cities.prefix(Self.shownCities).map { city in
      "### " + title(city, list) + "\n\n" + table(city.decisions, list).markdown()
        + rest(city.decisions.count)
    }
    let further = cities.count - shown.count
    return heading + "\n" + shown.joined(separator: "\n")
      + (further > 0
        ? "\n" + DecisionWords.restCities.text(language, [String(further)]) + "\n" : "")
      + "\n> " + DecisionWords.meaning.text(language) + "\n"
  }

  private func answer(_ list: DecisionList) -> String {
    func count(_ state: GateState) -> String {
      String(list.decisions.count { $0.entry.state == state })
    }
    let late = list.decisions.map(\.daysLate).filter { $0 > 0 }
    let words = DecisionWords.answer.text(
      language, [String(list.decisions.count), count(.granted), count(.applied), count(.open)])
    guard let longest = late.max() else { return words }
    return words + (language == .chinese ? "" : " ")
      + DecisionWords.late.text(language, [String(late.count), String(longest)])
  }

  private struct City {
    let name: String
    let decisions: [Decision]
    /// What a month of all of its packages would cost, each counted once.
    let cost: Double
  }

  /// Cities, those with most at stake first.
  private func cities(_ open: [Decision]) -> [City] {
    var units: [String: String] = [:]
    for outcome in result.settlements {
      let settlement = outcome.settlement
      units[settlement.id] =
        settlement.prefectureAdcode ?? settlement.countyAdcode ?? settlement.provinceAdcode
    }
    for campus in result.campuses?.outcomes.map(\.finding.campus) ?? [] {
      let lineage = result.gazetteer.lineage(of: campus.county)
      units[CampusFinding.prefix + campus.id] =
        lineage.first { result.gazetteer[$0]?.level == .prefecture } ?? campus.county
    }
    var byUnit: [String: [Decision]] = [:]
    for decision in open {
      byUnit[units[decision.work.settlement] ?? decision.work.provinceAdcode, default: []]
        .append(decision)
    }
    return byUnit.keys.sorted().map { adcode in
      let own = byUnit[adcode] ?? []
      var seen = Set<String>()
      let cost = own.filter { seen.insert($0.work.id).inserted }.reduce(0) { $0 + $1.monthCost }
      return City(name: result.gazetteer[adcode]?.name ?? adcode, decisions: own, cost: cost)
    }.enumerated().sorted { ($1.element.cost, $0.offset) < ($0.element.cost, $1.offset) }
      .map(\.element)
  }

  private func title(_ city: City, _ list: DecisionList) -> String {
    DecisionWords.city.text(
      language,
      [city.name, String(city.decisions.count), list.objective.words(city.cost, language)])
  }

  private func table(_ decisions: [Decision], _ list: DecisionList) -> TextTable {
    var table = TextTable([
      .text(DecisionWords.day.text(language)), .text(DecisionWords.apply.text(language)),
      .text(DecisionWords.gate.text(language)), .text(DecisionWords.department.text(language)),
      .text(DecisionWords.package.text(language)), .text(DecisionWords.finish.text(language)),
      .text(DecisionWords.state.text(language)), .number(DecisionWords.cost.text(language)),
    ])
    for decision in decisions.prefix(Self.shown) {
      let department = list.book.departments[decision.gate.department]?[language]
      table.append([
        decision.decideBy.description, decision.applyBy.description,
        decision.gate.names[language], department ?? decision.gate.department,
        "\(decision.work.settlementName) (\(decision.work.id))", finish(decision),
        state(decision), DecimalText.fixed(decision.monthCost, decimals: 0),
      ])
    }
    return table
  }

  private func finish(_ decision: Decision) -> String {
    guard let date = decision.breaks else { return decision.finish.description }
    return DecisionWords.breaks.text(language, [decision.finish.description, date.description])
  }

  private func state(_ decision: Decision) -> String {
    let words = DecisionWords.text(of: decision.entry.state, language)
    return decision.daysLate > 0
      ? DecisionWords.daysLate.text(language, [words, String(decision.daysLate)]) : words
  }

  private func rest(_ count: Int) -> String {
    count > Self.shown
      ? "\n" + DecisionWords.rest.text(language, [String(count - Self.shown)]) + "\n" : ""
  }
}
