import Coverage
public import Geometry
public import Scheduling
import Siting
import Territory

/// A run of `plan` with the power, batteries and carbon of its new stations.
public struct GreenRun: Sendable {
  /// The run's folder.
  public let path: String
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
    path = RunFolder(folder).path
    try Self.checkIsPlan(manifest, at: path)
    let run = try ComparedRun(reading: path)
    let files = RunTables(folder: path)
    let scheduled = try GreenSchedule(files)
    self.books = books
    var places: [GreenPlace] = []
    for place in run.places {
      places.append(
        GreenPlace(
          place, province: scheduled.province(of: place.settlement),
          packages: scheduled.packages[place.settlement] ?? [], books: books))
    }
    self.places = places
    caps = try EnergyCap.read(files.table("limits.csv"), books.limits)
    let hasTable = manifest.outputs.contains { $0.path == GreenCampus.file }
    campuses = try GreenCampus.all(
      scheduled.packages, hasTable ? files.table(GreenCampus.file) : nil, books)
    let units = try CountyUnit.read(in: path)
    let names = Dictionary(units.map { ($0.adcode, $0.name) }, uniquingKeysWith: { one, _ in one })
    let rollup = GreenRollup(places, batteries: books.green.batteries.count)
    counties = rollup.counties(names: names)
    provinces = rollup.provinces(names: provinceNames)
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

/// What the tables of a run say of packages that are built, by settlement.
private struct GreenSchedule {
  private(set) var packages: [String: [GreenPlace.Package]] = [:]
  private var provinces: [String: String] = [:]

  init(_ files: RunTables) throws(UserError) {
    let audit = try files.table("audit.csv")
    for row in audit.rows {
      provinces[try audit.text(row, "settlement")] = try audit.text(row, "province")
    }
    let file = try PackageFile(name: "packages.csv", bytes: files.bytes("packages.csv"))
    let works = Dictionary(
      file.packages.map { ($0.work.id, $0.work) }, uniquingKeysWith: { one, _ in one })
    let schedule = try files.table("schedule.csv")
    for row in schedule.rows where try schedule.text(row, "state") == ScheduleTable.scheduled {
      let (id, mode) = (try schedule.text(row, "package"), try schedule.text(row, "mode"))
      // A schedule without choice leaves it empty.
      guard let work = works[id], let supply = mode.isEmpty ? .grid : PowerSupply(rawValue: mode)
      else {
        throw UserError(
          "DR-944", .badData, at: "\(schedule.name):\(row.line)",
          works[id] == nil ? "\(id) is no package of the run" : "mode is '\(mode)'",
          remedy: "make the run again")
      }
      packages[work.settlement, default: []].append(
        GreenPlace.Package(
          work: work, supply: supply, supplyYuan: try schedule.count(row, "mode_yuan")))
    }
  }

  func province(of settlement: String) -> String { provinces[settlement] ?? "" }
}
