public import Geometry
public import Territory

/// Reads rules of reliability from YAML.
public enum ReliabilityRuleBook {
  /// Reads and checks a rule.
  ///
  /// - Parameter changes: figures that are other than in the file.
  /// - Throws: the reader's errors; DR-481 for a rule without a threshold, DR-482 for a figure out of range.
  public static func read(
    path: String, changes: [FigureChange] = []
  ) throws(UserError) -> ReliabilityRule {
    let rule = try BookReader.read(ReliabilityRule.self, path: path, changes: changes)
    try check(rule, at: path)
    return rule
  }

  /// Checks a rule that was made otherwise.
  ///
  /// - Throws: DR-481 and DR-482 as ``read(path:changes:)``.
  public static func check(_ rule: ReliabilityRule, at place: String) throws(UserError) {
    let served = rule.served
    let thresholds = [served.rsrpDBm, served.sinrDB, served.downlinkMbps, served.uplinkMbps]
    guard thresholds.contains(where: { $0 != nil }) else {
      throw UserError(
        "DR-481", .badData, at: "\(place): served", "no threshold is given",
        remedy: "give rsrpDBm, sinrDB, downlinkMbps or uplinkMbps")
    }
    func require(_ figure: Figure?, _ range: ClosedRange<Double>, _ key: String) throws(UserError) {
      guard let figure, !range.contains(figure.value) else { return }
      throw UserError(
        "DR-482", .badData, at: place, "\(key) is \(figure.value)",
        remedy: "give \(range.lowerBound) to \(range.upperBound)")
    }
    try require(served.rsrpDBm, -156 ... -31, "served.rsrpDBm")
    try require(served.sinrDB, -23...40, "served.sinrDB")
    try require(served.downlinkMbps, 0.001...100_000, "served.downlinkMbps")
    try require(served.uplinkMbps, 0.001...100_000, "served.uplinkMbps")
    try require(rule.cell.areaSquareMetres, 1...1e10, "cell.areaSquareMetres")
    try require(rule.requiredShare, 0.01...0.9999, "requiredShare")
    try require(rule.confidence, 0.5...0.9999, "confidence")
    try require(rule.leastSamples, 1...1e6, "leastSamples")
    try require(rule.leastClusters, 1...1e6, "leastClusters")
    try require(rule.leastAreaShare, 0...1, "leastAreaShare")
    try require(rule.leastClaimSquareKilometres, 0...1e7, "leastClaimSquareKilometres")
    try require(rule.blockMetres, 10...1e6, "blockMetres")
  }
}
