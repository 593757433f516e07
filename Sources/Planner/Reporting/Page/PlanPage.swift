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
    ("readiness", .readiness), ("costs", .costs), ("power", .power), ("data", .caveats),
  ]

  /// Those that the result has something for.
  private var shown: [Section] {
    Self.sections.filter { $0.id != "power" || result.power?.run != nil }
  }

  private var contents: [(id: String, title: String)] {
    [("map", PageWords.mapHeading.text(language))]
      + shown.map { ($0.id, $0.title.text(language)) }
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
    let content: [String: [Markup]] = [
      "missing": [
        charts.status, blocks(StatusTable(result).table(language).markdown()),
        blocks(report.missing().markdown()), blocks(report.signal()),
      ],
      "schedule": result.schedule.map { schedule(charts, report, $0) }
        ?? [.element("p", [:], text: PageWords.noSchedule.text(language))],
      "prices": [blocks(ScheduleReport(result, language).markdown())],
      "readiness": [
        charts.priorities, blocks(ReadinessReport(result, language).markdown()),
        blocks(WarningReport(result, language).markdown()),
      ],
      "costs": [charts.costs],
      "power": result.power.map { power($0, charts) } ?? [],
      "data": [
        .all(summary.caveats(language).map { .element("p", ["class": "caveat"], text: $0) }),
        blocks(report.data().markdown()),
        .element("p", [:], [PageText.spoken(PageWords.review.text(language), language)]),
      ],
    ]
    let numbered = shown.map {
      PageShell.section($0.id, $0.title.text(language), content[$0.id] ?? [])
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

  private func schedule(
    _ charts: PageCharts, _ report: PlanReport, _ schedule: Schedule
  ) -> [Markup] {
    [
      charts.gantt, charts.coverage, charts.spend, charts.limits, charts.history,
      blocks(report.schedule()), blocks(MovesReport(schedule, language).markdown()),
      result.risk.map { blocks(RiskReport($0, language).markdown()) } ?? .empty,
      headed(PilotReport(result, language).markdown()),
      headed(DecisionReport(result, language).markdown()),
      result.keyPlaces.map { headed(KeyPlacePlanReport($0, language).markdown()) } ?? .empty,
    ] + (result.campuses.map { campuses($0, charts) } ?? [])
  }

  /// Campuses as in the report, but that a chart has the scenarios by quarter.
  private func campuses(_ campuses: CampusResult, _ charts: PageCharts) -> [Markup] {
    let report = CampusReport(campuses, language)
    return [headed(report.opening()), charts.scenarios(campuses), blocks(report.body())]
  }

  /// Power as in the report, but that a chart has the caps where there are several.
  private func power(_ power: GreenResult, _ charts: PageCharts) -> [Markup] {
    let section = charts.section(power)
    guard let caps = charts.caps(power) else {
      return [blocks(section.opening()), blocks(section.caps()), blocks(section.closing())]
    }
    return [blocks(section.opening()), caps, blocks(section.capNotes()), blocks(section.closing())]
  }
}
