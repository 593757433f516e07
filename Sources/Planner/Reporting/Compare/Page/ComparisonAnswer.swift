import Territory

/// Who wins, in a sentence: coverage, money, dates.
struct ComparisonAnswer {
  private let comparison: Comparison
  private let language: Language
  /// Person-quarters with the target by run.
  private let sums: [Int]

  init(_ comparison: Comparison, _ language: Language) {
    self.comparison = comparison
    self.language = language
    sums = comparison.runs.indices.map { run in
      comparison.counties.reduce(0) { $0 + $1.outcomes[run].residentQuarters }
    }
  }

  /// The run with most person-quarters, and the one it is held against: the base, or the next where the base
  /// itself is ahead. Nil where all are even.
  var pair: (winner: Int, other: Int)? {
    let order = sums.indices.sorted { (sums[$1], $0) < (sums[$0], $1) }
    guard let winner = order.first, let last = order.last, sums[winner] > sums[last] else {
      return nil
    }
    return (winner, winner == 0 ? order[1] : 0)
  }

  var text: String {
    let runs = comparison.runs
    let until = comparison.until
    guard let (winner, other) = pair else {
      return words(
        .level,
        [
          until.description, Amount.people(runs[0].targetResidents(at: until), language),
          runs.map { Amount.yuan($0.spentYuan(by: until), language) }.joined(
            separator: language == .chinese ? "、" : ", "),
        ]) + words(.sentenceEnd)
    }
    let (one, two) = (runs[winner], runs[other])
    let residents = [one, two].map { $0.targetResidents(at: until) }
    let money = [one, two].map { $0.spentYuan(by: until) }
    let years = Int((Double(sums[winner] - sums[other]) / 4).rounded())
    return words(
      .ahead,
      [
        one.label, two.label, until.description, Amount.people(residents[0], language),
        signed(residents[0] - residents[1], .asMany, Amount.people), DecimalText.grouped(years),
      ])
      + words(
        .money,
        [Amount.yuan(money[0], language), signed(money[0] - money[1], .asMuch, Amount.yuan)])
      + words(.half, [half(one), half(two)]) + words(.sentenceEnd)
  }

  private func words(_ word: ComparisonWords, _ values: [String] = []) -> String {
    word.text(language, values)
  }

  private func signed(
    _ difference: Int, _ same: ComparisonWords, _ amount: (Int, Language) -> String
  ) -> String {
    difference == 0
      ? words(same) : (difference > 0 ? "+" : "−") + amount(abs(difference), language)
  }

  /// When half of the residents have the target, in words.
  private func half(_ run: ComparedRun) -> String {
    guard case .reach(let reach) = Measure.halfOfResidents.value(of: run) else { return "" }
    return switch reach {
    case .start: words(.fromStart)
    case .quarter(let quarter): quarter.description
    case .never: words(.never)
    }
  }
}
