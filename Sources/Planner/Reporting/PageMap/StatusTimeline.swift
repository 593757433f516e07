public import Coverage
import Radio
import Scheduling
import Siting
public import Territory

/// The status of every settlement from quarter to quarter, as the schedule finishes its packages.
public struct StatusTimeline: Sendable {
  /// A rise of a settlement.
  public struct Change: Hashable, Sendable {
    /// Index among the schedule's quarters.
    public let quarter: Int
    /// Status from that quarter on.
    public let status: CoverageStatus
  }

  /// Quarters of the schedule, in order; none without one.
  public let quarters: [Quarter]
  /// Rises of each settlement in order of time, in the settlements' order.
  public let changes: [[Change]]

  /// Of a run. A settlement has the lowest status of its groups.
  public init(_ result: PlanResult) {
    let quarters = result.schedule?.limits.quarters ?? []
    var rises: [String: [(finish: Quarter, group: NetworkGroup, to: CoverageStatus)]] = [:]
    for entry in result.schedule?.packages ?? [] {
      rises[entry.package.settlement, default: []].append(
        (entry.finish, entry.package.group, entry.package.to))
    }
    self.quarters = quarters
    changes = result.settlements.map { outcome in
      var statuses = outcome.groups.map(\.before.status)
      var status = outcome.status
      var changes: [Change] = []
      let own = (rises[outcome.settlement.id] ?? []).sorted {
        ($0.finish, $0.group.rawValue, $0.to) < ($1.finish, $1.group.rawValue, $1.to)
      }
      for rise in own {
        guard let index = result.groups.firstIndex(of: rise.group), statuses.indices ~= index
        else { continue }
        statuses[index] = max(statuses[index], rise.to)
        let lowest = statuses.min() ?? status
        guard lowest > status, let first = quarters.first else { continue }
        status = lowest
        let quarter = min(max(rise.finish.index - first.index, 0), quarters.count - 1)
        if changes.last?.quarter == quarter { changes.removeLast() }
        changes.append(Change(quarter: quarter, status: status))
      }
      return changes
    }
  }

  /// Statuses at the end of a quarter, in the settlements' order; nil for before the first.
  func statuses(_ result: PlanResult, at quarter: Int?) -> [CoverageStatus] {
    zip(result.settlements, changes).map { outcome, changes in
      guard let quarter else { return outcome.status }
      return changes.last { $0.quarter <= quarter }?.status ?? outcome.status
    }
  }
}
