import Coverage

/// Titles of layers and words of legends, in both languages.
enum ExportWords: String, CaseIterable {
  case units, settlements, timeline, schedule, sites, coverage, lines, keyPoints
  case campuses, pilots
  case pointsOf, linesOf, classOf, others, unknown, unscheduled, existing, served, notServed

  var translation: Translation {
    switch self {
    case .units: Translation("行政区现状", "Units, status now")
    case .settlements: Translation("建成区现状", "Settlements, status now")
    case .timeline: Translation("建成区逐季状态", "Settlements, status by quarter")
    case .schedule: Translation("建设项目（完成季度）", "Work packages by quarter of finish")
    case .sites: Translation("站址（投运季度）", "Sites by quarter on air")
    case .coverage: Translation("服务范围", "Area served")
    case .lines: Translation("线路覆盖", "Lines")
    case .keyPoints: Translation("重点场所点位", "Points of key places")
    case .campuses: Translation("工业园区与厂区（建成季度）", "Campuses by quarter of their own network")
    case .pilots: Translation("应用试点（达标季度）", "Pilots by quarter")
    case .pointsOf: Translation("{0}：点", "{0}: points")
    case .linesOf: Translation("{0}：线", "{0}: lines")
    case .classOf: Translation("{0}：{1}", "{0}: {1}")
    case .others: Translation("其他", "other")
    case .unknown: Translation("无数据", "no data")
    case .unscheduled: Translation("未排入", "not scheduled")
    case .existing: Translation("现有", "present")
    case .served: Translation("达标", "served")
    case .notServed: Translation("未达标", "not served")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    translation.text(language, values)
  }

  /// Title of a layer.
  static func title(_ layer: ExportLayer, _ language: Language) -> String {
    let word: ExportWords =
      switch layer {
      case .units: .units
      case .settlements: .settlements
      case .timeline: .timeline
      case .schedule: .schedule
      case .sites: .sites
      case .coverage: .coverage
      case .lines: .lines
      case .keyPoints: .keyPoints
      case .campuses: .campuses
      case .pilots: .pilots
      }
    return word.text(language)
  }
}
