import Scheduling
import Territory

/// Texts on pilots and the places like them, in both languages.
enum PilotWords: String, CaseIterable {
  case heading, answer, price, priceWithin, priceByTier, pricePeople, priceUnknown, nothingToBuild,
    tooMany, firstTier, firstTierWithin, firstTierLoses
  case pilot, kind, place, by, stands, state, partners, ownCost, ownPrice, away, unknown
  case met, planned, late, missed
  case hospital, school, port, mine, park, other
  case scenicArea = "scenic-area"
  case displaced, displacedLater, displacedOut
  case similar, similarMeaning, rank, settlement, residents, distance, hasIt, why, none
  case times, sameKind, otherKind, sameMorphology, otherMorphology, readiness, signal, wait, already
  case signalUnknown, campuses

  var translation: Translation {
    switch self {
    case .heading: Translation("应用试点", "Pilots")
    case .answer:
      Translation(
        "试点 {0} 个：按期建成 {1} 个，现已满足 {2} 个，逾期 {3} 个，规划期内不建成 {4} 个。",
        "{0} pilots: {1} stand by their date, {2} are met already, {3} are late, {4} do not stand within the plan."
      )
    case .price:
      Translation(
        "这些期限使规划少 {0}（目标值的 {1}）；由两个排期及其上界，真值在 {2} 与 {3} 之间。",
        "Their dates cost the plan {0} ({1} of the objective); by the bounds of both schedules between {2} and {3}."
      )
    case .priceWithin:
      Translation(
        "该区间含 0：两个排期的上界分辨不出这个代价；加大 --schedule-effort 可缩小区间。",
        "The interval holds 0: the bounds of the two schedules cannot tell this price from nothing; more --schedule-effort narrows it."
      )
    case .priceByTier:
      Translation(
        "这些期限按类使规划少：{0}（负数为增加）。上层先于合计；上层在证明范围内（{1}）同样好的排期，留给下层的可以相差很大，因此第一层超出该范围的减少才确属试点所致；合计见 pilots.csv，并非证明。",
        "By kind of settlement their dates cost the plan: {0} (below 0: gained). Tiers go before any sum, and schedules that are equal in the first tier within its proof ({1}) leave very different rests to the others: only a loss of the first tier beyond that is surely the pilots' doing. pilots.csv has the sums, which are no proof."
      )
    case .firstTier:
      Translation(
        "已证明：第一层（先于其他类排期的项目，不含试点另加的）最多能达到的值因此减少 {0} 至 {1}；其余各层的减少未经证明，其上界只在上层不变时成立。",
        "Proven: what the first tier (the packages decided on before all others, without what pilots add to them) can be worth at most falls by {0} to {1}. Nothing is proven of the tiers below: their bounds hold only for the tiers above as they stand."
      )
    case .firstTierWithin:
      Translation(
        "该区间含 0：上界分辨不出第一层是否受损；加大 --schedule-effort 或可缩小区间。",
        "The interval holds 0: the bounds cannot tell whether the first tier loses at all; more --schedule-effort may narrow it."
      )
    case .firstTierLoses:
      Translation("第一层必有损失。", "The first tier loses for sure.")
    case .pricePeople:
      Translation(
        "相当于 {0} 位居民（优先级居中）晚一个季度得到深度覆盖。",
        "As much as {0} residents of a place of middling priority who wait a quarter longer for deep coverage."
      )
    case .priceUnknown:
      Translation(
        "没有找到不含试点的排期，代价未知。", "No schedule was found without them: what they cost is not known.")
    case .nothingToBuild:
      Translation("试点无需新建，不影响排期。", "They need nothing built, and cost the plan nothing.")
    case .tooMany:
      Translation(
        "多于 {0} 个试点，只求合计，不逐个求。", "More than {0} pilots: priced together only, not one by one.")
    case .pilot: Translation("试点", "pilot")
    case .kind: Translation("类别", "kind")
    case .place: Translation("地点", "place")
    case .by: Translation("期限", "by")
    case .stands: Translation("建成", "stands in")
    case .state: Translation("状态", "state")
    case .partners: Translation("合作部门", "partners")
    case .ownCost: Translation("自身投资", "work of its own")
    case .ownPrice: Translation("单独的代价", "price alone")
    case .away: Translation("{0}（相距 {1} km）", "{0} ({1} km away)")
    case .unknown: Translation("未知", "unknown")
    case .met: Translation("已满足", "met already")
    case .planned: Translation("按期", "in time")
    case .late: Translation("逾期", "late")
    case .missed: Translation("期内不建成", "not within the plan")
    case .hospital: Translation("医院", "hospital")
    case .school: Translation("学校", "school")
    case .port: Translation("港口", "port")
    case .scenicArea: Translation("景区", "scenic area")
    case .mine: Translation("矿山", "mine")
    case .park: Translation("园区", "park")
    case .other: Translation("其他", "other")
    case .displaced: Translation("因此推迟的项目", "What they displace")
    case .displacedLater:
      Translation("{0}（{1}）：{2} → {3}，少 {4}", "{0} ({1}): {2} → {3}, {4} less")
    case .displacedOut:
      Translation("{0}（{1}）：{2} → 未排入，少 {3}", "{0} ({1}): {2} → not scheduled, {3} less")
    case .similar: Translation("可复制的地方", "Where it can be repeated")
    case .similarMeaning:
      Translation(
        "距离 = 人口每翻一番、类别、形态、条件、信号、等待年数各自的差乘以权重之和（权重为判断，见 geodata/books/pilots.yaml）；逐项见 pilots-replication.csv。",
        "Distance: the differences in residents by doublings, kind, morphology, readiness, signal and years of waiting, each times its weight (judgement, geodata/books/pilots.yaml); pilots-replication.csv has every part."
      )
    case .rank: Translation("序", "rank")
    case .settlement: Translation("建成区", "settlement")
    case .residents: Translation("人口", "residents")
    case .distance: Translation("距离", "distance")
    case .hasIt: Translation("具备状态", "has the status")
    case .why: Translation("理由", "why")
    case .none: Translation("没有别的地方在规划期内具备所需状态。", "No other place has the status within the plan.")
    case .times: Translation("人口为试点的 {0} 倍", "{0} times the residents")
    case .sameKind: Translation("同类", "same kind")
    case .otherKind: Translation("不同类", "another kind")
    case .sameMorphology: Translation("形态相同", "same morphology")
    case .otherMorphology: Translation("形态差 {0} 级", "morphology {0} steps away")
    case .readiness: Translation("优先级差 {0}", "readiness differs by {0}")
    case .signal: Translation("相关信号差 {0}", "the signal differs by {0}")
    case .signalUnknown: Translation("相关信号未知，未计", "the signal is not known and not counted")
    case .campuses: Translation("园区", "campuses")
    case .wait: Translation("比试点晚 {0} 年具备状态", "has the status {0} years after the pilot")
    case .already: Translation("试点建成时已具备状态", "has the status when the pilot stands")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    translation.text(language, values)
  }

  static func text(of kind: PilotKind, _ language: Language) -> String {
    PilotWords(rawValue: kind.rawValue)?.text(language) ?? kind.rawValue
  }

  static func text(of state: PilotState, _ language: Language) -> String {
    PilotWords(rawValue: state.rawValue)?.text(language) ?? state.rawValue
  }
}

extension RolloutObjective {
  /// An amount of the objective in words; of costs and carbon the positive is what is more to pay.
  func words(_ worth: Double, _ language: Language) -> String {
    let unit: Message =
      switch self {
      case .service, .earliest: .worthService
      case .cost: .worthYuan
      case .carbon: .worthCarbon
      }
    guard worth.isFinite else { return PilotWords.unknown.text(language) }
    return unit.text(language, [DecimalText.fixed(worth, decimals: worth.magnitude < 100 ? 2 : 0)])
  }

  /// Its unit in files.
  var unitName: String {
    switch self {
    case .service, .earliest: "weighted person-quarters"
    case .cost: "yuan"
    case .carbon: "t CO2"
    }
  }
}
