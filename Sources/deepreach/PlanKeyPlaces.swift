import Coverage
import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import Territory

/// Key places of a plan: which key points its stations have to serve, and what comes of them.
struct PlanKeyPlaces: Sendable {
  /// Of the network as it stands.
  let before: KeyPlaceResult
  /// By group.
  let choices: [KeyPlaceChoice]
  /// By group and id of a settlement.
  private let demands: [[String: KeyPointDemand]]

  /// Nil where no key places were brought.
  init?(
    _ scene: Scene, _ present: PresentNetwork, _ planners: [SettlementPlanner]
  ) throws(UserError) {
    guard let before = try AuditKeyPlaces(scene: scene, present: present).result() else {
      return nil
    }
    self.before = before
    let layer = before.rule.layer
    let places = Dictionary(
      present.places.map { ($0.settlement.id, $0) }, uniquingKeysWith: { first, _ in first })
    var choices: [KeyPlaceChoice] = []
    for (planner, group) in zip(planners, before.groups) {
      let servable = Self.servable(
        group.findings, by: planner, layer, at: places, threads: scene.settings.threads)
      choices.append(
        KeyPlaceChoice(
          group.findings, isServable: servable, threshold: before.rule.threshold.value))
    }
    self.choices = choices
    demands = choices.map { choice in
      choice.asked.compactMapValues {
        KeyPointDemand($0, layer: layer, cellMetres: Double(scene.settings.cellMetres))
      }
    }
  }

  /// What has to be served at a settlement; nil for nothing.
  func demand(group: Int, at place: AssessedPlace) -> KeyPointDemand? {
    demands[group][place.settlement.id]
  }

  /// What comes of it: with all packages built, and with those of the schedule.
  ///
  /// - Parameter plans: by group, in the places' order.
  func result(
    _ scene: Scene, _ present: PresentNetwork, _ plans: [[SettlementPlan]], _ schedule: Schedule
  ) throws(UserError) -> PlannedKeyPlaces {
    let audit = AuditKeyPlaces(scene: scene, present: present)
    let scheduled = Set(schedule.packages.map(\.package.id))
    var groups: [PlannedKeyPlaces.Group] = []
    for (position, known) in before.groups.enumerated() {
      let places = known.findings.map(\.place)
      let planned = plans[position].flatMap(\.sites)
      func findings(_ sites: [PlannedSite]) throws(UserError) -> [KeyPlaceFinding] {
        try audit.findings(
          places, before.rule,
          on: SiteIndex(present.networks[position].sites + sites.map(\.site)))
      }
      groups.append(
        PlannedKeyPlaces.Group(
          group: known.group, before: known.findings, states: choices[position].states,
          planned: try findings(planned),
          scheduled: try findings(planned.filter { scheduled.contains($0.package) }),
          packages: plans[position].flatMap(\.packages).filter { $0.purpose == .keyPlaces }))
    }
    return PlannedKeyPlaces(before: before, groups: groups)
  }

  /// Of each place and point whether a candidate of its settlement would serve it; not looked at where it is
  /// served, or lies outside all settlements.
  private static func servable(
    _ findings: [KeyPlaceFinding], by planner: SettlementPlanner, _ layer: CoverageLayer,
    at places: [String: AssessedPlace], threads: Int
  ) -> [[Bool]] {
    var open: [String: [(place: Int, point: Int)]] = [:]
    for (place, finding) in findings.enumerated() {
      for (point, settlement) in finding.settlements.enumerated() where !finding.served[point] {
        if let settlement { open[settlement, default: []].append((place, point)) }
      }
    }
    let tasks = open.sorted { $0.key < $1.key }
    let answers = ConcurrentMap.map(count: tasks.count, threads: threads) { index -> [Bool] in
      guard let place = places[tasks[index].key] else { return [] }
      return planner.servable(
        tasks[index].value.map { findings[$0.place].place.points[$0.point] }, layer: layer,
        at: place)
    }
    var servable = findings.map { $0.served.map { _ in false } }
    for (task, answer) in zip(tasks, answers) {
      for (entry, isServed) in zip(task.value, answer) {
        servable[entry.place][entry.point] = isServed
      }
    }
    return servable
  }
}
