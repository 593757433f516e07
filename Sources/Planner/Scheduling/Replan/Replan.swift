public import Geometry
import Siting
public import Territory

/// A new schedule of a rollout that is under way: what happened stands, what is committed stays where it can,
/// and the rest moves only as far as that is worth its cost.
public struct Replan: Sendable {
  /// First quarter that is still open.
  public let asOf: Quarter
  /// What was to begin in this many quarters from ``asOf`` on is committed.
  public let committedQuarters: Int
  /// What a quarter of move costs, as a share of what that quarter changes in the package's worth; nil for the
  /// book's.
  public let moveCost: Double?
  /// What has happened.
  public let actuals: RolloutActuals
  /// What was planned.
  public let previous: PreviousSchedule

  /// Quarters from ``asOf`` on that are committed unless told otherwise.
  public static let usualCommittedQuarters = 2
  /// What ``committedQuarters`` may be.
  public static let committedRange = 0...ScheduleLimits.greatestQuarters
  /// What ``moveCost`` may be.
  public static let moveCostRange = 0.0...100.0

  /// - Throws: `DR-670` for quarters or a cost out of range.
  public init(
    asOf: Quarter, committedQuarters: Int = Replan.usualCommittedQuarters, moveCost: Double? = nil,
    actuals: RolloutActuals, previous: PreviousSchedule
  ) throws(UserError) {
    guard Self.committedRange.contains(committedQuarters) else {
      throw UserError(
        "DR-670", .usage, at: "--committed-quarters", "\(committedQuarters) quarters",
        remedy: "give 0 to \(ScheduleLimits.greatestQuarters)")
    }
    guard moveCost.map(Self.moveCostRange.contains) ?? true else {
      throw UserError(
        "DR-670", .usage, at: "--move-cost", "\(moveCost ?? 0)", remedy: "give 0 to 100")
    }
    self.asOf = asOf
    self.committedQuarters = committedQuarters
    self.moveCost = moveCost
    self.actuals = actuals
    self.previous = previous
  }

  /// Packages with what happened of them and where they stood.
  ///
  /// - Parameter moveShare: what a quarter of move costs, with the book's figure in place of none.
  /// - Throws: `DR-670` for an ``asOf`` outside the horizon, `DR-671` for something built that is no package or
  ///   not feasible, `DR-672` for a start that is not in the past, `DR-674` for building outside the horizon.
  func packages(
    _ all: [RolloutPackage], in limits: ScheduleLimits, moveShare: Double
  ) throws(UserError) -> [RolloutPackage] {
    guard limits.from <= asOf, asOf <= limits.until else {
      throw UserError(
        "DR-670", .usage, at: "--as-of", "\(asOf) lies outside \(limits.from) to \(limits.until)",
        remedy: "give a quarter of the horizon, or another horizon")
    }
    let happened = try entries(of: all, in: limits)
    let before = Dictionary(previous.entries.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let packages = all.map { package in
      var package = package
      let id = package.work.id
      package.prior = before[id].map { entry in
        PriorPlace(
          span: entry.span, mode: entry.mode, payments: entry.payments, moveShare: moveShare)
      }
      if let entry = happened[id] {
        set(entry, in: &package)
      } else {
        package.earliest = max(package.earliest ?? asOf, asOf)
        // What had to start before and is not among what happened did not start.
        if let start = package.startFixed, start < asOf { package.startFixed = nil }
      }
      return package
    }
    return committed(packages)
  }

  private func set(_ entry: RolloutActuals.Entry, in package: inout RolloutPackage) {
    package.history = PackageHistory(
      started: entry.started, finished: entry.finished, mode: entry.mode,
      costYuan: entry.costYuan, asOf: asOf)
    if let costYuan = entry.costYuan { package.work = package.work.costing(costYuan) }
    package.earliest = nil
    package.deadline = nil
    package.startFixed = nil
  }

  private func entries(
    of packages: [RolloutPackage], in limits: ScheduleLimits
  ) throws(UserError) -> [String: RolloutActuals.Entry] {
    let known = Dictionary(
      packages.map { ($0.work.id, $0.work.feasible) }, uniquingKeysWith: { $1 })
    var entries: [String: RolloutActuals.Entry] = [:]
    for entry in actuals.entries {
      guard let isFeasible = known[entry.id] else {
        throw UserError(
          "DR-671", .badData, at: entry.place, "'\(entry.id)' is no package",
          remedy: "give ids of the packages that are scheduled")
      }
      guard isFeasible else {
        throw UserError(
          "DR-671", .badData, at: entry.place, "'\(entry.id)' was begun, but is not feasible",
          remedy: "make it feasible, or leave out the row")
      }
      guard entry.started < asOf else {
        throw UserError(
          "DR-672", .badData, at: entry.place,
          "'\(entry.id)' started in \(entry.started), which is not before \(asOf)",
          remedy: "leave out the row, or give a later --as-of")
      }
      guard limits.from <= entry.started, entry.finished ?? asOf <= limits.until else {
        throw Self.outside(entry.id, "\(entry.place): ", limits)
      }
      entries[entry.id] = entry
    }
    return entries
  }

  static func outside(_ id: String, _ place: String, _ limits: ScheduleLimits) -> UserError {
    UserError(
      "DR-674", .badData, at: place + id,
      "it was or will be built outside \(limits.from) to \(limits.until)",
      remedy: "start the horizon earlier or end it later (--from, --until)")
  }

  /// Marks what was to begin soon, and what that waits for and is not begun: it begins as soon as it can.
  private func committed(_ packages: [RolloutPackage]) -> [RolloutPackage] {
    let soon = asOf..<asOf.advanced(by: committedQuarters)
    var index: [String: Int] = [:]
    for (position, package) in packages.enumerated() { index[package.work.id] = position }
    var packages = packages
    var waiting = packages.indices.filter { position in
      packages[position].prior?.span.map { soon.contains($0.lowerBound) } ?? false
    }
    while let position = waiting.popLast() {
      let package = packages[position]
      guard package.history == nil, package.startFixed == nil, !package.isCommitted else {
        continue
      }
      packages[position].isCommitted = true
      waiting += package.prerequisites.compactMap { index[$0] }
    }
    return packages
  }
}
