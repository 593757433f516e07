public import Coverage
public import Radio
public import Scheduling
public import Territory

/// How many settlements of one kind have each status.
public struct StatusTally: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: CoverageStatus.allCases.count)

  /// No settlement.
  public init() {}

  /// Settlements with the status.
  public subscript(status: CoverageStatus) -> Int {
    get { counts[status.rank] }
    set { counts[status.rank] = newValue }
  }

  /// Settlements in all.
  public var total: Int { counts.reduce(0, +) }
}

/// Statuses of one kind of settlement in one group's network, before and after the plan.
public struct StatusCount: Hashable, Sendable {
  /// Whose network.
  public let group: NetworkGroup
  /// What kind of settlement.
  public let kind: SettlementKind
  /// By the audit.
  public var before = StatusTally()
  /// When all scheduled packages are finished.
  public var after = StatusTally()

  /// No settlement yet.
  public init(group: NetworkGroup, kind: SettlementKind) {
    self.group = group
    self.kind = kind
  }

  /// Counts the audits by group and kind, in that order; groups and kinds without a settlement are
  /// left out.
  ///
  /// - Parameter schedule: raises the statuses after; nil leaves them as before.
  public static func counts(
    of audits: [SettlementAudit], settlements: [Settlement], schedule: Schedule?
  ) -> [StatusCount] {
    let kinds = Dictionary(settlements.map { ($0.id, $0.kind) }) { first, _ in first }
    let planned = PlannedStatuses(schedule)
    return NetworkGroup.allCases.flatMap { group in
      SettlementKind.allCases.compactMap { kind in
        var count = StatusCount(group: group, kind: kind)
        for audit in audits where audit.group == group && kinds[audit.settlement] == kind {
          count.before[audit.status] += 1
          count.after[planned.status(after: audit)] += 1
        }
        return count.before.total > 0 ? count : nil
      }
    }
  }
}
