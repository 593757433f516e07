/// Texts of the page of a comparison, in both languages, beside those that it shares with a plan's.
enum ComparisonWords: String, CaseIterable {
  case ahead, asMany, asMuch, money, half, level, sentenceEnd, never, fromStart
  case figures, mapsHeading, shows, base, planned, statusOf, statusDifference, timeDifference
  case byStatusDifference, byTimeDifference, byShare
  case higher2, higher1, lower1, lower2, sooner2, sooner1, later1, later2, same
  case reachTarget, targetShare, newStations, spent, help, alternative
  case counties, countiesNote, chartsHeading, chartTarget, chartSpent, chartQuarter, all,
    runsHeading
  case run, standard, scenario, firstQuarter, lastQuarter, network, modelled, repeatText, skip
  case district, wait

  /// Those that the maps' script shows, with the page's own.
  static let map: [ComparisonWords] = [
    .byStatusDifference, .byTimeDifference, .byShare, .higher2, .higher1, .lower1, .lower2,
    .sooner2, .sooner1, .later1, .later2, .same, .reachTarget, .targetShare, .newStations, .spent,
    .never, .fromStart, .figures,
  ]

  var translation: Translation {
    switch self {
    case .ahead:
      Translation(
        "{0} 领先于 {1}：到 {2} 达标人口 {3}（{4}），规划期内达标人年多 {5}",
        "{0} is ahead of {1}: by {2}, {3} residents have the target ({4}), with {5} more person-years of it over the plan"
      )
    case .asMany: Translation("持平", "as many")
    case .asMuch: Translation("持平", "as much")
    case .money: Translation("；支出 {0}（{1}）", "; it spends {0} ({1})")
    case .half:
      Translation(
        "；半数人口达标：{0}（后者：{1}）", "; half of all residents have it: {0} (the other: {1})")
    case .level:
      Translation(
        "没有方案领先：各方案的达标人年相同，到 {0} 达标人口 {1}，支出 {2}",
        "No run is ahead: all give the same person-years of the target, {1} residents by {0}; they spend {2}"
      )
    case .sentenceEnd: Translation("。", ".")
    case .never: Translation("期内未达标", "not by the end")
    case .fromStart: Translation("规划前已达标", "from the start")
    case .figures: Translation("各方案数字", "Figures of the runs")
    case .mapsHeading: Translation("同步地图", "Maps in step")
    case .shows: Translation("显示", "Shows")
    case .base: Translation("{0}（基准）", "{0} (base)")
    case .planned: Translation("{0}：规划后各县驻地的状态", "{0}: status of the counties' seats as planned")
    case .statusOf: Translation("{0} 的状态", "{0}")
    case .statusDifference:
      Translation("差异：该季度状态，{0} 比 {1}", "difference at the quarter: {0} against {1}")
    case .timeDifference:
      Translation("差异：达标早晚，{0} 比 {1}", "difference in time: {0} against {1}")
    case .byStatusDifference: Translation("该季度状态之差", "difference in status at the quarter")
    case .byTimeDifference: Translation("达标时间之差", "difference in when the target is reached")
    case .byShare: Translation("达标人口占比", "residents with the target")
    case .higher2: Translation("▲ 高两级以上", "▲ two or more statuses higher")
    case .higher1: Translation("▲ 高一级", "▲ one status higher")
    case .lower1: Translation("▼ 低一级", "▼ one status lower")
    case .lower2: Translation("▼ 低两级以上", "▼ two or more statuses lower")
    case .sooner2: Translation("▲ 早一年以上，或只有它达标", "▲ a year or more sooner, or only here")
    case .sooner1: Translation("▲ 早不到一年", "▲ less than a year sooner")
    case .later1: Translation("▼ 晚不到一年", "▼ less than a year later")
    case .later2: Translation("▼ 晚一年以上，或不再达标", "▼ a year or more later, or not any more")
    case .same: Translation("相同", "the same")
    case .reachTarget: Translation("达标", "target")
    case .targetShare: Translation("达标人口占比", "residents with the target")
    case .newStations: Translation("新增基站", "new stations")
    case .spent: Translation("支出", "spent")
    case .help:
      Translation(
        "各图同步移动、缩放、走时；每图上方选择显示哪个方案，或与基准的差异。",
        "The maps move, zoom and run in step; above each, choose the run it shows, or a difference from the base."
      )
    case .alternative:
      Translation(
        "可操作的地图 {0}：各行政区与建成区的覆盖状态随季度变化，或两方案之差。同样的数字见下方各表与 counties.csv。",
        "Map {0} to operate: the status of units and settlements by quarter, or the difference of two runs. The tables below and counties.csv hold the same figures."
      )
    case .counties: Translation("谁受益，谁受损", "Winners and losers")
    case .countiesNote:
      Translation(
        "得失按各季度达标人口之和，与基准 {0} 相比；从受益最多排到受损最多，单击表头可重排。",
        "By the residents with the target summed over the quarters, against the base {0}; from the greatest winner to the greatest loser. A click on a title sorts."
      )
    case .chartsHeading: Translation("逐季：覆盖与支出", "By quarter: coverage and money")
    case .chartTarget:
      Translation("达标人口占比（%，季度末）", "Residents with the target (%, end of quarter)")
    case .chartSpent: Translation("累计支出（{0}）", "Cumulative spending ({0})")
    case .chartQuarter: Translation("每季支出（{0}）", "Spending by quarter ({0})")
    case .all: Translation("全部指标", "All figures")
    case .runsHeading: Translation("方案、数据性质与局限", "The runs, kinds of data and caveats")
    case .run: Translation("方案", "run")
    case .standard: Translation("标准", "standard")
    case .scenario: Translation("情景", "scenario")
    case .firstQuarter: Translation("起始季度", "first quarter")
    case .lastQuarter: Translation("末季度", "last quarter")
    case .network: Translation("现网数据", "present network")
    case .modelled:
      Translation(
        "状态、基站与造价均为模型结果，不是测量；各方案的数据性质与局限见其 report.md。",
        "Statuses, stations and costs are modelled, not surveyed; each run's report.md has its kinds of data and caveats."
      )
    case .repeatText:
      Translation(
        "由各方案的文件夹写出，文件以 run.json 中的 SHA-256 核对过：",
        "Written from the folders of the runs, whose files were held to the SHA-256 in run.json:")
    case .skip: Translation("跳到正文", "Skip to the comparison")
    case .district: Translation("城区", "city")
    case .wait: Translation("平均等待（季）：{0}", "mean wait, quarters: {0}")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    translation.text(language, values)
  }
}
