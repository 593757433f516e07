/// Texts of the report on a calibration, in both languages.
enum CalibrationWords: String, CaseIterable {
  case title, answer, formula, errorsHeading, heldOut, inputHeading, input, caveat
  case group, squares, clusters, verdict, offset, slope, limits, distances
  case before, after, mean, deviation, median, gain, leftOut, used, otherNetwork, outsideRegion
  case ownSlope = "own-slope"
  case ownOffset = "own-offset"
  case pooledOffset = "pooled-offset"
  case tooFew = "too-few"
  case notBetter = "not-better"
  case implausible
  case noServer = "no-server"
  case tooNear = "too-near"
  case ambiguousServer = "ambiguous-server"
  case predictedLow = "predicted-low"
  case measuredLow = "measured-low"
  case drive, device, block
  case deviceDay = "device-day"
  case unknown

  var translation: Translation {
    switch self {
    case .title: Translation("传播模型校正", "A path loss model tuned by measurements")
    case .answer:
      Translation(
        "模型 {0}，频段 {1}：{3} 组中 {2} 组提供校正值。",
        "Model {0}, band {1}: a correction is offered for {2} of {3} groups.")
    case .formula:
      Translation(
        "校正后电平 = 预测电平 + 偏移 + 斜率 × log10(距离 / 参考距离)；超出实测距离范围时取边界值。未经要求不会应用。",
        "Tuned level = predicted level + offset + slope × log10(distance / reference); beyond the distances measured the value at their ends holds. Nothing is applied unless asked."
      )
    case .errorsHeading: Translation("留出误差", "Error on squares held out")
    case .heldOut:
      Translation(
        "误差 = 实测 − 预测，dB。按路线（簇）整体分为 {0} 折，校正后误差取自未参与拟合的簇。RMSE、MAE、均值、标准差含粗差；是否提供校正由对粗差有界的 Tukey 损失判定：留出损失的下降须超过其单侧 95% 置信界。",
        "Measured less predicted, dB. Whole clusters go to {0} folds, and each error after tuning is of a fit that did not see its cluster. RMSE, MAE, mean and standard deviation hold gross errors; whether a correction is offered is told by Tukey's loss, which bounds them: on squares held out it has to fall by more than its limit at 95 % on one side."
      )
    case .inputHeading: Translation("数据与剔除", "Data, and what was left out")
    case .input:
      Translation(
        "{0}：采样点 {1}，拒绝 {2} 行，缺电平或位置 {3}；20 米方格均值 {4} 个；簇：{5}；没有模型可用的载波高度组合 {6} 个。",
        "{0}: {1} samples, {2} rows refused, {3} without level or position; {4} means of squares of 20 m; clusters: {5}; {6} carriers with heights that no model takes."
      )
    case .caveat:
      Translation(
        "偏移包含终端天线、车体损耗和“多站取优”的增益，只对这类测量成立；路测沿道路，室内与小区内部未测。",
        "The offset holds the handset's antenna, the car's body and what choosing the best of several sites gains: it is for measurements of this kind. Drives keep to roads; courtyards and rooms were not measured."
      )
    case .group: Translation("组", "group")
    case .squares: Translation("方格", "squares")
    case .clusters: Translation("簇", "clusters")
    case .verdict: Translation("结果", "result")
    case .offset: Translation("偏移 dB", "offset dB")
    case .slope: Translation("斜率 dB/十倍", "slope dB/decade")
    case .limits: Translation("95% 界", "limits at 95 %")
    case .distances: Translation("参考距离（范围）m", "reference (range) m")
    case .before: Translation("校正前", "before")
    case .after: Translation("校正后", "after")
    case .mean: Translation("均值", "mean")
    case .deviation: Translation("标准差", "standard deviation")
    case .median: Translation("中位绝对误差", "median size")
    case .gain: Translation("损失下降", "fall of the loss")
    case .leftOut: Translation("剔除原因", "left out")
    case .used: Translation("参与拟合", "took part")
    case .otherNetwork: Translation("其他运营商，或无站址", "of another operator, or without sites")
    case .outsideRegion: Translation("区域之外", "outside the region")
    case .ownSlope: Translation("偏移与斜率", "offset and slope")
    case .ownOffset: Translation("仅偏移", "offset alone")
    case .pooledOffset:
      Translation("样本不足，取全频段偏移", "too few of its own: the band's offset")
    case .tooFew: Translation("不提供：样本或簇不足", "none: too few squares or clusters")
    case .notBetter: Translation("不提供：留出误差未改善", "none: no better on squares held out")
    case .implausible: Translation("不提供：偏移超过 60 dB", "none: the offset is beyond 60 dB")
    case .noServer: Translation("没有可预测的服务小区", "no server is predicted")
    case .tooNear:
      Translation("距站不足 {0} 米：定位误差占比大", "nearer than {0} m: positions are not good enough")
    case .ambiguousServer:
      Translation(
        "最强站领先不足 {1} dB：实际服务站不明",
        "the strongest site leads by less than {1} dB: who served is not known")
    case .predictedLow:
      Translation(
        "校正后预测低于 {2} dBm：只测得到偏强的一半，会抬高偏移",
        "tuned prediction below {2} dBm: only the better half is heard, which would lift the offset"
      )
    case .measuredLow:
      Translation("有采样点低于接收机底限 {3} dBm", "a sample below the receiver's floor of {3} dBm")
    case .drive: Translation("路线或日志列", "column of drives")
    case .device: Translation("终端（无时间列）", "device, as there is no time")
    case .block: Translation("1 千米方格", "squares of 1 km")
    case .deviceDay: Translation("终端与日期", "day of a device")
    case .unknown: Translation("未知", "unknown")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    values.enumerated().reduce(translation[language]) { text, value in
      text.split(separator: "{\(value.offset)}", omittingEmptySubsequences: false)
        .joined(separator: value.element)
    }
  }

  /// The text of a key of the coverage module.
  static func text(of key: String) -> CalibrationWords {
    CalibrationWords(rawValue: key) ?? .unknown
  }
}
