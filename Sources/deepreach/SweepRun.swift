import Geometry
import Reporting
import Scheduling

/// Plans of every cell of a grid, one after the other.
struct SweepRun {
  /// A cell before it is planned.
  private struct Task {
    let values: [String]
    let scenario: Scenario?
    /// What the cell says beyond project and scenario.
    let projects: [ProjectFile]
    let folder: RunFolder?
  }

  /// Sites of the cell before, which a cell that differs in time and money alone takes over.
  private final class Memory {
    var key = ""
    var sited: PlanRun.Sited?
  }

  private let project: ProjectFile
  private let keys: [String]
  private let tasks: [Task]

  /// What can be refused before any work is done is refused here.
  ///
  /// - Throws: DR-814 for an unknown scenario, DR-817 for a value of the wrong kind, DR-704 for a
  ///   folder that a run must not replace.
  init(project: ProjectFile, grid: SweepGrid, keep: String?) throws(UserError) {
    self.project = project
    keys = grid.axes.map(\.key)
    var tasks: [Task] = []
    for (index, values) in grid.cells.enumerated() {
      var projects: [ProjectFile] = []
      for (axis, value) in zip(grid.axes, values) { projects.append(try axis.project(value)) }
      let folder = keep.map { RunFolder("\($0)/cell-\(Self.number(index + 1, grid.cells.count))") }
      try folder?.checkReplaceable()
      tasks.append(
        Task(
          values: values,
          scenario: try Scenario.named(projects.lazy.compactMap(\.scenario).first ?? project.scenario),
          projects: projects, folder: folder))
    }
    self.tasks = tasks
  }

  /// Whole, with as many digits as the greatest has.
  private static func number(_ number: Int, _ greatest: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: String(greatest).count - digits.count) + digits
  }

  func cells() -> [SweepCell] {
    let memory = Memory()
    return tasks.enumerated().map { index, task in
      if Terminal.showsProgress {
        let values = zip(keys, task.values).map { "\($0)=\($1)" }.joined(separator: " ")
        DeepReach.complain("[\(index + 1)/\(tasks.count)] \(values)")
      }
      do throws(UserError) {
        return SweepCell(values: task.values, outcome: .success(try run(task, memory)))
      } catch {
        return SweepCell(values: task.values, outcome: .failure(error))
      }
    }
  }

  private func run(_ task: Task, _ memory: Memory) throws(UserError) -> ComparedRun {
    var settings = Settings()
    settings.threads = Processors.count
    try project.apply(to: &settings)
    try task.scenario?.apply(to: &settings)
    for project in task.projects { try project.apply(to: &settings) }
    settings = try settings.checked()
    let plan = PlanRun(settings)
    let (progress, timer) = (Progress(language: settings.language), StageTimer())
    defer { progress.end() }
    try plan.check()
    let scene = try timer.measure("read") { () throws(UserError) in try Scene(settings) }
    let key = Self.siting(settings)
    let sited: PlanRun.Sited
    if let known = memory.sited, memory.key == key {
      sited = known
    } else {
      memory.sited = nil
      sited = try plan.sited(scene, progress, timer)
    }
    (memory.key, memory.sited) = (key, sited)
    let result = try plan.result(scene, sited, progress, timer)
    if let folder = task.folder {
      try plan.write(result, of: scene, to: folder, progress, timer)
    }
    let name = task.values.joined(separator: " ")
    guard let run = ComparedRun(result, label: name, scenario: task.scenario?.name) else {
      preconditionFailure("a plan without a schedule")
    }
    return run
  }

  /// Settings that bear on what is built, and not on when alone.
  private static func siting(_ settings: Settings) -> String {
    var settings = settings
    settings.budgetYuanPerQuarter = nil
    settings.until = settings.from
    settings.policy = .strictTiers
    settings.output = nil
    return (try? ProjectFile(settings).yaml()) ?? ""
  }
}
