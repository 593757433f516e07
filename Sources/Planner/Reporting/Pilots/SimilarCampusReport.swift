import Scheduling
import Siting
import Territory

/// Campuses like the pilots', for people.
struct SimilarCampusReport {
  private let result: PlanResult
  private let pilots: PilotResult
  private let language: Language
  private static let shownPilots = 30
  private static let shown = 5

  init(_ result: PlanResult, _ pilots: PilotResult, _ language: Language) {
    self.result = result
    self.pilots = pilots
    self.language = language
  }

  /// Part of a report; empty where no pilot is like a campus of the run.
  func markdown() -> String {
    guard let similar = SimilarCampuses(result, pilots) else { return "" }
    var table = TextTable([
      .text(PilotWords.pilot.text(language)), .number(PilotWords.rank.text(language)),
      .text(SimilarCampusWords.campus.text(language)),
      .text(SimilarCampusWords.industry.text(language)),
      .number(SimilarCampusWords.terminals.text(language)),
      .number(PilotWords.distance.text(language)),
      .text(SimilarCampusWords.stands.text(language)), .text(PilotWords.why.text(language)),
    ])
    var taken: [String] = []
    var (isAsked, isEmpty) = (false, true)
    for outcome in pilots.outcomes.prefix(Self.shownPilots) {
      guard let model = similar.model(outcome) else { continue }
      isAsked = true
      let campus = model.finding.campus
      if outcome.task.site.campus == nil {
        taken.append(
          SimilarCampusWords.taken.text(
            language,
            [outcome.task.pilot.name, campus.name, similar.name(campus.industry, language)]))
      }
      for (index, other) in similar.ranked(outcome).prefix(Self.shown).enumerated() {
        isEmpty = false
        let found = other.outcome.finding.campus
        table.append([
          outcome.task.pilot.name, String(index + 1), found.name,
          similar.name(found.industry, language),
          String(SimilarCampuses.terminals(other.outcome)),
          DecimalText.fixed(other.distance, decimals: 2),
          other.quarter?.description ?? PilotWords.met.text(language),
          similar.reasons(other, language).joined(separator: language == .chinese ? "；" : "; "),
        ])
      }
    }
    guard isAsked else { return "" }
    return "### " + SimilarCampusWords.similar.text(language) + "\n\n"
      + (taken.isEmpty ? "" : taken.joined(separator: " ") + "\n\n")
      + (isEmpty
        ? SimilarCampusWords.none.text(language) + "\n"
        : table.markdown() + "\n" + SimilarCampusWords.meaning.text(language) + "\n")
  }
}
