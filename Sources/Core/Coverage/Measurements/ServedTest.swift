import Territory

/// Says of each sample whether it is served by a rule.
struct ServedTest: Sendable {
  enum Outcome: Sendable { case served, unserved, missing }

  private let set: MeasurementSet
  private let rsrp: Float?
  private let sinr: Float?
  private let downlink: Float?
  private let uplink: Float?
  private let missing: Outcome

  init(_ rule: ServedRule, _ set: MeasurementSet) {
    self.set = set
    // Compared as Float, so that a value written like the threshold reaches it.
    rsrp = rule.rsrpDBm.map { Float($0.value) }
    sinr = rule.sinrDB.map { Float($0.value) }
    downlink = rule.downlinkMbps.map { Float($0.value) }
    uplink = rule.uplinkMbps.map { Float($0.value) }
    missing = rule.missing == .leftOut ? .missing : .unserved
  }

  /// A value that fails decides, whatever else is missing.
  func outcome(_ index: Int) -> Outcome {
    var isComplete = true
    func fails(_ column: [Float], _ threshold: Float?) -> Bool {
      guard let threshold else { return false }
      guard index < column.count, column[index].isFinite else {
        isComplete = false
        return false
      }
      return column[index] < threshold
    }
    if fails(set.rsrpDBm, rsrp) || fails(set.sinrDB, sinr) || fails(set.downlinkMbps, downlink)
      || fails(set.uplinkMbps, uplink)
    {
      return .unserved
    }
    return isComplete ? .served : missing
  }
}
