import Coverage
import Geometry
import Scheduling
import Siting
import Territory

/// Pilots of a map, in columns.
struct MapPilots {
  private let pilots: PilotResult
  private let settlements: [String: Settlement]
  private let language: Language
  private let steps: MapSteps

  /// Nil for a plan without pilots.
  init?(_ result: PlanResult, _ language: Language, steps: MapSteps) {
    guard let pilots = result.pilots, !pilots.outcomes.isEmpty else { return nil }
    self.pilots = pilots
    self.language = language
    self.steps = steps
    let wanted = Set(pilots.outcomes.map(\.task.site.settlement))
    settlements = Dictionary(
      result.settlements.lazy.map(\.settlement).filter { wanted.contains($0.id) }.map {
        ($0.id, $0)
      }, uniquingKeysWith: { first, _ in first })
  }

  private static let titles: [MapMarkWords] = [.kind, .place, .asked, .stands, .price, .work]

  /// Codes, names, and of each the steps from the pilot before, the unit's number from 1 (0 for none), the slider's
  /// step from which it stands, 0, and its texts by the titles.
  func value(_ grid: MapGrid, units: MapUnits) -> JSONValue {
    var packed = PackedNumbers()
    var texts = TextNumbers()
    var before = MapGrid.Point(column: 0, row: 0)
    for outcome in pilots.outcomes {
      let site = outcome.task.site
      let point = grid.point(site.position)
      packed.append(signed: point.column - before.column)
      packed.append(signed: point.row - before.row)
      before = point
      let unit = settlements[site.settlement].flatMap {
        units.number(
          $0.kind, county: $0.countyAdcode, prefecture: $0.prefectureAdcode,
          province: $0.provinceAdcode)
      }
      packed.append(unit.map { $0 + 1 } ?? 0)
      packed.append(outcome.state == .met ? 0 : steps.step(outcome.quarter))
      packed.append(0)
      for text in told(outcome) { packed.append(texts.number(text)) }
    }
    return [
      "codes": .array(pilots.outcomes.map { .string($0.task.pilot.id) }),
      "names": .array(pilots.outcomes.map { .string($0.task.pilot.name) }),
      "titles": .array(Self.titles.map { .string($0.text(language)) }),
      "texts": .array(texts.all.map { .string($0) }), "figures": .string(packed.base64),
    ]
  }

  /// A text for each title; empty where there is nothing to tell.
  private func told(_ outcome: PilotOutcome) -> [String] {
    let (task, pilot) = (outcome.task, outcome.task.pilot)
    let state = PilotWords.text(of: outcome.state, language)
    let price = outcome.price.map {
      $0.isProven
        ? pilots.objective.words($0.found, language) : MapMarkWords.notProven.text(language)
    }
    return [
      PilotWords.text(of: pilot.kind, language), PilotReport.place(task.site, language),
      MapMarkWords.asks.text(
        language, [PilotReport.asked(task, language), pilot.by.description]),
      outcome.quarter.map { MapMarkWords.standsIn.text(language, [$0.description, state]) }
        ?? state,
      price ?? "", task.own.map { Amount.yuan($0.costYuan, language) } ?? "",
    ]
  }
}
