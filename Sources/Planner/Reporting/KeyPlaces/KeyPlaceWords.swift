import Coverage

/// Texts on key places, in both languages.
enum KeyPlaceWords: String, CaseIterable {
  case heading, rule, indoors, outdoors, answer, met, missed, kind, places, points, covered, leftOut
  case government, hospital, school, metro, scenic, shopping, park, residential, office, rural
  case transportHub = "transport-hub"
  case borderPort = "border-port"
  case other

  var translation: Translation {
    switch self {
    case .heading: Translation("重点场所", "Key places")
    case .rule:
      Translation(
        "关键点位：{0} SS-RSRP ≥ {1} dBm，概率 {2}；关键点位全部达标的重点场所占比须 ≥ {3}。",
        "Key points: SS-RSRP of {1} dBm {0} with a probability of {2}; {3} of the key places must have all theirs."
      )
    case .indoors: Translation("室内", "indoors")
    case .outdoors: Translation("室外", "outdoors")
    case .answer:
      Translation("{0}：{2} 处中 {1} 处达标（{3}），{4}。", "{0}: {1} of {2} covered ({3}), {4}.")
    case .met: Translation("符合要求", "as asked")
    case .missed: Translation("未达要求", "less than asked")
    case .kind: Translation("类别", "kind")
    case .places: Translation("场所", "places")
    case .points: Translation("关键点位", "key points")
    case .covered: Translation("达标", "covered")
    case .leftOut: Translation("{0} 处在所选区域之外，未计入。", "{0} lie outside the regions asked for.")
    case .government: Translation("政务中心", "government centres")
    case .hospital: Translation("医疗机构", "hospitals and clinics")
    case .school: Translation("学校", "schools and universities")
    case .transportHub: Translation("交通枢纽", "stations and airports")
    case .metro: Translation("城市地铁", "metro")
    case .scenic: Translation("文旅景区", "scenic areas")
    case .shopping: Translation("重点商超", "shopping")
    case .borderPort: Translation("口岸", "border ports")
    case .park: Translation("园区", "industrial and business parks")
    case .residential: Translation("住宅小区", "residential quarters")
    case .office: Translation("商务楼宇", "office buildings")
    case .rural: Translation("乡镇农村", "rural key points")
    case .other: Translation("其他", "other")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    translation.text(language, values)
  }

  static func text(of kind: KeyPlaceKind, _ language: Language) -> String {
    KeyPlaceWords(rawValue: kind.rawValue)?.text(language) ?? kind.rawValue
  }
}
