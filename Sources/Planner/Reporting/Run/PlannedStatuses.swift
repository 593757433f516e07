public import Coverage
import Radio
public import Scheduling
import Siting
public import Territory

/// What a schedule makes of each settlement, in each group's network.
public struct PlannedStatuses: Sendable {
  private struct Key: Hashable {
    let settlement: String
    let group: NetworkGroup
  }

  private var rises: [Key: (status: CoverageStatus, quarter: Quarter)] = [:]

  /// By the packages of a schedule; nil raises nothing.
  public init(_ schedule: Schedule?) {
    for entry in schedule?.packages ?? [] {
      let key = Key(settlement: entry.package.settlement, group: entry.package.group)
      if let known = rises[key], known.status >= entry.package.to { continue }
      rises[key] = (entry.package.to, entry.finish)
    }
  }

  /// The status when the schedule is done; never below the audit's.
  public func status(after audit: SettlementAudit) -> CoverageStatus {
    max(audit.status, rise(audit)?.status ?? audit.status)
  }

  /// The quarter in which that status is reached; nil when it does not rise.
  public func quarter(after audit: SettlementAudit) -> Quarter? {
    guard let rise = rise(audit), rise.status > audit.status else { return nil }
    return rise.quarter
  }

  private func rise(_ audit: SettlementAudit) -> (status: CoverageStatus, quarter: Quarter)? {
    rises[Key(settlement: audit.settlement, group: audit.group)]
  }
}
