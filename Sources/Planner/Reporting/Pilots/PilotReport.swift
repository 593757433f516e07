import Coverage
import Scheduling
import Siting
import Territory

/// Pilots for people: whether they stand in time, what that costs the rest, and where they can be repeated.
struct PilotReport {
  private let result: PlanResult
  private let language: Language
  private static let shown = 30
  private static let shownDisplaced = 5
  private static let shownPlaces = 3

  init(_ result: PlanResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  /// Section of a report; empty for a plan without pilots.
  func markdown() -> String {
    guard let pilots = result.pilots else { return "" }
    return [
      "## " + PilotWords.heading.text(language) + "\n", answer(pilots) + "\n",
      price(pilots).joined(separator: " ") + "\n", table(pilots).markdown(), campuses(pilots),
      displaced(pilots), similar(pilots), SimilarCampusReport(result, pilots, language).markdown(),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// How many stand, and what they cost; for a terminal. Empty for a plan without pilots.
  func answers() -> [String] {
    result.pilots.map { [answer($0)] + price($0).prefix(1) } ?? []
  }

  private func answer(_ pilots: PilotResult) -> String {
    func count(_ state: PilotState) -> String {
      String(pilots.outcomes.count { $0.state == state })
    }
    return PilotWords.answer.text(
      language,
      [
        String(pilots.outcomes.count), count(.planned), count(.met), count(.late), count(.missed),
      ])
  }

  private func price(_ pilots: PilotResult) -> [String] {
    guard pilots.outcomes.contains(where: { !$0.task.isMet }) else {
      return [PilotWords.nothingToBuild.text(language)]
    }
    guard let price = pilots.price, let proof = result.schedule?.proof else {
      return [PilotWords.priceUnknown.text(language)]
    }
    var words = price.isProven ? proven(price, pilots, proof) : byTier(pilots, price)
    if pilots.outcomes.count(where: { !$0.task.isMet }) > PilotSchedule.pricedAlone {
      words.append(
        PilotWords.tooMany.text(language, [String(PilotSchedule.pricedAlone)]))
    }
    return words
  }

  private func proven(
    _ price: PilotPrice, _ pilots: PilotResult, _ proof: ScheduleProof
  ) -> [String] {
    let whole = max(abs(proof.value + price.found), .leastNormalMagnitude)
    var words = [
      PilotWords.price.text(
        language,
        [
          pilots.objective.words(price.found, language), Amount.share(price.found / whole),
          pilots.objective.words(price.low, language), pilots.objective.words(price.high, language),
        ])
    ]
    if pilots.objective == .service || pilots.objective == .earliest, price.found > 0,
      let weight = result.schedule?.weights.deep, weight > 0
    {
      words.append(
        PilotWords.pricePeople.text(
          language, [DecimalText.fixed(price.found / Double(weight), decimals: 0)]))
    }
    if price.low <= 0, price.high > 0 { words.append(PilotWords.priceWithin.text(language)) }
    return words
  }

  /// With tiers a sum says little: what each kind loses, and what is proven of the first tier.
  private func byTier(_ pilots: PilotResult, _ price: PilotPrice) -> [String] {
    let kinds = pilots.byKind.map {
      let kind = $0.kind.map { Message($0).text(language) } ?? PilotWords.campuses.text(language)
      return "\(kind) \(pilots.objective.words($0.lost, language))"
    }
    let words = PilotWords.priceByTier.text(
      language,
      [
        kinds.joined(separator: language == .chinese ? "，" : ", "),
        pilots.objective.words(pilots.firstStageSlack, language),
      ])
    guard let first = price.firstTier else { return [words] }
    return [
      words,
      PilotWords.firstTier.text(
        language, [first.low, first.high].map { pilots.objective.words($0, language) }),
      first.low <= 0
        ? first.high <= 0 ? "" : PilotWords.firstTierWithin.text(language)
        : PilotWords.firstTierLoses.text(language),
    ].filter { !$0.isEmpty }
  }

  private func table(_ pilots: PilotResult) -> TextTable {
    var table = TextTable([
      .text(PilotWords.pilot.text(language)), .text(PilotWords.kind.text(language)),
      .text(PilotWords.place.text(language)), .text(PilotWords.by.text(language)),
      .text(PilotWords.stands.text(language)), .text(PilotWords.state.text(language)),
      .text(PilotWords.partners.text(language)), .number(PilotWords.ownCost.text(language)),
      .number(PilotWords.ownPrice.text(language)),
    ])
    for outcome in pilots.outcomes.prefix(Self.shown) {
      let task = outcome.task
      table.append([
        task.pilot.name, PilotWords.text(of: task.pilot.kind, language),
        Self.place(task.site, language),
        task.pilot.by.description, outcome.quarter?.description ?? "–",
        PilotWords.text(of: outcome.state, language),
        task.pilot.partners.map(department).joined(separator: language == .chinese ? "、" : ", "),
        Amount.yuan(task.own?.costYuan ?? 0, language),
        outcome.price.map { $0.isProven ? DecimalText.fixed($0.found, decimals: 0) : "–" } ?? "–",
      ])
    }
    return table
  }

  /// What runs at the pilots' campuses, and with which package; empty where none has one.
  private func campuses(_ pilots: PilotResult) -> String {
    pilots.outcomes.prefix(Self.shown).compactMap { outcome in
      guard let campus = outcome.task.site.campus else { return nil }
      let figures = [
        outcome.task.pilot.name, campus.name, String(campus.scenarios), String(campus.enabled),
      ]
      let package = [campus.package, campus.bringer].compactMap(\.self)
        .first(where: outcome.task.needed.contains)
      let words =
        package.map { SimilarCampusWords.enabled.text(language, figures + [$0]) }
        ?? SimilarCampusWords.enabledAlready.text(language, figures)
      return "- \(words)\n"
    }.joined()
  }

  /// What a pilot asks for: its campus' network, a status of its settlement, or both.
  static func asked(_ task: PilotTask, _ language: Language) -> String {
    let status = Message(task.pilot.status).text(language)
    guard task.site.campus != nil else { return status }
    return task.pilot.status == .none
      ? SimilarCampusWords.network.text(language)
      : SimilarCampusWords.networkToo.text(language, [status])
  }

  /// A pilot's settlement, and how far off it is; before it its campus.
  static func place(_ site: PilotSite, _ language: Language) -> String {
    if let campus = site.campus {
      return SimilarCampusWords.place.text(language, [campus.name, site.settlementName])
    }
    guard let metres = site.distanceMetres, metres > 0 else { return site.settlementName }
    return PilotWords.away.text(
      language, [site.settlementName, DecimalText.fixed(metres / 1000, decimals: 1)])
  }

  private func department(_ word: String) -> String {
    result.decisions?.book.department(word).map { language == .chinese ? $0.zh : $0.en } ?? word
  }

  private func displaced(_ pilots: PilotResult) -> String {
    guard !pilots.displaced.isEmpty else { return "" }
    let sentences = pilots.displaced.prefix(Self.shownDisplaced).map { entry in
      let was = Quarter(index: entry.was).description
      let lost = pilots.objective.words(entry.lost, language)
      let words =
        entry.now.map { now in
          PilotWords.displacedLater.text(
            language,
            [entry.settlementName, entry.package, was, Quarter(index: now).description, lost])
        }
        ?? PilotWords.displacedOut.text(language, [entry.settlementName, entry.package, was, lost])
      return "- \(words)\n"
    }
    return "### " + PilotWords.displaced.text(language) + " (\(pilots.displaced.count))\n\n"
      + sentences.joined()
  }

  private func similar(_ pilots: PilotResult) -> String {
    var table = TextTable([
      .text(PilotWords.pilot.text(language)), .number(PilotWords.rank.text(language)),
      .text(PilotWords.settlement.text(language)), .number(PilotWords.residents.text(language)),
      .number(PilotWords.distance.text(language)), .text(PilotWords.hasIt.text(language)),
      .text(PilotWords.why.text(language)),
    ])
    let outcomes = pilots.outcomes.prefix(Self.shown).filter { $0.task.site.campus == nil }
    guard !outcomes.isEmpty else { return "" }
    let places = SimilarPlaces(result, pilots)
    var isEmpty = true
    for outcome in outcomes {
      for (index, place) in places.ranked(outcome).prefix(Self.shownPlaces).enumerated() {
        isEmpty = false
        table.append([
          outcome.task.pilot.name, String(index + 1), place.outcome.settlement.name,
          Amount.people(place.outcome.settlement.population, language),
          DecimalText.fixed(place.distance, decimals: 2),
          place.quarter?.description ?? PilotWords.met.text(language),
          SimilarPlaces.reasons(place, outcome.task.pilot.kind, language)
            .joined(separator: language == .chinese ? "；" : "; "),
        ])
      }
    }
    return "### " + PilotWords.similar.text(language) + "\n\n"
      + (isEmpty
        ? PilotWords.none.text(language) + "\n"
        : table.markdown() + "\n" + PilotWords.similarMeaning.text(language) + "\n")
  }
}
