import Coverage
import Radio

/// What coverage alone does not give: stations that a count asks for, and what SS-SINR and capacity are
/// short of once coverage is chosen by SS-RSRP.
extension SettlementConstruction {
  /// Adds stations until every count up to a status is met, the cheaper way first: second carriers on
  /// masts that are planned, or further candidates from the centre outward.
  mutating func fillUp(to target: CoverageStatus, _ counted: CountedStations) {
    while assessment.needsStations(state, for: target, planner.engine.stationShare) {
      if counted.prefersSecond, doubleUp() { continue }
      if let next = nextFree() {
        raise(next)
      } else if !doubleUp() {
        return
      }
    }
  }

  /// The audit after adding, one by one, the stations that SS-SINR or the lead ratio up to a status are
  /// short of: at most half as many as were chosen, and 8.
  mutating func repaired(to target: CoverageStatus, _ counted: CountedStations) -> SettlementAudit {
    var audit = audit
    var left = masts.count / 2 + 8
    while left > 0, audit.status < target,
      let short = audit.results.first(where: { $0.status <= target && !$0.passed })
    {
      switch CriterionKind(rawValue: short.criterion) {
      case .sinrShare:
        guard let candidate = bestForSignal(sinrDB: short) else { return audit }
        raise(candidate)
      case .leadRatio:
        if counted.prefersSecond, doubleUp() { break }
        if let next = nextFree() {
          raise(next)
        } else if !doubleUp() {
          return audit
        }
      default: return audit
      }
      repairStations += 1
      left -= 1
      audit = self.audit
    }
    return audit
  }

  /// Of the free candidates that serve most cells of too low an SS-SINR, the one after which most cells
  /// of the settlement have enough; nil where none gives more than there is. The next from the centre where the
  /// standard has no layer.
  private mutating func bestForSignal(sinrDB short: CriterionResult) -> Int? {
    let item = assessment.criteria.first {
      $0.criterion == .sinrShare && $0.status == short.status
    }
    guard let interference = planner.engine.interference, let sinrDB = item?.sinrDB,
      let weak = state.surface?.cells(belowSINR: sinrDB, interference)
    else { return nil }
    // A standard without shares does not say what a candidate serves.
    guard !assessment.layers.isEmpty else { return nextFree() }
    var isWeak = [Bool](repeating: false, count: state.place.grid.cellCount)
    for cell in weak { isWeak[cell] = true }
    var scratch: [UInt16] = []
    var queue = GainQueue<Int>()
    for site in 0..<candidates.siteCount where isFree(site: site) {
      let candidate = candidates.first(site: site)
      let gain = candidates.cells(
        candidate, layer: 0, on: state.place.grid, scratch: &scratch
      ).count { isWeak[Int($0)] }
      if gain > 0 { queue.push(gain: gain, index: candidate) }
    }
    var best: (share: Double, candidate: Int)?
    for _ in 0..<8 {
      guard let entry = queue.pop() else { break }
      let handles = candidates.addCarriers(entry.index, to: &state)
      let cells = state.surface?.cells(belowSINR: sinrDB, interference).count ?? weak.count
      for handle in handles.reversed() { state.remove(handle) }
      let share = Double(weak.count - cells)
      if share > best?.share ?? 0 { best = (share, entry.index) }
    }
    return best?.candidate
  }
}
