/// What the dates of pilots cost the rest of the plan: the worth of the schedule without them less that with them,
/// in the objective's unit.
///
/// Both are worth of schedules that may lie below the best by a gap, so the price lies in an interval: at least what
/// was found without them less the bound with them, at most the bound without them less what was found with them.
public struct PilotPrice: Hashable, Sendable {
  /// Of the two schedules that were found.
  public let found: Double
  /// The least that it can be.
  public let low: Double
  /// The most that it can be.
  public let high: Double
  /// Whether the bounds are those of all schedules: one stage, not several tiers of which each was proven with
  /// those above it as they stood.
  public let isProven: Bool
  /// What the first of several tiers loses, which is proven; nil where one tier decides on all.
  public let firstTier: FirstTierLoss?

  /// The price of what sets two schedules apart.
  ///
  /// - Parameter isRelaxation: whether every schedule with the dates is one without them, worth as much: then the
  ///   price is never below 0.
  public init(
    without: ScheduleProof, with: ScheduleProof, isRelaxation: Bool,
    firstTier: FirstTierLoss? = nil
  ) {
    self.firstTier = firstTier
    isProven = without.stages.count <= 1 && with.stages.count <= 1
    let least = isProven && isRelaxation ? 0 : -Double.infinity
    found = max(least, without.value - with.value)
    low = max(least, without.value - with.bound)
    high = max(least, without.bound - with.value)
  }

  /// Without anything to build.
  public static let nothing = PilotPrice(found: 0, low: 0, high: 0, isProven: true)

  private init(found: Double, low: Double, high: Double, isProven: Bool) {
    self.found = found
    self.low = low
    self.high = high
    self.isProven = isProven
    firstTier = nil
  }
}

/// A package that pilots make later, or push out of the plan.
public struct PilotDisplacement: Hashable, Sendable {
  /// Which package.
  public let package: String
  /// Name of its settlement.
  public let settlementName: String
  /// Index of its finish without the pilots and with them; nil for left out.
  public let was: Int
  /// Index of the quarter it finishes in with them; nil where it is left out.
  public let now: Int?
  /// What it is worth less, in the objective's unit.
  public let lost: Double
}
