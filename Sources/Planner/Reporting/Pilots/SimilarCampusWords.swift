import Territory

/// Texts on campuses of pilots and those like them, in both languages.
enum SimilarCampusWords: String, CaseIterable {
  case similar, meaning, taken, none, campus, industry, terminals, stands
  case sameIndustry, otherIndustry, times, sameStatus, otherStatus, placeUnknown, wait, already
  case place, network, networkToo, enabled, enabledAlready

  var translation: Translation {
    switch self {
    case .similar: Translation("可复制的园区", "Campuses where it can be repeated")
    case .meaning:
      Translation(
        "距离 = 行业（两行业场景中不共有的份额）、终端数每翻一番、所在建成区现有覆盖、条件、等待年数各自的差乘以权重之和（权重为判断，见 geodata/books/pilots.yaml）；逐项见 pilots-replication.csv。",
        "Distance: the differences in industry (share of the scenarios that the two do not have in common), terminals by doublings, present coverage of the settlement, readiness and years of waiting, each times its weight (judgement, geodata/books/pilots.yaml); pilots-replication.csv has every part."
      )
    case .taken:
      Translation(
        "{0} 未指明园区，以{1}（{2}）为参照。", "{0} names no campus: it is taken to be like {1} ({2}).")
    case .none: Translation("没有别的园区在规划期内具备网络。", "No other campus has its network within the plan.")
    case .campus: Translation("园区", "campus")
    case .industry: Translation("行业", "industry")
    case .terminals: Translation("终端", "terminals")
    case .stands: Translation("网络建成", "network stands in")
    case .sameIndustry: Translation("同行业", "same industry")
    case .otherIndustry:
      Translation("行业为{0}，共有 {1} 的场景", "{0}: {1} of the scenarios in common")
    case .times: Translation("终端为试点的 {0} 倍", "{0} times the terminals")
    case .sameStatus: Translation("所在建成区现有覆盖相同", "its settlement has the same coverage now")
    case .otherStatus:
      Translation("所在建成区现有覆盖差 {0} 级", "its settlement's coverage is {0} steps away now")
    case .placeUnknown: Translation("所在建成区未知，未计", "its settlement is not known and not counted")
    case .wait: Translation("网络比试点晚 {0} 年", "its network comes {0} years after the pilot")
    case .already: Translation("试点建成时网络已具备", "its network is there when the pilot stands")
    case .place: Translation("{0}（{1}）", "{0} ({1})")
    case .network: Translation("园区网络", "its campus' network")
    case .networkToo: Translation("园区网络与{0}", "its campus' network and {0}")
    case .enabled:
      Translation(
        "{0}：{1} 的 {2} 个场景中 {3} 个随 {4} 可用。",
        "{0}: of the {2} scenarios of {1} {3} run with {4}.")
    case .enabledAlready:
      Translation(
        "{0}：{1} 的 {2} 个场景中 {3} 个现有网络即可用。",
        "{0}: of the {2} scenarios of {1} {3} run over what is there.")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    translation.text(language, values)
  }
}
