import Coverage
import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import Territory

/// A run's settings after defaults, project file and command line.
struct Settings: Sendable {
  var regions: [String] = []
  /// Folder of tables of units before the bundled ones; nil for those alone.
  var territoryPath: String?
  var standard = "deep-coverage"
  var groups: [NetworkGroup] = [.mobile, .unicom]
  var sitesPath: String?
  var sitesCrs = CoordinateSystem.wgs84
  var footprintsPath: String?
  /// Signals of readiness; nil where only the map is known.
  var signalsPath: String?
  var from = Quarter(year: 2021, quarter: 1)
  var until = Quarter(year: 2025, quarter: 4)
  /// Nil: the published investment, scaled to the region and the groups.
  var budgetYuanPerQuarter: Int?
  var policy = TierPolicy.strictTiers
  /// Relative gap at which the choice of a settlement's sites is good enough.
  var gap = SitingEffort.usualGap
  /// Visits of every entry of a settlement's coverage that the choice may take.
  var effort = SitingEffort.usualVisits
  /// Candidates that the planner brings; nil for the lattice alone.
  var candidatesPath: String?
  var candidatesCrs = CoordinateSystem.wgs84
  /// Whether only those may be built on.
  var candidatesOnly = false
  /// Areas where nothing new may be built.
  var forbiddenPath: String?
  /// Limits of the rollout: a bundled name or a file; nil for the bundled book.
  var limitsPath: String?
  /// What the schedule is best in.
  var objective = RolloutObjective.service
  /// Evaluations of the schedule's bound at most.
  var scheduleEffort = 400
  /// What is scheduled anew; nil where nothing has happened yet.
  var replan: ReplanSettings?
  /// Drawn worlds in which the schedule is carried out; 0 for none.
  var simulations = 0
  /// Pilots with dates; nil for none.
  var pilotsPath: String?
  /// How far decisions are; nil where nothing is known.
  var gatesPath: String?
  /// Whether the decisions that the schedule waits for are listed.
  var decisions = false
  /// A guard on the whole choice of sites.
  var timeLimitSeconds: Double?
  var cellMetres = 50
  var threads = 1
  var seed = 1
  var language = Language.english
  var output: String?
  /// Folder for the covering problems of a plan; nil for none.
  var modelsPath: String?
  /// The page of a plan as a PDF; nil for none.
  var pdf: PagePDF?
  /// Heights of the ground; nil where it is taken as flat.
  var demPath: String?
  /// Corrections of the path loss models.
  var calibrationPaths: [String] = []
  /// Rasters to write.
  var rasters: [SurfaceQuantity] = []
  /// Whether outlines of what is served are written.
  var polygons = false
  /// Key places; nil where none are looked at.
  var keyPlacesPath: String?
  var keyPlacesCrs = CoordinateSystem.wgs84
  /// Roads, railways and other lines; nil where none are looked at.
  var linesPath: String?
  var linesCrs = CoordinateSystem.wgs84
  /// Which column of the key places is which, where their titles do not tell.
  var columnsPath: String?
  /// Industrial campuses.
  var campuses = CampusSettings()
  /// Whether the cheapest way to close each failing criterion is looked for.
  var remedies = false
  /// Scenario that was laid over the project; nil without one.
  var scenario: Scenario?
  /// Figures of the books that are other than in the files.
  var bookChanges: [FigureChange] = []

  static let cellRange = 25...200
  static let threadRange = 1...256

  static let scheduleEffortRange = 1...1_000_000
  static let simulationRange = 0...100_000

  /// - Throws: DR-675 for too many simulations, DR-801 for a grid out of range, DR-802 for threads out of range, DR-803
  ///   to DR-805 for a gap, an effort or a time limit out of range, DR-806 for a lattice switched off
  ///   without candidates, DR-824 for remedies over terrain.
  func checked() throws(UserError) -> Settings {
    guard Self.cellRange.contains(cellMetres) else {
      throw UserError(
        "DR-801", .usage, at: "--grid", "\(cellMetres) m", remedy: "give 25 to 200 metres")
    }
    guard Self.threadRange.contains(threads) else {
      throw UserError(
        "DR-802", .usage, at: "--threads", "\(threads)", remedy: "give 1 to 256")
    }
    if candidatesOnly, candidatesPath == nil {
      throw UserError(
        "DR-806", .usage, at: "--candidates-only", "there are no candidates",
        remedy: "give them with --candidates FILE")
    }
    if remedies, demPath != nil {
      throw UserError(
        "DR-824", .usage, at: "--remedies", "sites are not chosen over terrain yet",
        remedy: "leave out --dem or --remedies")
    }
    guard (0...1).contains(gap) else {
      throw UserError("DR-803", .usage, at: "--gap", "\(gap)", remedy: "give 0 to 1")
    }
    guard (1...1e9).contains(effort) else {
      throw UserError("DR-804", .usage, at: "--effort", "\(effort)", remedy: "give 1 to 1e9")
    }
    guard Self.scheduleEffortRange.contains(scheduleEffort) else {
      throw UserError(
        "DR-807", .usage, at: "--schedule-effort", "\(scheduleEffort)",
        remedy: "give 1 to 1000000")
    }
    guard Self.simulationRange.contains(simulations) else {
      throw UserError(
        "DR-675", .usage, at: "--simulate", "\(simulations)", remedy: "give 0 to 100000")
    }
    guard (0...1e9).contains(timeLimitSeconds ?? 0) else {
      throw UserError(
        "DR-805", .usage, at: "--time-limit", "\(timeLimitSeconds ?? 0)",
        remedy: "give seconds from 0 up")
    }
    return self
  }
}
