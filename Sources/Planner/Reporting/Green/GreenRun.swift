import Coverage
public import Geometry
public import Scheduling
import Siting
import Territory

/// A run of `plan` with the power, batteries and carbon of its new stations.
public struct GreenRun: Sendable {
  /// The run's folder; nil of a plan that is not written yet.
  public let path: String?
  /// The books that it was made by, and batteries.
  public let books: GreenBooks
  /// By id of the settlement.
  public let places: [GreenPlace]
  /// Counties and cities by adcode.
  public let counties: [GreenUnit]
  /// Provinces by adcode.
  public let provinces: [GreenUnit]
  /// All together.
  public let total: GreenUnit
  /// Caps on electricity in the order of `limits.csv`.
  public let caps: [EnergyCap]
  /// Campuses, where the run has any.
  public let campuses: [GreenCampus]
  /// All campuses together.
  public let campusTotal: GreenCampusSum

  /// Reads a run folder, and nothing but it.
  ///
  /// - Parameters:
  ///   - manifest: the folder's own.
  ///   - provinceNames: by adcode.
  /// - Throws: DR-940 for a run of another verb; as ``ComparedRun/init(reading:)`` for one that is not as it was written; DR-944 for a value of a table
  ///   that cannot be; what ``PackageFile`` throws.
  public init(
    reading folder: String, manifest: Manifest, books: GreenBooks, provinceNames: [String: String]
  ) throws(UserError) {
    let path = RunFolder(folder).path
    try Self.checkIsPlan(manifest, at: path)
    let run = try ComparedRun(reading: path)
    let files = RunTables(folder: path)
    let scheduled = try GreenSchedule(files)
    let hasTable = manifest.outputs.contains { $0.path == GreenCampus.file }
    let entries = hasTable ? try GreenCampus.entries(files.table(GreenCampus.file)) : [:]
    self.init(
      path: path, books, run.places, scheduled,
      caps: try EnergyCap.read(files.table("limits.csv"), books.limits),
      campuses: GreenCampus.all(scheduled.packages, entries, books),
      names: Names(
        counties: Dictionary(
          try CountyUnit.read(in: path).map { ($0.adcode, $0.name) },
          uniquingKeysWith: { one, _ in one }), provinces: provinceNames))
  }

  /// Of a plan at hand, as it would be of its folder; nil of an audit.
  public init?(_ result: PlanResult, books: GreenBooks) {
    guard let schedule = result.schedule, let run = ComparedRun(result, label: "") else {
      return nil
    }
    let scheduled = GreenSchedule(result, schedule)
    func names(_ level: UnitLevel) -> [String: String] {
      Dictionary(
        result.gazetteer.units.lazy.filter { $0.level == level }.map { ($0.adcode, $0.name) },
        uniquingKeysWith: { one, _ in one })
    }
    self.init(
      path: nil, books, run.places, scheduled,
      caps: EnergyCap.all(schedule.limitAccounts, books.limits),
      campuses: GreenCampus.all(
        scheduled.packages, result.campuses.map(GreenCampus.entries) ?? [:], books),
      names: Names(counties: names(.county), provinces: names(.province)))
  }

  /// Names by adcode.
  private struct Names {
    let counties: [String: String]
    let provinces: [String: String]
  }

  private init(
    path: String?, _ books: GreenBooks, _ compared: [ComparedPlace], _ scheduled: GreenSchedule,
    caps: [EnergyCap], campuses: [GreenCampus], names: Names
  ) {
    self.path = path
    self.books = books
    self.caps = caps
    self.campuses = campuses
    campusTotal = GreenCampusSum(campuses)
    places = compared.map { place in
      GreenPlace(
        place, province: scheduled.province(of: place.settlement),
        packages: scheduled.packages[place.settlement] ?? [], books: books)
    }
    let rollup = GreenRollup(places, batteries: books.green.batteries.count)
    counties = rollup.counties(names: names.counties)
    provinces = rollup.provinces(names: names.provinces)
    total = rollup.total
  }

  /// Refuses what has no schedule; to be asked before books are looked for.
  ///
  /// - Throws: DR-940 for a run of another verb.
  public static func checkIsPlan(_ manifest: Manifest, at path: String) throws(UserError) {
    guard manifest.verb == "plan" else {
      throw UserError(
        "DR-940", .badData, at: path, "the run is of `\(manifest.verb)`",
        remedy: "give the folder of a run of `deepreach plan`")
    }
  }
}
