import Coverage
public import Geometry
import Radio
import Scheduling
import Siting
import Territory

/// The report of a plan as one page that needs nothing beside it: `report.html`.
///
/// It opens from a disk, asks nothing of a network and says so to the browser; without scripts its map is a
/// picture. The same result gives the same bytes.
public struct PlanPage {
  private let result: PlanResult
  private let language: Language
  private let sources: PageSources

  /// The page of a result in a language.
  public init(_ result: PlanResult, _ language: Language, sources: PageSources) {
    self.result = result
    self.language = language
    self.sources = sources
  }

  /// The file.
  ///
  /// - Throws: `DR-141` where the boundaries lack their objects.
  public func html() throws(UserError) -> [UInt8] {
    let timeline = StatusTimeline(result)
    let shapes = try MapShapes(MapTerritory(result), boundaries: sources.boundaries)
    let figures = PageFigures(result, language, sources: sources)
    let charts = PageCharts(
      result: result, language: language, sources: sources, figures: figures, timeline: timeline)
    let head = PageHead(result, language, figures)
    let rollup = UnitRollup(result)
    let map = PageMapSection(result, language, shapes: shapes, rollup: rollup)
    let title = Message.reportTitle.text(language) + " · " + PlanReport(result, language).regionName
    return try PageShell(
      language: language, assets: sources.assets, title: title, id: "report"
    ).html(
      [head.markup(contents: contents), map.markup] + sections(charts),
      data: MapData(result, language, shapes: shapes, timeline: timeline, rollup: rollup).value)
  }

  private typealias Section = (id: String, title: PageWords)

  private static let sections: [Section] = [
    ("missing", .missing), ("schedule", .schedule), ("prices", .prices),
    ("readiness", .readiness), ("costs", .costs), ("data", .caveats),
  ]

  private var contents: [(id: String, title: String)] {
    [("map", PageWords.mapHeading.text(language))]
      + Self.sections.map { ($0.id, $0.title.text(language)) }
      + [("repeat", Message.repeatHeading.text(language))]
  }

  private func heading(_ word: PageWords) -> Markup {
    .element("h3", [:], text: word.text(language))
  }

  private func blocks(_ markdown: String) -> Markup { MarkdownMarkup(markdown, language).markup }

  /// A section of the report with its heading, which the page's own sections do not have.
  private func headed(_ markdown: String) -> Markup {
    markdown.hasPrefix("## ") ? blocks("#" + markdown) : blocks(markdown)
  }

  private func sections(_ charts: PageCharts) -> [Markup] {
    let report = PlanReport(result, language)
    let summary = PlanSummary(result)
    let content: [[Markup]] = [
      [
        charts.status, blocks(StatusTable(result).table(language).markdown()),
        blocks(report.missing().markdown()), blocks(report.signal()),
      ],
      result.schedule == nil
        ? [.element("p", [:], text: PageWords.noSchedule.text(language))]
        : [
          charts.gantt, charts.coverage, charts.spend, charts.limits, charts.history,
          blocks(report.schedule()), blocks(MovesReport(result.schedule, language).markdown()),
          result.risk.map { blocks(RiskReport($0, language).markdown()) } ?? .empty,
          headed(PilotReport(result, language).markdown()),
          headed(DecisionReport(result, language).markdown()),
          result.campuses.map { headed(CampusReport($0, language).section()) } ?? .empty,
        ],
      [blocks(ScheduleReport(result, language).markdown())],
      [
        charts.priorities, blocks(ReadinessReport(result, language).markdown()),
        blocks(WarningReport(result, language).markdown()),
      ],
      [charts.costs],
      [
        .all(summary.caveats(language).map { .element("p", ["class": "caveat"], text: $0) }),
        blocks(report.data().markdown()),
        .element("p", [:], [PageText.spoken(PageWords.review.text(language), language)]),
      ],
    ]
    let numbered = zip(Self.sections, content).map {
      PageShell.section($0.id, $0.title.text(language), $1)
    }
    return numbered + [
      PageShell.section(
        "repeat", Message.repeatHeading.text(language),
        [
          blocks(Message.repeatText.text(language)),
          .element("p", [:], text: PageWords.printNote.text(language)),
        ])
    ]
  }
}
