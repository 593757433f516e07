import Territory
import Siting

/// The steps of a package in time: survey, permit, power, build, optimise, one after the other.
struct PackageSteps {
  let durations: LimitBook.Durations
  /// A quarter's days, a fourth of a year's.
  static let quarterDays = 365.25 / 4

  /// A package's quarters, and the parts of its permits and of its building that fall into each.
  struct Plan: Hashable {
    let quarters: Int
    let permitShares: [Int]
    let buildShares: [Int]
  }

  /// - Parameters:
  ///   - buildQuarters: quarters that the building takes at least, as the limits leave it no more.
  ///   - permitQuarters: quarters that the permits of new masts take at least, for the same reason.
  ///   - quarters: how long all of it takes, when that is given.
  func plan(
    _ work: WorkPackage, buildQuarters: Int, permitQuarters: Int = 1, quarters: Int?
  ) -> Plan {
    if let quarters {
      let even = Self.even(quarters)
      return Plan(quarters: quarters, permitShares: even, buildShares: even)
    }
    let permits =
      work.newSites > 0 ? durations.newMastPermitDays.value : durations.permitDays.value
    let survey = durations.surveyDays.value
    let start = survey + permits + durations.powerDays.value
    if max(buildQuarters, permitQuarters) > 1 {
      // The building fills whole quarters, the first with what comes before it; tuning goes beside. Masts are
      // built no faster than they are permitted.
      let lead = Int((start / Self.quarterDays).rounded(.down))
      let shares =
        [Int](repeating: 0, count: lead) + Self.even(max(buildQuarters, permitQuarters))
      let first = min(lead, Int(survey / Self.quarterDays))
      var permit = [Int](repeating: 0, count: shares.count)
      permit.replaceSubrange(first..<first + permitQuarters, with: Self.even(permitQuarters))
      return Plan(quarters: shares.count, permitShares: permit, buildShares: shares)
    }
    let end = start + max(1, durations.buildDays.value)
    let total = end + durations.optimiseDays.value
    let count = max(1, Int((total / Self.quarterDays).rounded(.up)))
    return Plan(
      quarters: count, permitShares: Self.shares(survey, survey + max(1, permits), count),
      buildShares: Self.shares(start, end, count))
  }

  private static func even(_ count: Int) -> [Int] {
    (0..<count).map { index in
      ResourceUse.whole * (index + 1) / count - ResourceUse.whole * index / count
    }
  }

  /// Parts in a million of an interval of days that fall into each quarter.
  private static func shares(_ from: Double, _ until: Double, _ count: Int) -> [Int] {
    var ends = (0..<count).map { index in
      let end = min(max(Double(index + 1) * quarterDays, from), until)
      return Int(((end - from) / (until - from) * Double(ResourceUse.whole)).rounded())
    }
    ends[count - 1] = ResourceUse.whole
    return ends.indices.map { ends[$0] - ($0 > 0 ? ends[$0 - 1] : 0) }
  }
}
