import Coverage
import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import Territory

/// Pilots and decisions of a plan, from their files to the result.
struct PlanPilots {
  private let scene: Scene
  /// With their settlements by id; those with positions as they are.
  private let pilots: [Pilot]
  private let book: PilotBook
  private let gates: GateBook
  private let states: GateFile
  private let campuses: PlanCampuses?

  /// Nil for a plan without either.
  ///
  /// - Parameter campuses: those of the plan; nil where there are none, or before they are known, when any may be one
  ///   of them.
  /// - Throws: `DR-925` to `DR-928`, `DR-955` and `DR-956` for pilots, `DR-934` to `DR-936` for gates, `DR-938` for
  ///   the book.
  init?(_ scene: Scene, campuses: PlanCampuses? = nil) throws(UserError) {
    guard scene.listsDecisions else { return nil }
    self.campuses = campuses
    self.scene = scene
    let settings = scene.settings
    book = try PilotBook.read(path: scene.geodata.path(PilotBook.file))
    let gates = try GateBook.read(path: scene.geodata.path(GateBook.file))
    self.gates = gates
    var pilots: [Pilot] = []
    if let path = settings.pilotsPath {
      let finder = PilotFinder(
        records: scene.records, selected: Set(scene.selected.map { scene.records[$0].id }),
        gazetteer: scene.gazetteer)
      let counties = try CountyFinder(scene)
      for pilot in try PilotFile(name: path, bytes: InputFile.bytes(at: path)).pilots {
        if case .position(let position) = pilot.place, counties.county(position) == nil {
          throw PilotFinder.outside(
            pilot, "\(position.longitude), \(position.latitude) lies in no county of the region")
        }
        pilots.append(try finder.resolved(pilot))
      }
      if campuses == nil { try PilotCampusCheck(scene).check(pilots) }
    }
    self.pilots = pilots
    guard let path = settings.gatesPath else {
      states = GateFile()
      return
    }
    states = try GateFile(
      name: path, bytes: InputFile.bytes(at: path), gates: gates.gates,
      places: Set(scene.records.map(\.id)).union(pilots.map(\.id))
    ) { id in
      campuses?.settlements.contains(id)
        ?? (settings.campuses.isWanted && id.hasPrefix(CampusFinding.prefix))
    }
  }

  /// What the pilots ask of the schedule.
  ///
  /// - Throws: `DR-929` to `DR-931`.
  func tasks(
    _ present: PresentNetwork, _ packages: [WorkPackage], _ limits: ScheduleLimits
  ) throws(UserError) -> [PilotTask] {
    guard !pilots.isEmpty else { return [] }
    var statuses: [PilotTasks.Place: CoverageStatus] = [:]
    for audit in present.audits.joined() {
      statuses[PilotTasks.Place(audit.settlement, audit.group)] = audit.status
    }
    let finder = PilotTasks(
      packages: packages + (campuses?.packages ?? []).map(\.work), statuses: statuses,
      groups: scene.settings.groups, limits: limits,
      yuanPerKilowattHour: scene.rolloutRates.yuanPerKilowattHour)
    let settlements = present.places.map(\.settlement)
    let byID = Dictionary(settlements.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let nearest = NearestSettlement(settlements)
    var tasks: [PilotTask] = []
    for pilot in pilots {
      let site = try site(pilot, byID, nearest, settlements)
      tasks.append(try finder.task(pilot, at: site))
    }
    return tasks
  }

  private func site(
    _ pilot: Pilot, _ byID: [String: Settlement], _ nearest: NearestSettlement,
    _ settlements: [Settlement]
  ) throws(UserError) -> PilotSite {
    switch pilot.place {
    case .position(let position):
      if let found = try nearest.find(position) {
        return PilotSite(
          settlements[found.index], position: position, distanceMetres: found.metres)
      }
    case .settlement(let id):
      if let settlement = byID[id] { return PilotSite(settlement) }
    case .campus(let id):
      if let (campus, position, home) = campuses?.pilotCampus(id) {
        let own = home.flatMap { byID[$0] }.map { [$0] } ?? settlements
        if let found = try NearestSettlement(own).find(position) {
          return PilotSite(
            own[found.index], position: position, distanceMetres: found.metres, campus: campus)
        }
      }
    case .named: break
    }
    throw PilotFinder.outside(pilot, "its place is not among the settlements of the run")
  }

  /// Adds what became of the pilots and who has to decide what.
  func complete(
    _ result: inout PlanResult, _ piloted: PilotSchedule, _ scheduler: RolloutScheduler
  ) throws(UserError) {
    if !pilots.isEmpty { result.pilots = try piloted.result(book) }
    result.decisions = try scheduler.decisions(
      of: piloted.schedule, piloted.packages, pilots: piloted.tasks, states: states,
      replan: scene.replan, book: gates)
  }
}
