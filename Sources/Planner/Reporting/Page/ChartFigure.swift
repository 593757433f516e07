/// A chart under its title, with notes and the table that it is drawn from.
struct ChartFigure {
  let id: String
  let title: String
  var note: String?
  /// Whether the table shows, on paper too, before it is asked for.
  var isOpen = false
  let header: [String]
  let rows: [[String]]

  /// The figure, with the drawing of its id.
  func markup(_ language: Language, draw: (String) -> Markup) -> Markup {
    let opening: KeyValuePairs<StaticString, String> = isOpen ? ["open": ""] : [:]
    return .element(
      "figure", ["id": id, "class": "chart"],
      [
        .element("figcaption", [:], [PageText.spoken(title, language)]),
        PageText.scrolling(draw(id)),
        note.map { .element("p", ["class": "note"], [PageText.spoken($0, language)]) } ?? .empty,
        .element(
          "details", opening,
          [
            .element("summary", [:], text: PageWords.table.text(language)),
            PageText.table(header, rows, language),
          ]),
      ])
  }

  /// Rows in words, for those who hear a chart; the table behind it has the rest.
  static func described(_ rows: some Collection<[String]>, _ language: Language) -> String {
    rows.prefix(12).map { $0.joined(separator: " ") }.joined(
      separator: language == .chinese ? "；" : "; ")
  }
}
