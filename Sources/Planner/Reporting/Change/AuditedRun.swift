import Coverage
public import Geometry
import Radio
import Territory

/// An audit as its folder has it: what was found, and what it was made of.
public struct AuditedRun: Sendable {
  /// A criterion at a settlement.
  struct Criterion: Hashable, Sendable {
    let value: Double
    let threshold: Double

    /// Values have four decimals, and so have thresholds.
    var passed: Bool { value >= threshold }
  }

  /// Which criterion of which status.
  struct Key: Hashable, Comparable, Sendable {
    let status: CoverageStatus
    let criterion: CriterionKind

    static func < (one: Key, other: Key) -> Bool {
      (one.status, one.criterion.rawValue) < (other.status, other.criterion.rawValue)
    }
  }

  /// A settlement in one group's network.
  struct Place: Sendable {
    let settlement: String
    let group: NetworkGroup
    let name: String
    let kind: SettlementKind
    let province: String
    let prefecture: String
    let county: String
    let population: Int
    let stations: Int
    let status: CoverageStatus
    /// Figures that are data of the place, as text.
    let data: [String]
    let criteria: [Key: Criterion]

    /// The highest status that is asked for.
    var target: CoverageStatus { criteria.keys.map(\.status).max() ?? .none }
  }

  /// Path of the folder.
  public let path: String
  /// Files that it read.
  public let inputs: [FileDigest]
  /// Settings.
  public let project: JSONObject
  let toolVersion: String
  let places: [Place]
  /// Footprints by settlement.
  let footprints: [String: Geometry]

  /// Name of the standard.
  public var standard: String { project["standard"]?.string ?? "" }

  /// Reads a folder of `audit`, and nothing but it.
  ///
  /// - Throws: DR-702, DR-705 when there is no run, DR-718 for a run of another verb, DR-711 when
  ///   ``Verification`` finds something, DR-714 for a value of a table that cannot be.
  public init(reading folder: String) throws(UserError) {
    path = RunFolder(folder).path
    let file = "\(path)/\(RunFolder.manifestName)"
    let manifest = try Manifest(parsing: FileAccess.read(file), file: file)
    guard manifest.verb == "audit" else {
      throw UserError(
        "DR-718", .badData, at: path, "the run is of `\(manifest.verb)`",
        remedy: "give runs of `deepreach audit`; `deepreach compare` compares plans")
    }
    if let first = try Verification.findings(in: path).first {
      throw UserError(
        "DR-711", .badData, at: "\(path)/\(first.place)",
        "the run is not as it was written: \(first.problem)",
        remedy: "see `deepreach verify \(path)`; make the run again")
    }
    inputs = manifest.inputs
    project = manifest.project
    toolVersion = manifest.toolVersion
    let files = RunTables(folder: path)
    places = try Self.places(files.table("audit.csv"), folder: path)
    var footprints: [String: Geometry] = [:]
    for feature in try GeoJSONReader(source: "\(path)/audit.geojson")
      .features(in: files.bytes("audit.geojson"))
    {
      if let id = feature.properties["id"]?.string { footprints[id] = feature.geometry }
    }
    self.footprints = footprints
  }

  private static func places(
    _ table: RunTable, folder: String
  ) throws(UserError) -> [Place] {
    let keys = CoverageStatus.allCases.flatMap { status in
      CriterionKind.allCases.map { Key(status: status, criterion: $0) }
    }.filter { table.header.contains(AuditTable.column($0.status, $0.criterion.rawValue)) }
    var places: [Place] = []
    for row in table.rows {
      func refusal(_ problem: String) -> UserError {
        UserError(
          "DR-714", .badData, at: "\(folder)/\(table.name):\(row.line)", problem,
          remedy: "make the run again")
      }
      func known<Value: RawRepresentable<String>>(
        _ type: Value.Type, _ title: String
      ) throws(UserError) -> Value {
        let text = try table.text(row, title)
        guard let value = Value(rawValue: text) else { throw refusal("\(title) is '\(text)'") }
        return value
      }
      var criteria: [Key: Criterion] = [:]
      for key in keys {
        let column = AuditTable.column(key.status, key.criterion.rawValue)
        let (value, threshold) = (
          try table.text(row, column), try table.text(row, column + "_threshold")
        )
        if value.isEmpty { continue }
        guard let number = Double(value), let limit = Double(threshold), number.isFinite,
          limit.isFinite
        else { throw refusal("\(column) is '\(value)' of '\(threshold)'") }
        criteria[key] = Criterion(value: number, threshold: limit)
      }
      var data: [String] = []
      for title in ["population", "area_km2", "morphology", "kind", "grid_points"] {
        data.append(try table.text(row, title))
      }
      places.append(
        Place(
          settlement: try table.text(row, "settlement"),
          group: try known(NetworkGroup.self, "group"), name: try table.text(row, "name"),
          kind: try known(SettlementKind.self, "kind"),
          province: try table.text(row, "province"),
          prefecture: try table.text(row, "prefecture"), county: try table.text(row, "county"),
          population: try table.count(row, "population"),
          stations: try table.count(row, "stations"),
          status: try known(CoverageStatus.self, "status"), data: data, criteria: criteria))
    }
    return places
  }
}
