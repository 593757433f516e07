import Scheduling
import Territory

/// Texts on decisions and departments, in both languages.
enum DecisionWords: String, CaseIterable {
  case heading, answer, late, meaning, day, apply, gate, department, package, cost, state, city
  case finish, open, applied, granted, daysLate, breaks, rest, restCities, nothing

  var translation: Translation {
    switch self {
    case .heading: Translation("谁在何时之前决定什么", "Who must decide what by when")
    case .answer:
      Translation(
        "排期依赖 {0} 项决定：已批 {1} 项，已申请 {2} 项，未申请 {3} 项。",
        "The schedule waits for {0} decisions: {1} granted, {2} applied for, {3} open.")
    case .late:
      Translation(
        "{0} 项按办理时限赶不上排期，其中最多晚 {1} 天。",
        "Too late for it by their lead times: {0}, by up to {1} days.")
    case .meaning:
      Translation(
        "日期为排期仍能按季度完成的最迟日；晚一个月的代价是估计：该项目及紧随其后的项目晚一个季度所少的价值的三分之一，其余不变。部门是类别，办理时限来自 geodata/books/gates.yaml；全部见 decisions.csv。",
        "Days are the latest for the schedule's quarters to hold. A month of delay is an estimate: a third of what the package and those right after it are worth less a quarter later, all else as it stands. Departments are kinds; lead times are those of geodata/books/gates.yaml. decisions.csv has all."
      )
    case .day: Translation("最迟决定", "decide by")
    case .apply: Translation("最迟申请", "apply by")
    case .gate: Translation("事项", "decision")
    case .department: Translation("部门类别", "kind of department")
    case .package: Translation("项目", "package")
    case .cost: Translation("晚一个月（估计）", "a month late (estimate)")
    case .state: Translation("进展", "state")
    case .city: Translation("{0}（{1} 项，共 {2}）", "{0} ({1}, {2} in all)")
    case .finish: Translation("建成", "finish")
    case .open: Translation("未申请", "open")
    case .applied: Translation("已申请", "applied")
    case .granted: Translation("已批", "granted")
    case .daysLate: Translation("{0}，晚 {1} 天", "{0}, {1} days late")
    case .breaks: Translation("{0}，破 {1} 期限", "{0}, breaks the date {1}")
    case .rest: Translation("另有 {0} 项。", "{0} more.")
    case .restCities: Translation("另有 {0} 个城市见 decisions.csv。", "{0} more cities in decisions.csv.")
    case .nothing: Translation("没有待定事项。", "Nothing is left to decide.")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    translation.text(language, values)
  }

  static func text(of state: GateState, _ language: Language) -> String {
    DecisionWords(rawValue: state.rawValue)?.text(language) ?? state.rawValue
  }
}

extension GateBook.Names {
  /// The name in a language.
  subscript(language: Language) -> String { language == .chinese ? zh : en }
}
