import Coverage
import Radio
import Territory

/// The section of the map: a canvas with its controls for the script, two pictures for paper, the words.
struct PageMapSection {
  private let result: PlanResult
  private let language: Language
  private let shapes: MapShapes
  private let rollup: UnitRollup

  init(
    _ result: PlanResult, _ language: Language, shapes: MapShapes, rollup: UnitRollup
  ) {
    self.result = result
    self.language = language
    self.shapes = shapes
    self.rollup = rollup
  }

  private func words(_ word: PageWords) -> String { word.text(language) }

  var markup: Markup {
    .element(
      "section", ["id": "map", "aria-labelledby": "map-heading"],
      [
        .element("h2", ["id": "map-heading"], text: words(.mapHeading)),
        live, pictures,
        .element(
          "p", ["class": "note"],
          [PageText.spoken(words(.review) + " " + words(.projection), language)]),
        marks,
        .element(
          "details", [:],
          [
            .element("summary", [:], text: words(.mapList)),
            MarkdownMarkup(PlanReport(result, language).units().markdown(), language).markup,
          ]),
      ])
  }

  private var live: Markup {
    let controls = MapControls(language: language)
    return controls.markup(
      controls.frame("map", alternative: words(.mapAlternative)), share: words(.byShare))
  }

  /// What the pictures leave out; empty without pilots and campuses.
  private var marks: Markup {
    guard let marks = MapMarks(result, language, quarters: []) else { return .empty }
    return .element("p", ["class": "note"], text: marks.leftOut)
  }

  private var pictures: Markup {
    let picture = MapPicture(MapTerritory(result), shapes: shapes)
    func drawn(
      _ id: String, _ word: PageWords, _ status: (UnitSummary) -> CoverageStatus?
    ) -> (title: Markup, drawing: Markup) {
      var statuses: [String: CoverageStatus] = [:]
      for summary in rollup.units { statuses[summary.unit.adcode] = status(summary) }
      return (
        .text(words(word)), picture.svg(id: id, title: words(word), statuses: statuses)
      )
    }
    return MapControls.still(
      keys: MapControls.statusKeys(language),
      pictures: [
        drawn("still-now", .mapNow, \.status), drawn("still-then", .mapThen, \.plannedStatus),
      ])
  }
}
