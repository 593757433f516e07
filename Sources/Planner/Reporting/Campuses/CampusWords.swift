import Siting
import Territory

/// Texts on campuses, in both languages.
enum CampusWords: String, CaseIterable {
  case title, heading, answer, costAnswer, indicative, estimated, scenario, cellNote, privateNote
  case repairs, count, quarter, enabledHeading, enabledNote, more, sum, share, already, never,
    scheduled
  case yes, missing, no, picture, example, kindOfRepair, campusMoney, counties, campuses, industry
  case nearestCounty = "nearest-county"
  case countyOfPosition = "county-of-position"
  case areaFromEmployees = "area-from-employees"
  case earliestIsFirst = "earliest-is-first"
  case nationalShares = "national-shares"
  case unknownCounty = "unknown-county"
  case outsideRegion = "outside-region"
  case otherGroup = "other-group"

  var translation: Translation {
    switch self {
    case .title:
      Translation("工业园区与“5G+工业互联网”场景", "Campuses and scenarios of 5G + industrial internet")
    case .heading: Translation("工业园区（5G+工业互联网）", "Campuses (5G + industrial internet)")
    case .answer:
      Translation(
        "{0} 个园区、{1} 个园区场景：公网即可 {2}，公网补建后可 {3}，公网不可 {4}（TDD {5}）。",
        "{0} campuses with {1} scenarios: {2} run over the public network, {3} with what is missing, {4} do not over the public network (TDD {5})."
      )
    case .costAnswer:
      Translation(
        "满足全部可满足需求的最低造价：{0}，{1} 个基站（含室内基带）。",
        "The cheapest networks that meet all that can be met: {0}, {1} stations, basebands of indoor systems among them."
      )
    case .indicative:
      Translation(
        "行业与场景名称为官方名称；所有指标与造价为参考值（indicative），时延为预算值，非实测。",
        "Names of industries and scenarios are official; requirements and prices are indicative, latencies a budget and not measured."
      )
    case .estimated:
      Translation(
        "园区由分行业就业人口推算（estimated），位置非真实园区位置。",
        "Campuses are estimated from employment by industry; they stand at no real campus' position."
      )
    case .scenario: Translation("场景", "scenario")
    case .cellNote:
      Translation("每格：可 / 补建后可 / 不可（园区数）。", "Each cell: yes / with what is missing / no, campuses.")
    case .privateNote:
      Translation(
        "公网不可的 {0} 个园区场景中，{1} 个可由专网（独立核心网）满足。",
        "Of {0} that do not run over the public network {1} do over a private one with a core of its own."
      )
    case .repairs: Translation("数据修正", "What was mended")
    case .count: Translation("数量", "count")
    case .quarter: Translation("季度", "quarter")
    case .enabledHeading: Translation("各季度可用的园区场景", "Scenarios enabled by quarter")
    case .enabledNote:
      Translation(
        "建设前已可用 {0} 个，规划期内不可用 {1} 个。",
        "Enabled before the first quarter: {0}; not inside the horizon: {1}.")
    case .more: Translation("新增", "more")
    case .sum: Translation("累计", "in all")
    case .share: Translation("占比", "share")
    case .already: Translation("已可用", "already")
    case .never: Translation("规划期内不可用", "not in time")
    case .scheduled:
      Translation(
        "园区：{0} 个园区网络排入计划，{1}；园区场景可用 {2} / {3}。",
        "Campuses: networks of {0} are scheduled for {1}; {2} of {3} scenarios enabled.")
    case .yes: Translation("公网可", "yes")
    case .missing: Translation("补建后可", "with what is missing")
    case .no: Translation("公网不可", "no")
    case .picture: Translation("行业与场景矩阵", "Industries by scenarios")
    case .example: Translation("例", "example")
    case .kindOfRepair: Translation("修正内容", "what")
    case .campusMoney:
      Translation(
        "分地区的表与地图的着色不含园区的资金与基站；图表中园区另成一行或一段。",
        "The table by region and the colours of the map leave out the campuses' money and stations; charts have them as a row or part of their own."
      )
    case .counties: Translation("县区", "counties")
    case .campuses: Translation("园区数", "campuses")
    case .industry: Translation("行业", "industry")
    case .nearestCounty: Translation("位置略在县界外，归入最近县区", "just outside every county: the nearest one")
    case .countyOfPosition:
      Translation("所填县区与位置不符，以位置为准", "another county stated: the position's one")
    case .areaFromEmployees: Translation("缺面积，按职工人数推算", "no area: estimated from employees")
    case .earliestIsFirst:
      Translation("最早季度早于规划期，按首季度计", "earliest before the horizon: its first quarter")
    case .nationalShares: Translation("县区无就业数据，用全国占比", "county without employment: national shares")
    case .unknownCounty:
      Translation("就业表中的县区不在地图上，未计入", "employment of a county not on the map: left out")
    case .otherGroup:
      Translation("园区所属网络组未计算，未计入", "campus of a network group that is not looked at: left out")
    case .outsideRegion:
      Translation("园区在所选区域之外，未计入", "campus outside the regions asked for: left out")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    translation.text(language, values)
  }

  static func text(of kind: CampusRepair.Kind, _ language: Language) -> String {
    CampusWords(rawValue: kind.rawValue)?.text(language) ?? kind.rawValue
  }
}
