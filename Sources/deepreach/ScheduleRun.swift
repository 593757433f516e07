import Geometry
import Reporting
import Scheduling
import Siting
import Territory

/// `deepreach schedule` for packages of anybody's.
struct ScheduleRun {
  let file: String
  let settings: Settings
  let gap: Double
  let format: SiteFormat

  func run() throws(UserError) {
    let start = ContinuousClock.now
    guard (0...1).contains(gap) else {
      throw UserError("DR-658", .usage, at: "--schedule-gap", "\(gap)", remedy: "give 0 to 1")
    }
    _ = try ScheduleLimits(
      from: settings.from, until: settings.until,
      budgetYuanPerQuarter: settings.budgetYuanPerQuarter ?? 1)
    let target = settings.output.map { ScheduleTarget($0) }
    try target?.checkReplaceable()
    let geodata = try Geodata.locate()
    let books = try Books(geodata)
    let book = try LimitBook.read(
      path: Scene.limits(settings.limitsPath, geodata).path)
    if settings.simulations > 0 { try book.requiredRisk() }
    let file = try PackageFile(name: file, bytes: FileAccess.read(file))
    let replan = try settings.replan.map { settings throws(UserError) in
      try ReplanFiles(settings).replan
    }
    let limits = try ScheduleLimits(
      from: settings.from, until: settings.until,
      budgetYuanPerQuarter: settings.budgetYuanPerQuarter ?? enough(file, book, replan))
    let scheduler = RolloutScheduler(
      limits: limits, book: book, policy: settings.policy, objective: settings.objective,
      shares: file.residentShares,
      rates: books.rolloutRates(from: settings.from, until: settings.until),
      effort: ScheduleEffort(
        gap: gap, evaluations: settings.scheduleEffort, seed: UInt64(clamping: settings.seed)),
      threads: settings.threads)
    let packages = file.packages.dated(by: book.deadlines ?? [])
    let schedule = try scheduler.schedule(packages, replan: replan)
    let risk = try scheduler.risk(of: schedule, packages, replan, settings)
    try target?.write(schedule, risk: risk)
    let elapsed = ContinuousClock.now - start
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    let report = ScheduleVerbReport(schedule, settings.language, risk: risk)
    switch format {
    case .json:
      let value = report.json(seconds: seconds, peakMegabytes: SiteRun.peakMegabytes)
      try OutputFile.write(
        String(decoding: try value.serialized(pretty: true), as: UTF8.self) + "\n", to: "-")
    case .text:
      try OutputFile.write(report.text(), to: "-")
    }
  }

  /// Money for all packages at once, however they are built.
  private func enough(_ file: PackageFile, _ book: LimitBook, _ replan: Replan?) -> Int {
    var costs: [String: Int] = [:]
    for entry in replan?.actuals.entries ?? [] { costs[entry.id] = entry.costYuan }
    var sum = 1.0
    for package in file.packages {
      sum += Double(max(package.work.costYuan, costs[package.work.id] ?? 0))
      sum += (Double(package.work.stations) * book.dearestYuanPerStation).rounded(.up)
    }
    return Int(min(sum, Double(ScheduleLimits.greatestBudgetYuan)))
  }
}
