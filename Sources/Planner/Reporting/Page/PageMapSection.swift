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
        .element(
          "details", [:],
          [
            .element("summary", [:], text: words(.mapList)),
            MarkdownMarkup(PlanReport(result, language).units().markdown(), language).markup,
          ]),
      ])
  }

  /// What the script brings to life; hidden where there is none.
  private var live: Markup {
    .element(
      "div", ["id": "map-live"],
      [
        .element(
          "div", ["class": "map-bar"],
          [
            .element(
              "label", ["class": "search"],
              [
                .element("span", [:], text: words(.search)),
                Markup(
                  source: "<input id=\"map-search\" type=\"search\" autocomplete=\"off\" "
                    + "role=\"combobox\" aria-expanded=\"false\" aria-controls=\"map-found\">"),
              ]),
            .element("ul", ["id": "map-found", "role": "listbox", "hidden": ""]),
            .element(
              "label", [:],
              [
                .element("span", [:], text: words(.colourBy)),
                .element(
                  "select", ["id": "map-colour"],
                  [
                    .element("option", ["value": "status"], text: words(.byStatus)),
                    .element("option", ["value": "share"], text: words(.byShare)),
                  ]),
              ]),
          ]),
        .element(
          "div", ["class": "map-frame"],
          [
            .element(
              "canvas",
              [
                "id": "map-canvas", "tabindex": "0", "role": "application",
                "aria-label": words(.mapAlternative), "aria-describedby": "map-help",
              ]),
            .element(
              "div", ["class": "map-zoom"],
              [
                button("map-in", "+", .zoomIn), button("map-out", "−", .zoomOut),
                button("map-all", "⤢", .wholeMap),
              ]),
            .element("div", ["id": "map-tip", "aria-hidden": "true", "hidden": ""]),
            .element("div", ["id": "map-legend"]),
          ]),
        .element(
          "div", ["class": "map-time"],
          [
            .element("button", ["id": "map-play", "type": "button"], text: words(.play)),
            .element(
              "label", [:],
              [
                .element("span", [:], text: words(.quarterLabel)),
                Markup(
                  source:
                    "<input id=\"map-quarter\" type=\"range\" min=\"0\" max=\"1\" value=\"0\">"
                ),
              ]),
            .element("output", ["id": "map-when", "for": "map-quarter"]),
          ]),
        .element("p", ["id": "map-help", "class": "note"], text: words(.mapHelp)),
        .element("div", ["id": "map-told", "aria-live": "polite"]),
      ])
  }

  private func button(_ id: String, _ sign: String, _ word: PageWords) -> Markup {
    .element(
      "button", ["id": id, "type": "button", "aria-label": words(word), "title": words(word)],
      text: sign)
  }

  private var pictures: Markup {
    let picture = MapPicture(result, shapes: shapes)
    func statuses(_ status: (UnitSummary) -> CoverageStatus?) -> [String: CoverageStatus] {
      var statuses: [String: CoverageStatus] = [:]
      for summary in rollup.units { statuses[summary.unit.adcode] = status(summary) }
      return statuses
    }
    func figure(_ id: String, _ word: PageWords, _ statuses: [String: CoverageStatus]) -> Markup {
      .element(
        "figure", [:],
        [
          .element("figcaption", [:], text: words(word)),
          picture.svg(id: id, title: words(word), statuses: statuses),
        ])
    }
    let entries =
      CoverageStatus.allCases.map { ($0.rawValue, Message($0).text(language)) }
      + [("unknown", words(.noData))]
    return .element(
      "div", ["id": "map-still"],
      [
        .element(
          "ul", ["class": "keys"],
          entries.map {
            .element(
              "li", [:], [.element("span", ["class": "key back-" + $0.0]), .text($0.1)])
          }), figure("still-now", .mapNow, statuses(\.status)),
        figure("still-then", .mapThen, statuses(\.plannedStatus)),
      ])
  }
}
