import Geometry
import Scheduling
import Siting
import Territory

/// Campuses of a map, in columns.
struct MapCampuses {
  private let campuses: CampusResult
  private let language: Language
  private let steps: MapSteps

  /// Nil for a plan without campuses.
  init?(_ result: PlanResult, _ language: Language, steps: MapSteps) {
    guard let campuses = result.campuses, !campuses.outcomes.isEmpty else { return nil }
    self.campuses = campuses
    self.language = language
    self.steps = steps
  }

  private static let titles: [MapMarkWords] = [.kind, .industry, .network]

  /// Codes, names, and of each the steps from the campus before, the county's number from 1 (0 for none), the slider's
  /// step from which it has its network, 1 where that is the public one alone, its texts by the titles, how many
  /// scenarios run, run with what is missing, and do not, stations and yuan of its own network.
  func value(_ grid: MapGrid, units: MapUnits) -> JSONValue {
    var packed = PackedNumbers()
    var texts = TextNumbers()
    var (codes, names) = (SplitTexts(), SplitTexts())
    var before = MapGrid.Point(column: 0, row: 0)
    for outcome in campuses.outcomes {
      let (finding, campus) = (outcome.finding, outcome.finding.campus)
      codes.append(campus.id, behind: campus.county + "-")
      names.append(campus.name, behind: campuses.gazetteer[campus.county]?.name ?? "")
      let point = grid.point(campus.position)
      packed.append(signed: point.column - before.column)
      packed.append(signed: point.row - before.row)
      before = point
      packed.append(units.numbers[campus.county].map { $0 + 1 } ?? 0)
      let start = start(outcome)
      packed.append(start.step)
      packed.append(start.isPublic ? 1 : 0)
      let told = [
        MapMarkWords.text(of: campus.kind, language), industry(campus.industry), start.words,
      ]
      for text in told { packed.append(texts.number(text)) }
      for verdict in ScenarioVerdict.allCases {
        packed.append(finding.scenarios.count { $0.verdict == verdict })
      }
      packed.append(finding.configuration.stations)
      packed.append(finding.configuration.costYuan)
    }
    return [
      "codes": codes.value, "names": names.value,
      "titles": .array(Self.titles.map { .string($0.text(language)) }),
      "texts": .array(texts.all.map { .string($0) }), "figures": .string(packed.base64),
    ]
  }

  /// When a campus has what it needs; where nothing is to be built that is when public cells reach it, and never where
  /// no network meets any of its scenarios.
  private func start(_ outcome: CampusOutcome) -> (step: Int, isPublic: Bool, words: String) {
    let finding = outcome.finding
    let isPublic =
      finding.configuration.parts.isEmpty && finding.scenarios.contains { $0.verdict == .yes }
    let never = MapMarkWords.never.text(language)
    guard isPublic else {
      let finish = outcome.scheduled?.finish
      return (steps.step(finish), false, finish?.description ?? never)
    }
    switch outcome.reach {
    case .already: return (0, true, MapMarkWords.already.text(language))
    case .from(let quarter): return (steps.step(quarter), true, quarter.description)
    case .never: return (steps.step(nil), true, never)
    }
  }

  private func industry(_ id: String) -> String {
    campuses.book.industries.first { $0.id == id }.map { language == .chinese ? $0.zh : $0.en }
      ?? id
  }
}
