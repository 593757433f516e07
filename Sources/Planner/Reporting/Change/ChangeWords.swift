/// Texts of the report on changes between audits, in both languages.
enum ChangeWords: String, CaseIterable {
  case title, answer, inputsHeading, sameInputs, causesHeading, causesNote, movedHeading, more
  case cause, rose, fell, place, group, statuses, values, unseparated
  case standard, network, data, model, unknown

  var translation: Translation {
    switch self {
    case .title: Translation("两次评估之间的变化", "Changes between two audits")
    case .answer:
      Translation(
        "{0} → {1}：{2} 项上升，{3} 项下降，{4} 项状态不变，{5} 项新增，{6} 项消失；新达标 {7} 项，不再达标 {8} 项。",
        "{0} → {1}: {2} rose, {3} fell, {4} kept their status, {5} are new, {6} are gone; {7} newly pass, {8} no longer pass."
      )
    case .inputsHeading: Translation("输入的差异", "What differs in the inputs")
    case .sameInputs: Translation("记录的输入相同。", "The recorded inputs are the same.")
    case .causesHeading: Translation("原因", "Causes")
    case .causesNote:
      Translation(
        "标准的影响：以旧值按新门限重新判定，精确。其余归于该地唯一发生变化的因素；同时变化的不拆分。",
        "The standard's part is exact: the earlier values by the later thresholds. The rest goes to what alone differs for the place; what differs together is not told apart."
      )
    case .movedHeading: Translation("升降的聚落", "What rose and fell")
    case .more: Translation("另有 {0} 项，见 changes.csv。", "{0} more in changes.csv.")
    case .cause: Translation("原因", "cause")
    case .rose: Translation("上升", "rose")
    case .fell: Translation("下降", "fell")
    case .place: Translation("聚落", "settlement")
    case .group: Translation("网络", "network")
    case .statuses: Translation("状态", "status")
    case .values: Translation("指标（值/门限）", "criteria (value/threshold)")
    case .unseparated: Translation("{0}（不可分）", "{0} (not told apart)")
    case .standard: Translation("标准", "standard")
    case .network: Translation("网络", "network")
    case .data: Translation("数据", "data")
    case .model: Translation("模型", "model")
    case .unknown: Translation("未知", "unknown")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    values.enumerated().reduce(translation[language]) { text, value in
      text.split(separator: "{\(value.offset)}", omittingEmptySubsequences: false)
        .joined(separator: value.element)
    }
  }

  /// The text of a word of the files; the word itself where there is none.
  static func text(of key: String, _ language: Language) -> String {
    ChangeWords(rawValue: key)?.text(language) ?? key
  }
}
