import Coverage
import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import Territory

/// Campuses of a plan: what brings them public cells, their packages, and what the schedule makes of them.
struct PlanCampuses {
  private let scene: Scene
  private let source: CampusSource
  /// In the findings' order.
  private let sites: [Site]
  /// Those of the campuses that need one.
  let packages: [RolloutPackage]

  /// Public cells at a campus.
  private struct Site {
    let settlement: String?
    /// Whether they are there before the schedule.
    let isReached: Bool
    /// Package that brings them; nil where they are there, or never come.
    let bringer: String?
  }

  /// Nil where no campuses were asked for.
  init?(_ scene: Scene, _ sited: PlanRun.Sited) throws(UserError) {
    guard scene.settings.campuses.isWanted else { return nil }
    let source = try CampusSource(scene)
    self.scene = scene
    self.source = source
    let cells = PublicCells(scene, sited)
    sites = source.findings.map { finding in
      let place = cells.place(at: finding.campus.position, county: finding.campus.county)
      let (isReached, bringer) = cells.reach(place, finding.group)
      return Site(
        settlement: place.map { scene.records[scene.selected[$0]].id }, isReached: isReached,
        bringer: bringer)
    }
    packages = zip(source.findings, sites).compactMap { finding, site in
      let hangs = finding.configuration.usesMacro
      guard
        let work = finding.package(
          province: scene.gazetteer.lineage(of: finding.campus.county).last ?? "",
          prerequisite: hangs ? site.bringer : nil,
          isServed: !hangs || site.isReached || site.bringer != nil, book: source.book,
          costs: scene.books.costs)
      else { return nil }
      var package = RolloutPackage(work)
      package.earliest = finding.campus.earliest
      return package
    }
  }

  /// What stands for each in place of a settlement.
  var settlements: Set<String> {
    Set(source.findings.map { CampusFinding.prefix + $0.campus.id })
  }

  /// A campus as a pilot sees it, its position, and the settlement whose cells reach it; nil where there is none of
  /// the id.
  func pilotCampus(_ id: String) -> (
    campus: PilotCampus, position: Coordinate, settlement: String?
  )? {
    guard let index = source.findings.firstIndex(where: { $0.campus.id == id }) else { return nil }
    let (finding, site) = (source.findings[index], sites[index])
    let isPublic = finding.configuration.parts.isEmpty
    let hangs = isPublic || finding.configuration.usesMacro
    let campus = PilotCampus(
      id: id, name: finding.campus.name, group: finding.group,
      scenarios: finding.scenarios.count, enabled: finding.scenarios.count { $0.isMet },
      package: isPublic ? nil : finding.packageID, bringer: hangs ? site.bringer : nil,
      isServed: !hangs || site.isReached || site.bringer != nil)
    return (campus, finding.campus.position, site.settlement)
  }

  /// What the schedule makes of them.
  func result(_ schedule: Schedule) -> CampusResult {
    let scheduled = Dictionary(
      schedule.packages.map { ($0.package.id, $0) }, uniquingKeysWith: { first, _ in first })
    return CampusResult(
      book: source.book, pattern: source.pattern.name, gazetteer: scene.gazetteer,
      outcomes: zip(source.findings, sites).map { finding, site in
        let reach: PublicReach =
          site.isReached
          ? .already
          : site.bringer.flatMap { scheduled[$0] }.map { .from($0.finish) } ?? .never
        return CampusOutcome(
          finding: finding, settlement: site.settlement, reach: reach,
          scheduled: scheduled[finding.packageID])
      }, set: source.set, isScheduled: true,
      packages: packages.map { scheduled[$0.work.id]?.package ?? $0.work })
  }
}

/// Which settlement's cells reach a position, and when.
private struct PublicCells {
  private let sited: PlanRun.Sited
  private let groups: [NetworkGroup]
  /// Seats of the settlements asked for by county, with the settlement's index.
  private let seats: [String: [(position: Coordinate, place: Int)]]

  /// Least status with which cells reach a campus at a settlement's edge.
  private static let least = CoverageStatus.continuous

  init(_ scene: Scene, _ sited: PlanRun.Sited) {
    self.sited = sited
    groups = scene.settings.groups
    var seats: [String: [(position: Coordinate, place: Int)]] = [:]
    for (place, index) in scene.selected.enumerated() {
      for (seat, county) in scene.records[index].seats {
        seats[county, default: []].append((seat.position, place))
      }
    }
    self.seats = seats
  }

  /// Index of the settlement whose seat in the county is nearest; nil where the county has none.
  func place(at position: Coordinate, county: String) -> Int? {
    let plane = Albers.china.project(position)
    return (seats[county] ?? []).min { one, other in
      let (a, b) = (
        Self.square(Albers.china.project(one.position), plane),
        Self.square(Albers.china.project(other.position), plane)
      )
      return (a, one.place) < (b, other.place)
    }?.place
  }

  private static func square(_ one: Coordinate, _ other: Coordinate) -> Double {
    (one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)
  }

  /// Whether they are there, and the package that brings them.
  func reach(_ place: Int?, _ group: NetworkGroup) -> (isReached: Bool, bringer: String?) {
    guard let place, let index = groups.firstIndex(of: group) else { return (false, nil) }
    if sited.present.audits[index][place].status >= Self.least { return (true, nil) }
    let package = sited.plans[index][place].packages.first { $0.to >= Self.least }
    return (false, package?.id)
  }
}
