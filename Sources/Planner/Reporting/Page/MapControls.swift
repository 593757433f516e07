import Coverage

/// The controls of a section's maps, which the script brings to life; hidden where there is none.
struct MapControls {
  let language: Language

  private func words(_ word: PageWords) -> String { word.text(language) }

  /// Search and colours above the maps, time and what is told below them.
  ///
  /// - Parameters:
  ///   - maps: frames, or what holds them.
  ///   - share: what the second choice of colours is called.
  func markup(_ maps: Markup, share: String) -> Markup {
    .element(
      "div", ["id": "map-live", "class": "map-live"],
      [
        bar(share), maps, time,
        .element("p", ["id": "map-help", "class": "note"], text: words(.mapHelp)),
        .element("div", ["id": "map-told", "class": "map-told", "aria-live": "polite"]),
      ])
  }

  private func bar(_ share: String) -> Markup {
    .element(
      "div", ["class": "map-bar"],
      [
        .element(
          "label", ["class": "search"],
          [
            .element("span", [:], text: words(.search)),
            Markup(
              source: "<input id=\"map-search\" class=\"map-search\" type=\"search\" "
                + "autocomplete=\"off\" role=\"combobox\" aria-expanded=\"false\" "
                + "aria-controls=\"map-found\">"),
          ]),
        .element(
          "ul",
          [
            "id": "map-found", "class": "map-found", "role": "listbox",
            "aria-label": words(.search), "hidden": "",
          ]),
        .element(
          "label", [:],
          [
            .element("span", [:], text: words(.colourBy)),
            .element(
              "select", ["id": "map-colour", "class": "map-colour"],
              [
                .element("option", ["value": "status"], text: words(.byStatus)),
                .element("option", ["value": "share"], text: share),
              ]),
          ]),
      ])
  }

  /// One map. Ids of its elements begin with `id`.
  func frame(_ id: String, alternative: String) -> Markup {
    .element(
      "div", ["class": "map-frame"],
      [
        .element(
          "canvas",
          [
            "id": id + "-canvas", "class": "map-canvas", "tabindex": "0", "role": "application",
            "aria-label": alternative, "aria-describedby": "map-help",
          ]),
        .element(
          "div", ["class": "map-zoom"],
          [
            button(id + "-in", "map-in", "+", .zoomIn),
            button(id + "-out", "map-out", "−", .zoomOut),
            button(id + "-all", "map-all", "⤢", .wholeMap),
          ]),
        .element(
          "div",
          ["id": id + "-tip", "class": "map-tip", "aria-hidden": "true", "hidden": ""]),
        .element("div", ["id": id + "-legend", "class": "map-legend"]),
      ])
  }

  private func button(_ id: String, _ look: String, _ sign: String, _ word: PageWords) -> Markup {
    .element(
      "button",
      [
        "id": id, "class": look, "type": "button", "aria-label": words(word), "title": words(word),
      ],
      text: sign)
  }

  private var time: Markup {
    .element(
      "div", ["class": "map-time"],
      [
        .element(
          "button", ["id": "map-play", "class": "map-play", "type": "button"], text: words(.play)),
        .element(
          "label", [:],
          [
            .element("span", [:], text: words(.quarterLabel)),
            Markup(
              source: "<input id=\"map-quarter\" class=\"map-quarter\" type=\"range\" min=\"0\" "
                + "max=\"1\" value=\"0\">"
            ),
          ]),
        .element(
          "output", ["id": "map-when", "class": "map-when", "for": "map-quarter"]),
      ])
  }

  /// Pictures that stand still, for paper and where no script runs, under one legend.
  ///
  /// - Parameters:
  ///   - keys: class and text of each colour.
  ///   - pictures: title and drawing of each.
  static func still(
    keys: [(look: String, text: String)], pictures: [(title: Markup, drawing: Markup)]
  ) -> Markup {
    .element(
      "div", ["id": "map-still", "class": "map-still"],
      [
        .element(
          "ul", ["class": "keys"],
          keys.map {
            .element("li", [:], [.element("span", ["class": "key " + $0.look]), .text($0.text)])
          })
      ]
        + pictures.map {
          .element("figure", [:], [.element("figcaption", [:], [$0.title]), $0.drawing])
        })
  }

  /// The statuses' colours and what stands for none.
  static func statusKeys(_ language: Language) -> [(look: String, text: String)] {
    CoverageStatus.allCases.map { ("back-" + $0.rawValue, Message($0).text(language)) }
      + [("back-unknown", PageWords.noData.text(language))]
  }
}
