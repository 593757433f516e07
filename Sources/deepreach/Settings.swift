import Coverage
import Geometry
import Radio
import Reporting
import Scheduling
import Territory

/// A run's settings after defaults, project file and command line.
struct Settings: Sendable {
  var regions: [String] = []
  var standard = "deep-coverage"
  var groups: [NetworkGroup] = [.mobile, .unicom]
  var sitesPath: String?
  var sitesCrs = CoordinateSystem.wgs84
  var footprintsPath: String?
  var from = Quarter(year: 2021, quarter: 1)
  var until = Quarter(year: 2025, quarter: 4)
  /// Nil: the published investment, scaled to the region and the groups.
  var budgetYuanPerQuarter: Int?
  var policy = TierPolicy.strictTiers
  var cellMetres = 50
  var threads = 1
  var seed = 1
  var language = Language.english
  var output: String?
  /// Heights of the ground; nil where it is taken as flat.
  var demPath: String?
  /// Rasters to write.
  var rasters: [SurfaceQuantity] = []
  /// Whether outlines of what is served are written.
  var polygons = false

  static let cellRange = 25...200
  static let threadRange = 1...256

  /// - Throws: DR-801 for a grid out of range, DR-802 for threads out of range.
  func checked() throws(UserError) -> Settings {
    guard Self.cellRange.contains(cellMetres) else {
      throw UserError(
        "DR-801", .usage, at: "--grid", "\(cellMetres) m", remedy: "give 25 to 200 metres")
    }
    guard Self.threadRange.contains(threads) else {
      throw UserError(
        "DR-802", .usage, at: "--threads", "\(threads)", remedy: "give 1 to 256")
    }
    return self
  }
}
