import Coverage
import Siting
import Territory

/// What is asked of a simulated schedule.
struct RiskAims {
  /// An aim, what belongs to it, and its date.
  struct Entry {
    let aim: ScheduleRisk.Aim
    let activities: [Int]
    let leftOut: Int
    let planned: Quarter
    let by: Quarter
  }

  private(set) var entries: [Entry] = []
  private let schedule: Schedule
  private let packages: [RolloutPackage]
  /// Planned finish of each package; nil for what is left out.
  private let finishes: [Quarter?]

  /// - Parameter packages: in the order of the activities.
  init(_ schedule: Schedule, _ packages: [RolloutPackage], deadlines: [LimitDeadline]) {
    self.schedule = schedule
    self.packages = packages
    let known = Dictionary(
      schedule.packages.map { ($0.package.id, $0.finish) }, uniquingKeysWith: { first, _ in first })
    finishes = packages.map { known[$0.work.id] }
    for kind in SettlementKind.allCases {
      // What raises no status, as a pilot's own work, is no target.
      for status in CoverageStatus.allCases where status > .none {
        add(.target(kind, status), by: nil) { $0.kind == kind && $0.to == status }
      }
    }
    for deadline in deadlines {
      guard let kind = SettlementKind(rawValue: deadline.settlements),
        let status = CoverageStatus(rawValue: deadline.status)
      else { continue }
      add(.deadline(kind, status), by: deadline.by) {
        $0.kind == kind && $0.to > .none && $0.to <= status
      }
    }
    addPackages(deadlines)
  }

  private mutating func add(
    _ aim: ScheduleRisk.Aim, by date: Quarter?, _ belongs: (WorkPackage) -> Bool
  ) {
    // A campus is no settlement, whatever it is filed under.
    func isMeant(_ work: WorkPackage) -> Bool { work.purpose == .settlement && belongs(work) }
    let own = packages.indices.filter { finishes[$0] != nil && isMeant(packages[$0].work) }
    guard let planned = own.compactMap({ finishes[$0] }).max() else { return }
    entries.append(
      Entry(
        aim: aim, activities: own,
        leftOut: schedule.unscheduled.count { isMeant($0.package) }, planned: planned,
        by: date ?? planned))
  }

  /// Packages with a date of their own, which is earlier than any that the book gives them.
  private mutating func addPackages(_ deadlines: [LimitDeadline]) {
    let bare = packages.map { package in
      var bare = package
      bare.deadline = nil
      return bare
    }.dated(by: deadlines)
    for (index, package) in packages.enumerated() {
      guard let own = package.deadline, let planned = finishes[index],
        own < bare[index].deadline ?? Quarter(index: .max)
      else { continue }
      entries.append(
        Entry(
          aim: .package(package.work.id), activities: [index], leftOut: 0, planned: planned,
          by: own))
    }
  }
}
