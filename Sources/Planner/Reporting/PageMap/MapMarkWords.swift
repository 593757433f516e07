import Territory

/// Texts on pilots and campuses of a map, in both languages.
enum MapMarkWords: String, CaseIterable {
  case pilots, campuses, nearer, state, names, comma, scenarios, yes, missing, no
  case pilotsOpen = "pilots-open"
  case pilotsMet = "pilots-built"
  case campusesOpen = "campuses-open"
  case campusesBuilt = "campuses-built"
  case campusesPublic = "campuses-public"
  case kind, place, asked, asks, stands, standsIn, price, notProven, work
  case industry, network, already, never, pilotsLeftOut, campusesLeftOut
  case factory, mine, port, park, cluster
  case gridStation = "grid-station"

  /// Those that the map's script shows.
  static let shown: [MapMarkWords] = [
    .pilots, .campuses, .nearer, .state, .names, .comma, .scenarios, .yes, .missing, .no,
    .pilotsOpen, .pilotsMet, .campusesOpen, .campusesBuilt, .campusesPublic,
  ]

  var translation: Translation {
    switch self {
    case .pilots: Translation("试点", "Pilots")
    case .campuses: Translation("园区", "Campuses")
    case .nearer: Translation("（放大后显示）", "(zoom in to see)")
    case .state: Translation("此时", "at this time")
    case .names: Translation("名称", "names")
    case .comma: Translation("，", ", ")
    case .scenarios: Translation("园区场景", "scenarios over the public network")
    case .yes: CampusWords.yes.translation
    case .missing: CampusWords.missing.translation
    case .no: CampusWords.no.translation
    case .pilotsOpen: Translation("未达成", "not yet")
    case .pilotsMet: Translation("已达成", "met")
    case .campusesOpen: Translation("尚无所需网络", "no network yet")
    case .campusesBuilt: Translation("园区网络已建成", "network built")
    case .campusesPublic: Translation("公网即可", "runs on the public network")
    case .kind: Translation("类别", "kind")
    case .place: Translation("地点", "place")
    case .asked: Translation("要求", "asked for")
    case .asks: Translation("{1} 底前{0}", "{0} by {1}")
    case .stands: Translation("建成", "stands in")
    case .standsIn: Translation("{0}（{1}）", "{0} ({1})")
    case .price: Translation("单独的代价", "price alone")
    case .notProven: Translation("分层排期，不能证明", "none is proven with tiers")
    case .work: Translation("自身投资", "work of its own")
    case .industry: Translation("行业", "industry")
    case .network: Translation("具备网络", "has its network in")
    case .already: Translation("规划前", "before the plan")
    case .never: Translation("规划期内没有", "not within the plan")
    case .pilotsLeftOut:
      Translation(
        "试点（菱形）只画在可操作的地图上，静态图片不含；见“应用试点”一节与 pilots.csv。",
        "Pilots (diamonds) are on the map to operate alone, not in the pictures; the section Pilots and pilots.csv have them."
      )
    case .campusesLeftOut:
      Translation(
        "园区（方块）只画在可操作的地图上，静态图片不含；见 campuses.csv。推算的园区不在真实位置。",
        "Campuses (squares) are on the map to operate alone, not in the pictures; campuses.csv has them. Estimated ones stand at no real campus' position."
      )
    case .factory: Translation("工厂", "factory")
    case .mine: Translation("矿山", "mine")
    case .port: Translation("港口", "port")
    case .gridStation: Translation("变电站或电厂", "substation or power plant")
    case .park: Translation("园区", "park")
    case .cluster: Translation("小企业集聚区", "small firms side by side")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    translation.text(language, values)
  }

  static func text(of kind: CampusKind, _ language: Language) -> String {
    MapMarkWords(rawValue: kind.rawValue)?.text(language) ?? kind.rawValue
  }
}
