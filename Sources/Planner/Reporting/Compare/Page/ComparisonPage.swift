public import Geometry
import Territory

/// A comparison as one page that needs nothing beside it: `comparison.html`.
///
/// Like the page of a plan it opens from a disk, asks nothing of a network, and shows pictures where no script
/// runs. The same runs give the same bytes.
public struct ComparisonPage {
  private let comparison: Comparison
  private let language: Language
  private let sources: ComparisonSources

  /// The page of a comparison in a language.
  public init(_ comparison: Comparison, _ language: Language, sources: ComparisonSources) {
    self.comparison = comparison
    self.language = language
    self.sources = sources
  }

  /// The file.
  ///
  /// - Throws: `DR-141` where the boundaries lack their objects; what is wrong with the base's settlements.
  public func html() throws(UserError) -> [UInt8] {
    let map = try ComparisonMap(comparison, language, sources: sources)
    let title =
      Message.compareTitle.text(language) + " · "
      + comparison.runs.map(\.label).joined(separator: language == .chinese ? "、" : ", ")
    return try PageShell(
      language: language, assets: sources.assets, title: title, id: "report"
    ).html([head] + sections(map), data: map.value)
  }

  private func words(_ word: ComparisonWords, _ values: [String] = []) -> String {
    word.text(language, values)
  }

  private func paragraph(_ text: String, _ look: String) -> Markup {
    .element("p", ["class": look], [PageText.spoken(text, language)])
  }

  private static let titles: [(id: String, title: ComparisonWords)] = [
    ("map", .mapsHeading), ("counties", .counties), ("quarters", .chartsHeading),
    ("figures", .all), ("runs", .runsHeading),
  ]

  private var head: Markup {
    let region = MapTerritory(
      gazetteer: sources.gazetteer, regions: comparison.runs[0].regions)
    return .element(
      "header", [:],
      [
        .element(
          "h1", [:],
          [
            .text(Message.compareTitle.text(language) + " · "),
            PageText.spoken(region.name(language), language),
          ]),
        paragraph(ComparisonAnswer(comparison, language).text, "answer"),
        ComparedTables(comparison, language).first,
        PageShell.contents(
          Self.titles.map { ($0.id, words($0.title)) }
            + [("repeat", Message.repeatHeading.text(language))], language),
      ])
  }

  private func sections(_ map: ComparisonMap) -> [Markup] {
    let tables = ComparedTables(comparison, language)
    let report = ComparisonReport(comparison, language)
    let review = paragraph(
      PageWords.review.text(language) + " " + PageWords.projection.text(language), "note")
    let content: [[Markup]] = [
      [map.markup, review],
      comparison.runs.indices.dropFirst().map { paragraph(report.verdicts($0), "verdict") }
        + [
          paragraph(words(.countiesNote, [comparison.runs[0].label]), "note"), tables.counties,
        ],
      [ComparisonCharts(comparison, language).markup],
      [tables.all],
      [tables.origins]
        + ([words(.modelled)] + report.notes).map { paragraph($0, "caveat") },
    ]
    let numbered = zip(Self.titles, content).map {
      PageShell.section($0.id, words($0.title), $1)
    }
    let command =
      "deepreach compare " + comparison.runs.map(\.label).joined(separator: " ")
      + " -o comparison"
    return numbered + [
      PageShell.section(
        "repeat", Message.repeatHeading.text(language),
        [
          .element(
            "p", [:],
            [
              .text(words(.repeatText) + " "),
              .element("code", [:], [PageText.spoken(command, language)]),
            ]),
          paragraph(PageWords.printNote.text(language), "note"),
        ])
    ]
  }
}
