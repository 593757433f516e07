import Geometry
import Reporting
import Scheduling

/// Plans of every cell of a grid, one after the other.
struct SweepRun {
  /// A cell before it is planned.
  private struct Task {
    let values: [String]
    /// Settings of the cell, or why there are none.
    let settings: Result<Settings, UserError>
    let folder: RunFolder?

    /// What bears on which sites are built, and not on when alone: cells that have it in common share
    /// the choice of sites. Nil where there is nothing to choose.
    var siting: String? {
      guard var settings = try? settings.get() else { return nil }
      settings.budgetYuanPerQuarter = nil
      settings.until = settings.from
      settings.policy = .strictTiers
      settings.simulations = 0
      settings.output = nil
      return try? ProjectFile(settings).yaml()
    }
  }

  private let keys: [String]
  private let tasks: [Task]

  /// What can be refused before any work is done is refused here.
  ///
  /// - Throws: DR-814 for an unknown scenario, DR-817 for a value of the wrong kind, DR-704 for a
  ///   folder that a run must not replace.
  init(project: ProjectFile, grid: SweepGrid, keep: String?) throws(UserError) {
    keys = grid.axes.map(\.key)
    var tasks: [Task] = []
    for (index, values) in grid.cells.enumerated() {
      var projects: [ProjectFile] = []
      for (axis, value) in zip(grid.axes, values) { projects.append(try axis.project(value)) }
      let name = projects.lazy.compactMap(\.scenario).first ?? project.scenario
      let scenario = try Scenario.named(name)
      let folder = keep.map { RunFolder("\($0)/cell-\(Self.number(index + 1, grid.cells.count))") }
      try folder?.checkReplaceable()
      tasks.append(
        Task(
          values: values, settings: Self.settings(project, scenario, projects), folder: folder))
    }
    self.tasks = tasks
  }

  /// Defaults, then the project, its scenario, and what is swept.
  private static func settings(
    _ project: ProjectFile, _ scenario: Scenario?, _ swept: [ProjectFile]
  ) -> Result<Settings, UserError> {
    do throws(UserError) {
      var settings = Settings()
      settings.threads = Processors.count
      try project.apply(to: &settings)
      try scenario?.apply(to: &settings)
      for project in swept { try project.apply(to: &settings) }
      return .success(try settings.checked())
    } catch {
      return .failure(error)
    }
  }

  /// Whole, with as many digits as the greatest has.
  private static func number(_ number: Int, _ greatest: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: String(greatest).count - digits.count) + digits
  }

  /// The cells in the grid's order. They are planned in the order of the sites they share, of which
  /// only one choice is held at a time.
  func cells() -> [SweepCell] {
    let sitings = tasks.map(\.siting)
    var first: [String?: Int] = [:]
    for (index, siting) in sitings.enumerated() where first[siting] == nil {
      first[siting] = index
    }
    let order = tasks.indices.sorted {
      (first[sitings[$0]] ?? 0, $0) < (first[sitings[$1]] ?? 0, $1)
    }
    var sited: (siting: String?, plan: PlanRun.Sited)?
    var outcomes: [Int: Result<ComparedRun, UserError>] = [:]
    for (done, index) in order.enumerated() {
      show(done, tasks[index])
      if sited?.siting != sitings[index] { sited = nil }
      do throws(UserError) {
        let (run, plan) = try run(tasks[index], sited?.plan)
        sited = (sitings[index], plan)
        outcomes[index] = .success(run)
      } catch {
        outcomes[index] = .failure(error)
      }
    }
    return tasks.enumerated().compactMap { index, task in
      outcomes[index].map { SweepCell(values: task.values, outcome: $0) }
    }
  }

  private func show(_ done: Int, _ task: Task) {
    guard Terminal.showsProgress else { return }
    let values = zip(keys, task.values).map { "\($0)=\($1)" }.joined(separator: " ")
    DeepReach.complain("[\(done + 1)/\(tasks.count)] \(values)")
  }

  /// - Parameter known: the network and the sites of a cell that shares them.
  private func run(
    _ task: Task, _ known: PlanRun.Sited?
  ) throws(UserError) -> (ComparedRun, PlanRun.Sited) {
    let settings = try task.settings.get()
    let plan = PlanRun(settings)
    let (progress, timer) = (Progress(language: settings.language), StageTimer())
    defer { progress.end() }
    try plan.check()
    let scene = try timer.measure("read") { () throws(UserError) in try Scene(settings) }
    let sited: PlanRun.Sited
    if let known { sited = known } else { sited = try plan.sited(scene, progress, timer) }
    let result = try plan.result(scene, sited, progress, timer)
    if let folder = task.folder {
      try plan.write(result, of: scene, to: folder, progress, timer)
    }
    guard let run = ComparedRun(result, label: task.values.joined(separator: " ")) else {
      preconditionFailure("a plan without a schedule")
    }
    return (run, sited)
  }
}
