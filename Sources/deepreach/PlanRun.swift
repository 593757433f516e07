import Coverage
import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import Territory

/// `deepreach plan`, from the settings to the run folder.
struct PlanRun {
  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() throws(UserError) {
    let timer = StageTimer()
    let progress = Progress(language: settings.language)
    try check()
    let models = settings.modelsPath.map { ModelFolder($0) }
    if let output = settings.output {
      try RunFolder(output).checkReplaceable()
      try models?.checkReplaceable(beside: RunFolder(output))
    }
    progress.begin(.stageRead, total: 0)
    let scene = try timer.measure("read") { () throws(UserError) in try Scene(settings) }
    let folder = RunFolder(settings.output ?? "runs/" + scene.defaultName)
    try folder.checkReplaceable()
    try models?.checkReplaceable(beside: folder)
    try settings.pdf?.check(outside: folder.path)
    let sited = try sited(scene, progress, timer)
    if let models {
      try timer.measure("models") { () throws(UserError) in
        try PlanModels(
          planners: sited.planners, present: sited.present, plans: sited.plans,
          keyPlaces: sited.keyPlaces
        ).write(to: models, threads: settings.threads)
      }
    }
    let result = try result(scene, sited, progress, timer)
    try write(result, of: scene, to: folder, progress, timer)
    progress.end()
    print(PlanSummary(result).text(settings.language))
    print(Message.written.text(settings.language, [folder.path]))
    if let pdf = settings.pdf {
      try pdf.write(page: folder.path + "/report.html")
      print(Message.written.text(settings.language, [pdf.path]))
    }
  }

  /// What can be refused before any work is done is refused then.
  func check() throws(UserError) {
    _ = try ScheduleLimits(
      from: settings.from, until: settings.until,
      budgetYuanPerQuarter: settings.budgetYuanPerQuarter ?? 1)
  }

  /// The network that stands, and what is missing from it.
  struct Sited: Sendable {
    let present: PresentNetwork
    let supply: CandidateSupply?
    /// By group.
    let planners: [SettlementPlanner]
    /// By group, in the places' order.
    let plans: [[SettlementPlan]]
    /// What key places ask for; nil where none were brought.
    let keyPlaces: PlanKeyPlaces?
  }

  func sited(
    _ scene: Scene, _ progress: Progress, _ timer: StageTimer
  ) throws(UserError) -> Sited {
    // A pilot that cannot be, or a book, is refused before any work is done.
    _ = try PlanPilots(scene)
    _ = try scene.greenBooks()
    let present = try PresentNetwork(
      scene, progress: progress, timer: timer)
    let supply = try scene.supply(beside: present.networks)
    let planners = planners(scene, present, supply)
    let keyPlaces =
      !scene.keyPlaces.isEmpty
      ? try timer.measure("key places") { () throws(UserError) in
        try PlanKeyPlaces(scene, present, planners)
      } : nil
    let plans = timer.measure("siting") { self.plan(planners, present, keyPlaces, progress) }
    return Sited(
      present: present, supply: supply, planners: planners, plans: plans, keyPlaces: keyPlaces)
  }

  /// What is built when, and what comes of it.
  func result(
    _ scene: Scene, _ sited: Sited, _ progress: Progress, _ timer: StageTimer
  ) throws(UserError) -> PlanResult {
    progress.begin(.stageSchedule, total: 0)
    let waitsFor = sited.present.readiness.map(\.waitsFor)
    let packages = sited.plans.flatMap { BackhaulOrder.packages(of: $0, waitsFor: waitsFor) }
    let scheduler = try scheduler(scene)
    let campuses = try timer.measure("campuses") { () throws(UserError) in
      try PlanCampuses(scene, sited)
    }
    let all = packages.map { RolloutPackage($0) } + (campuses?.packages ?? [])
    let plain = all.dated(by: scene.limits.deadlines ?? [])
    let pilots = try PlanPilots(scene, campuses: campuses)
    let tasks = try pilots?.tasks(sited.present, packages, scheduler.limits) ?? []
    let piloted = try timer.measure("schedule") { () throws(UserError) -> PilotSchedule in
      try PilotSchedule(tasks, among: plain, by: scheduler, replan: scene.replan)
    }
    let (rollout, schedule) = (piloted.packages, piloted.schedule)
    // What was begun has the cost that it really had.
    let begun = Dictionary(
      schedule.packages.map { ($0.package.id, $0.package) }, uniquingKeysWith: { $1 })
    var result = ResultAssembly(
      scene: scene, present: sited.present, plans: sited.plans,
      packages: (packages + tasks.compactMap(\.own)).map { begun[$0.id] ?? $0 },
      supply: sited.supply
    ).result(schedule)
    if settings.simulations > 0 {
      result.risk = try timer.measure("risk") { () throws(UserError) -> ScheduleRisk? in
        try scheduler.risk(of: schedule, rollout, scene.replan, settings)
      }
    }
    result.campuses = campuses?.result(schedule)
    if let keyPlaces = sited.keyPlaces {
      result.keyPlaces = try timer.measure("key places") { () throws(UserError) in
        try keyPlaces.result(scene, sited.present, sited.plans, schedule)
      }
    }
    if let pilots {
      try timer.measure("pilots") { () throws(UserError) in
        try pilots.complete(&result, piloted, scheduler)
      }
    }
    result.warnings = EarlyWarning.all(
      result.settlements, schedule, growth: scene.rolloutRates.demand)
    return result
  }

  func write(
    _ result: PlanResult, of scene: Scene, to folder: RunFolder, _ progress: Progress,
    _ timer: StageTimer
  ) throws(UserError) {
    progress.begin(.stageWrite, total: 0)
    var result = result
    result.power = try timer.measure("green") { () throws(UserError) in
      let books = try scene.greenBooks()
      return GreenResult(books, run: GreenRun(result, books: books))
    }
    try RunFiles(result: result, language: settings.language).writePlan(
      to: folder, boundaries: scene.boundaries, page: scene.pageSources(),
      manifest: scene.manifest(verb: "plan", result), timer: timer,
      timings: { scene.timings(timer) })
  }

  /// By group.
  private func planners(
    _ scene: Scene, _ present: PresentNetwork, _ supply: CandidateSupply?
  ) -> [SettlementPlanner] {
    let effort = SitingEffort(
      gap: settings.gap, visits: settings.effort,
      deadline: settings.timeLimitSeconds.map { ContinuousClock.now + .seconds($0) })
    return settings.groups.map { scene.planner($0, engine: present.engine, supply, effort: effort) }
  }

  /// Plans of every settlement asked for, by group, in the places' order.
  private func plan(
    _ planners: [SettlementPlanner], _ present: PresentNetwork, _ keyPlaces: PlanKeyPlaces?,
    _ progress: Progress
  ) -> [[SettlementPlan]] {
    progress.begin(.stageSiting, total: present.places.count * planners.count)
    return zip(planners, present.networks).enumerated().map { group, side in
      let (planner, network) = side
      return ConcurrentMap.map(count: present.places.count, threads: settings.threads) { index in
        defer { progress.advance() }
        return planner.plan(
          present.places[index], network: network, readiness: present.readiness[index],
          keyPoints: keyPlaces?.demand(group: group, at: present.places[index]))
      }
    }
  }

  private func scheduler(_ scene: Scene) throws(UserError) -> RolloutScheduler {
    let limits = try ScheduleLimits(
      from: settings.from, until: settings.until,
      budgetYuanPerQuarter: settings.budgetYuanPerQuarter ?? scene.publishedBudgetYuanPerQuarter)
    return RolloutScheduler(
      limits: limits, book: scene.limits, policy: settings.policy, objective: settings.objective,
      shares: scene.residentShares, rates: scene.rolloutRates,
      effort: ScheduleEffort(
        evaluations: settings.scheduleEffort, seed: UInt64(clamping: settings.seed)),
      threads: settings.threads)
  }
}
