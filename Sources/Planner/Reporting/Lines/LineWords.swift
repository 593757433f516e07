/// Texts on lines, in both languages.
enum LineWords: String, CaseIterable {
  case heading, rule, kind, lines, length, served, covered, leftOut

  var translation: Translation {
    switch self {
    case .heading: Translation("线路", "Lines")
    case .rule:
      Translation(
        "沿线 SS-RSRP ≥ {0} dBm，概率 {1}；每条线路的达标长度占比须 ≥ {2}。",
        "Along a line: SS-RSRP of {0} dBm with a probability of {1} on {2} of its length.")
    case .kind: Translation("类别", "kind")
    case .lines: Translation("线路", "lines")
    case .length: Translation("长度（km）", "km")
    case .served: Translation("达标长度", "length served")
    case .covered: Translation("达标线路", "lines covered")
    case .leftOut: Translation("{0} 条在所选区域之外，未计入。", "{0} lie outside the regions asked for.")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    translation.text(language, values)
  }
}
