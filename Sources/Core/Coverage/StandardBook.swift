public import Geometry
import Territory

/// Reads standards from YAML.
public enum StandardBook {
  /// Reads and checks a standard.
  ///
  /// - Throws: the reader's errors; DR-251 for a status without criteria, DR-410 for statuses that do not rise, DR-411 for a share without
  ///   rsrpDBm or pointProbability, DR-412 for a figure out of range.
  public static func read(path: String) throws(UserError) -> Standard {
    let standard = try BookReader.read(Standard.self, path: path)
    for kind in SettlementKind.allCases {
      let rules = standard.rules(for: kind)
      let statuses = rules.map(\.status)
      guard !statuses.isEmpty, statuses == statuses.sorted(), Set(statuses).count == statuses.count,
        !statuses.contains(.none)
      else {
        throw UserError(
          "DR-410", .badData, at: "\(path): \(kind.rawValue)",
          "statuses are \(statuses.map(\.rawValue).joined(separator: ", "))",
          remedy: "give reached, continuous, deep, each at most once, in that order")
      }
      for rule in rules {
        guard !rule.criteria.isEmpty else {
          throw UserError(
            "DR-251", .badData, at: "\(path): \(kind.rawValue)",
            "status \(rule.status.rawValue) has no criteria",
            remedy: "give at least one criterion, or leave the status out")
        }
        for criterion in rule.criteria { try check(criterion, at: "\(path): \(kind.rawValue)") }
      }
    }
    if let rule = standard.keyPlaces { try check(rule.criterion, at: "\(path): keyPlaces") }
    if let rule = standard.lines { try check(rule.criterion, at: "\(path): lines") }
    return standard
  }

  private static func check(_ criterion: Criterion, at place: String) throws(UserError) {
    let name = criterion.criterion.rawValue
    let isShare = criterion.criterion.isShare
    if criterion.criterion == .sinrShare {
      guard criterion.sinrDB != nil else {
        throw UserError(
          "DR-411", .badData, at: place, "\(name) lacks sinrDB", remedy: "give it in dB")
      }
    } else if isShare, criterion.layer == nil {
      throw UserError(
        "DR-411", .badData, at: place, "\(name) lacks rsrpDBm or pointProbability",
        remedy: "give both")
    }
    func require(_ figure: Figure?, _ range: ClosedRange<Double>, _ key: String) throws(UserError) {
      guard let figure, !range.contains(figure.value) else { return }
      throw UserError(
        "DR-412", .badData, at: place, "\(key) of \(name) is \(figure.value)",
        remedy: "give \(range.lowerBound) to \(range.upperBound)")
    }
    try require(criterion.threshold, isShare ? 0...1 : 0...1000, "threshold")
    try require(criterion.rsrpDBm, -156 ... -31, "rsrpDBm")
    try require(criterion.pointProbability, 0.01...0.99, "pointProbability")
    try require(criterion.uplinkMbps, 0.001...1000, "uplinkMbps")
    try require(criterion.sinrDB, -23...40, "sinrDB")
  }
}
