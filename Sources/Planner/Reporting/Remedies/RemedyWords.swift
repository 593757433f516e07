/// Texts on remedies, in both languages.
enum RemedyWords: String, CaseIterable {
  case heading, nothing, criterion, status, failing, closed, stations, cost, bound, gap, all, caveat

  var translation: Translation {
    switch self {
    case .heading: Translation("补齐每项不达标指标的最低费用", "Closing each failing criterion at least cost")
    case .nothing: Translation("没有不达标的指标。", "No criterion is failing.")
    case .criterion: Translation("指标", "criterion")
    case .status: Translation("状态", "for status")
    case .failing: Translation("不达标", "failing")
    case .closed: Translation("可补齐", "can be closed")
    case .stations: Translation("基站", "stations")
    case .cost: Translation("费用", "cost")
    case .bound: Translation("已证明的下界", "proven bound")
    case .gap: Translation("差距", "gap")
    case .all: Translation("全部指标", "all together")
    case .caveat:
      Translation(
        "每行只补齐该项指标；同一基站可补多项，故各行不可相加，全部指标另列。费用不含到站传输。",
        "Each row closes that criterion alone; stations serve several, so rows do not add up, and all together stands by itself. Cost is of stations, without the link to the settlement."
      )
    }
  }

  func text(_ language: Language) -> String { translation[language] }
}
