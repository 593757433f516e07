import Coverage
import Geometry
import Scheduling
import Territory

/// Money and order: schedule.csv against packages.csv and the manifest.
struct ScheduleCheck {
  let packages: PackageRows
  let schedule: ScheduleRows
  /// Packages that had begun when the run was planned anew.
  var begun: Set<String> = []

  /// - Parameter leftYuan: money left at the schedule's end; nil where budget.csv does not say.
  func findings(_ manifest: Manifest, leftYuan: Int?) -> [Finding] {
    packages.findings + schedule.findings + matches() + order() + leftOut(leftYuan)
      + totals(manifest)
  }

  private var finished: [ScheduleRows.Row] { schedule.rows.filter(\.isScheduled) }

  private func finding(_ row: ScheduleRows.Row, _ code: String, _ problem: String) -> Finding {
    Finding(code, in: schedule.name, line: row.line, "\(row.package) \(problem)")
  }

  /// Every package stands once in the schedule, with the cost and the stations it has.
  private func matches() -> [Finding] {
    var findings: [Finding] = []
    var rest = packages.byID
    for row in schedule.rows {
      guard let package = rest.removeValue(forKey: row.package) else {
        findings.append(finding(row, "DR-737", "is bought twice, or is not in packages.csv"))
        continue
      }
      if package.costYuan != row.costYuan || package.stations != row.stations {
        findings.append(
          finding(
            row, "DR-738",
            "has \(row.stations) stations for \(row.costYuan), packages.csv says"
              + " \(package.stations) for \(package.costYuan)"))
      }
      let isNotFeasible = row.state == UnscheduledReason.notFeasible.rawValue
      if package.isFeasible == isNotFeasible {
        findings.append(
          finding(
            row, "DR-737",
            "is '\(row.state)', but \(package.isFeasible ? "" : "not ")feasible in packages.csv"))
      }
    }
    return findings
      + rest.keys.sorted().map {
        Finding("DR-737", in: schedule.name, "package \($0) is missing")
      }
  }

  /// Nothing starts before its prerequisite is finished.
  private func order() -> [Finding] {
    let finish = finishes
    return finished.compactMap { row in
      guard !begun.contains(row.package), let start = row.span?.lowerBound,
        let before = packages.byID[row.package]?.prerequisite
      else { return nil }
      if let done = finish[before], done <= start { return nil }
      return finding(row, "DR-739", "starts before its prerequisite \(before) is finished")
    }
  }

  private var finishes: [String: Quarter] {
    Dictionary(
      finished.compactMap { row in row.span.map { (row.package, $0.upperBound) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// A package is left out for lack of money only when the money that is left would not pay for it.
  private func leftOut(_ leftYuan: Int?) -> [Finding] {
    guard let leftYuan else { return [] }
    let finish = finishes
    return schedule.rows.compactMap { row in
      guard row.state == UnscheduledReason.budgetExhausted.rawValue, row.costYuan <= leftYuan,
        let package = packages.byID[row.package],
        package.prerequisite.map({ finish[$0] != nil }) ?? true
      else { return nil }
      return finding(
        row, "DR-742", "costs \(row.costYuan) and is left out, though \(leftYuan) are left")
    }
  }

  private func totals(_ manifest: Manifest) -> [Finding] {
    func compare(_ what: String, _ found: Int, _ said: Int?) -> Finding? {
      guard found != said else { return nil }
      return Finding(
        "DR-738", in: schedule.name,
        "scheduled packages sum to \(found) \(what), run.json says \(said.map(String.init) ?? "none")"
      )
    }
    return [
      compare("yuan", finished.reduce(0) { $0 &+ $1.paidYuan }, manifest.costYuan),
      compare("stations", finished.reduce(0) { $0 &+ $1.stations }, manifest.stations),
    ].compactMap { $0 }
  }

  /// Highest status that finished packages give.
  var risen: [NetworkPlace: CoverageStatus] {
    var risen: [NetworkPlace: CoverageStatus] = [:]
    for row in finished {
      guard let package = packages.byID[row.package], let status = package.to else { continue }
      risen[package.place] = max(risen[package.place] ?? .none, status)
    }
    return risen
  }

  /// What each quarter pays for packages that had begun.
  var paidAnyway: [Quarter: Int] {
    var paid: [Quarter: Int] = [:]
    for row in finished where begun.contains(row.package) {
      for payment in row.payments { paid[payment.quarter, default: 0] &+= payment.yuan }
    }
    return paid
  }

  /// What each quarter pays and finishes.
  var work: [Quarter: QuarterWork] {
    var work: [Quarter: QuarterWork] = [:]
    for row in finished {
      guard let finish = row.span?.upperBound, let package = packages.byID[row.package] else {
        continue
      }
      work[finish, default: QuarterWork()].finish(package)
      if row.paidYuan == 0 {
        work[finish, default: QuarterWork()].stationsBuilt &+= row.stations
      }
      for (payment, stations) in zip(row.payments, row.stationsBuilt()) {
        work[payment.quarter, default: QuarterWork()].paidYuan &+= payment.yuan
        work[payment.quarter, default: QuarterWork()].stationsBuilt &+= stations
      }
    }
    return work
  }
}

extension ScheduleRows.Row {
  /// Whole stations that each payment pays for; none for payments that are no part of the cost.
  func stationsBuilt() -> [Int] {
    var paidYuan = 0
    var done = 0
    return payments.map { payment in
      guard payment.yuan > 0, payment.yuan <= self.paidYuan - paidYuan else { return 0 }
      paidYuan += payment.yuan
      let total = self.paidYuan.dividingFullWidth(paidYuan.multipliedFullWidth(by: stations))
        .quotient
      defer { done = total }
      return total - done
    }
  }
}
