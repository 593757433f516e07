import Radio
import Scheduling
import Siting
import Territory

/// The first thing that is seen: the answer in a sentence, four figures, how far from the best.
struct PageHead {
  private let result: PlanResult
  private let language: Language
  private let figures: PageFigures

  init(_ result: PlanResult, _ language: Language, _ figures: PageFigures) {
    self.result = result
    self.language = language
    self.figures = figures
  }

  func markup(contents: [(id: String, title: String)]) -> Markup {
    .element(
      "header", [:],
      [
        .element(
          "h1", [:],
          [
            .text(Message.reportTitle.text(language) + " · "),
            PageText.spoken(PlanReport(result, language).regionName, language),
          ]),
        .element(
          "p", ["class": "answer"],
          [PageText.spoken(PlanSummary(result).answer(language), language)]),
        .element(
          "dl", ["class": "tiles"],
          [
            tile(.cityTile, .city), tile(.countyTile, .countySeat), tile(.townTile, .townSeat),
            money,
          ]), gap,
        PageShell.contents(contents, language),
      ])
  }

  private func tile(_ word: PageWords, _ kind: SettlementKind) -> Markup {
    let (before, planned, all) = figures.deep(kind)
    guard all > 0 else { return tile(word, "–", PageWords.tileNone.text(language)) }
    return tile(
      word, DecimalText.grouped(planned),
      PageWords.tileOf.text(language, [DecimalText.grouped(all), DecimalText.grouped(before)]))
  }

  private var money: Markup {
    let span = figures.quarters.first.map { first in
      "\(first)–\(figures.quarters.last ?? first)"
    }
    return tile(
      .moneyTile, Amount.yuan(result.schedule?.spentYuan ?? 0, language), span ?? "–")
  }

  private func tile(_ word: PageWords, _ value: String, _ note: String) -> Markup {
    .element(
      "div", [:],
      [
        .element("dt", [:], text: word.text(language)),
        .element("dd", ["class": "figure"], text: value),
        .element("dd", ["class": "small"], text: note),
      ])
  }

  /// How far the plan can be from the best, where that is proven.
  private var gap: Markup {
    let siting = SitingFigures(result)
    let schedule = result.schedule?.proof
    let text =
      schedule == nil && siting.choices == 0
      ? PageWords.gapTile.text(language) + (language == .chinese ? "：" : ": ")
        + PageWords.gapNone.text(language)
      : PageWords.gapMeaning.text(
        language,
        [
          schedule.map { Amount.share($0.gap) } ?? "–",
          siting.choices > 0 ? Amount.share(siting.gap) : "–",
        ])
    return .element("p", ["class": "gap"], text: text)
  }
}
