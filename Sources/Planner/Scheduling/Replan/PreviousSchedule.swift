import Siting
public import Territory

/// The schedule that a replanning keeps as near to as it can.
public struct PreviousSchedule: Sendable {
  /// One package of it.
  public struct Entry: Hashable, Sendable {
    /// Id of the package.
    public let id: String
    /// Id of its settlement.
    public let settlement: String
    /// Name of its settlement, for people.
    public let name: String
    /// First and last quarter; nil where it was left out.
    public let span: ClosedRange<Quarter>?
    /// How it was to be built; empty where the schedule does not say.
    public let mode: String
    /// Payments, in order of time.
    public let payments: [Payment]

    /// An entry.
    public init(
      id: String, settlement: String, name: String, span: ClosedRange<Quarter>?, mode: String,
      payments: [Payment]
    ) {
      self.id = id
      self.settlement = settlement
      self.name = name
      self.span = span
      self.mode = mode
      self.payments = payments
    }
  }

  /// In the order of the file.
  public let entries: [Entry]

  /// A schedule of entries, each id once.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// A schedule that was just made.
  public init(_ schedule: Schedule) {
    let scheduled = schedule.packages.map { entry in
      Entry(
        id: entry.package.id, settlement: entry.package.settlement,
        name: entry.package.settlementName, span: entry.start...entry.finish, mode: entry.mode,
        payments: entry.payments)
    }
    let left = schedule.unscheduled.map { entry in
      Entry(
        id: entry.package.id, settlement: entry.package.settlement,
        name: entry.package.settlementName, span: nil, mode: "", payments: [])
    }
    entries = scheduled + left
  }
}
