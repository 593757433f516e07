import Coverage

extension RegisterReason.Outcome {
  /// In Chinese.
  var chinese: String {
    switch self {
    case .refused: "拒绝"
    case .leftOut: "略去"
    case .repaired: "修正"
    case .found: "存疑"
    }
  }
}

extension RegisterReason {
  /// In Chinese.
  var chinese: String {
    switch self {
    case .cells: "单元格数与列名数不符"
    case .quote: "引号未闭合"
    case .noPosition: "没有坐标"
    case .positionText: "坐标不是数字"
    case .nullPosition: "坐标为 0, 0"
    case .noSuchPlace: "该坐标系中没有这个位置"
    case .exchanged: "经纬度互换"
    case .group: "未知的运营商"
    case .technology: "未知的制式"
    case .band: "未知的频段"
    case .bandOfGroup: "该运营商在此频段没有配置"
    case .azimuth: "方位角无效"
    case .twoPlaces: "同一站点有两个位置"
    case .otherTechnology: "不是 5G"
    case .otherCountry: "属于其他国家"
    case .planned: "规划中"
    case .closed: "已关闭"
    case .duplicate: "与另一行完全相同"
    case .exchangedRepaired: "经纬度互换，已换回"
    case .heightMissing: "没有挂高，取默认值"
    case .heightRange: "挂高不在 1 至 500 米或不是数字，取默认值"
    case .heights: "同站小区挂高不同，取最常见者"
    case .places: "同站小区位置略有不同，取首个小区的位置"
    case .azimuthMissing: "没有方位角，按三扇区"
    case .manySectors: "方向超过 12 个，取前 12 个"
    case .outsideUnit: "不在所述区县内"
    case .unknownUnit: "所述区县未知"
    case .outsideChina: "在中国之外"
    case .power: "功率高于 80 dBm、低于 -30 dBm 或不是数字"
    case .tilt: "下倾角不在 -20 至 30 度或不是数字"
    case .status: "状态未知，按已有处理"
    case .bands: "频段与频率矛盾，以频段为准"
    case .antenna: "配置库没有此天线，取该频段的首个配置"
    }
  }
}
