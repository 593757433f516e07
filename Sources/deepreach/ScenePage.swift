import Geometry
import Radio
import Reporting
import Scheduling
import Territory

/// What the page of a plan is made of.
extension Scene {
  /// Borders, style and scripts, what was published, carbon of the grid.
  func pageSources() throws(UserError) -> PageSources {
    PageSources(
      boundaries: boundaries, assets: try PageAssets(geodata),
      published: books.stations.published,
      kilogramsPerKilowattHour: rolloutRates.kilogramsPerKilowattHour,
      provinceFactors: (limits.emissionFactors ?? [:]).mapValues(\.value))
  }

  /// Files of the page for the manifest: name shown, path.
  var pageInputs: [(name: String, path: String)] {
    PageAssets.files.map { (name: "geodata/" + $0, path: geodata.path($0)) }
  }
}
