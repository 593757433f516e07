import Coverage

/// Texts of the report on claims, in both languages.
enum ClaimWords: String, CaseIterable {
  case title, answer, rule, claim, share, limits, samples, clusters, area, verdict, reason, more
  case confirmed, contradicted, unknown
  case noSamples = "no-samples"
  case tooFewSamples = "too-few-samples"
  case tooFewClusters = "too-few-clusters"
  case tooLittleArea = "too-little-area"
  case claimTooSmall = "claim-too-small"
  case spansRequirement = "spans-requirement"
  case moreClusters = "more-clusters"
  case cellsHeading = "cells-heading"
  case cells, inputHeading, rows, columns, guessedColumn, unusedColumns, cluster, alike
  case drive, device, block
  case deviceDay = "device-day"
  case refusedHeading = "refused-heading"
  case refusedRows, plannedSamples
  case problem, lines, missing, networks, planHeading, planLine, planUnsettled, caveat, shownOf
  case openQuote = "open-quote"
  case noPosition = "no-position"
  case outside, swapped, level, sinr, rate

  var translation: Translation {
    switch self {
    case .title: Translation("覆盖声明核查", "Claims of coverage against measurements")
    case .answer:
      Translation(
        "{0} 项声明：{1} 项证实，{2} 项不实，{3} 项未知。",
        "{0} claims: {1} confirmed, {2} contradicted, {3} unknown.")
    case .rule:
      Translation(
        "规则：{0}（{1}）；要求占比 {2}，单侧置信度 {3}。",
        "Rule: {0} ({1}); share required {2}, confidence {3} on one side.")
    case .claim: Translation("声明", "claim")
    case .share: Translation("达标占比", "share served")
    case .limits: Translation("置信界", "limits")
    case .samples: Translation("采样点", "samples")
    case .clusters: Translation("簇", "clusters")
    case .area: Translation("已测面积", "area sampled")
    case .verdict: Translation("结论", "verdict")
    case .reason: Translation("原因", "reason")
    case .more: Translation("还需", "more wanted")
    case .confirmed: Translation("证实", "confirmed")
    case .contradicted: Translation("不实", "contradicted")
    case .unknown: Translation("未知", "unknown")
    case .noSamples: Translation("没有采样点", "no samples")
    case .tooFewSamples: Translation("采样点不足", "too few samples")
    case .tooFewClusters: Translation("簇数不足", "too few clusters")
    case .tooLittleArea: Translation("已测面积不足", "too little of the area sampled")
    case .claimTooSmall: Translation("面积小于规则适用范围", "smaller than the rule speaks of")
    case .spansRequirement: Translation("置信界跨越要求值", "the limits span what is required")
    case .moreClusters: Translation("{0} 簇，{1} 点", "{0} clusters, {1} samples")
    case .refusedRows: Translation("行数", "rows")
    case .plannedSamples: Translation("补测方案 {0} 点", "the plan's {0} samples")
    case .cellsHeading: Translation("栅格", "Cells")
    case .cells: Translation("栅格数", "cells")
    case .inputHeading: Translation("读入的测量数据", "Measurements read")
    case .rows:
      Translation("{0}：{1} 行，采用 {2}，拒绝 {3}。", "{0}: {1} rows, {2} kept, {3} refused.")
    case .columns: Translation("列：{0}。", "Columns: {0}.")
    case .guessedColumn: Translation("按列名推测", "guessed by its title")
    case .unusedColumns: Translation("未使用的列：{0}。", "Columns not used: {0}.")
    case .cluster:
      Translation(
        "簇（相互关联的采样点）：{0}，共 {1} 个。", "Clusters, samples that hang together: {0}, {1} of them.")
    case .alike:
      Translation(
        "同簇采样点的相关系数：栅格内 {0}，声明内 {1}。",
        "Correlation of samples of a cluster: {0} in cells, {1} in claims.")
    case .drive: Translation("路线或日志列", "column of drives")
    case .device: Translation("终端（无时间列）", "device, as there is no time")
    case .block:
      Translation("按规则边长的方格（无路线、终端列）", "squares of the rule's side, as there is no drive or device")
    case .deviceDay: Translation("终端与日期", "day of a device")
    case .refusedHeading: Translation("拒绝的行", "Rows refused")
    case .problem: Translation("问题", "problem")
    case .lines: Translation("行号", "lines")
    case .missing: Translation("缺失值：{0}。", "Missing values: {0}.")
    case .networks: Translation("网络：{0}。", "Networks: {0}.")
    case .planHeading: Translation("补测方案（启发式）", "Where to measure next (a heuristic)")
    case .planLine:
      Translation("{0}：{1} 个采样点，至少 {2} 次测试。", "{0}: {1} samples on {2} drives at least.")
    case .planUnsettled:
      Translation(
        "{0}：{1} 个采样点，至少 {2} 次测试，按目前占比仍不能定论。",
        "{0}: {1} samples on {2} drives at least, which would not settle it at its present share.")
    case .shownOf: Translation("另有 {0} 项，见 claims.csv。", "{0} more in claims.csv.")
    case .caveat:
      Translation(
        "结论只对实际去过的地方成立：路测沿道路，终端随用户。每项结论各自保持置信度；大量刚好不达标的声明中，约二十分之一仍会被证实。",
        "Verdicts are on where was measured: drives keep to roads, devices to their owners. Each holds with its confidence by itself: of many claims that just miss, up to one in twenty is confirmed."
      )
    case .openQuote: Translation("引号未闭合", "a quote is not closed on its line")
    case .noPosition: Translation("经纬度不是数字", "the position is no number")
    case .outside: Translation("位置远离中国", "far from China")
    case .swapped: Translation("经纬度疑似颠倒", "longitude and latitude look swapped")
    case .level: Translation("SS-RSRP 超出 -156 至 -31 dBm", "SS-RSRP outside -156 to -31 dBm")
    case .sinr: Translation("SS-SINR 超出 -23 至 40 dB", "SS-SINR outside -23 to 40 dB")
    case .rate: Translation("速率超出 0 至 100000 Mbit/s", "a rate outside 0 to 100000 Mbit/s")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    translation.text(language, values)
  }

  /// The text of a key of the coverage module; the key itself where there is none.
  static func text(of key: String, _ language: Language) -> String {
    ClaimWords(rawValue: key)?.text(language) ?? key
  }
}
