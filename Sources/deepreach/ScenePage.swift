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

  /// What power, back-up and carbon of the new stations rest on.
  ///
  /// - Throws: as ``GreenBook/read(path:)``.
  func greenBooks() throws(UserError) -> GreenBooks {
    GreenBooks(
      green: try GreenBook.read(path: geodata.path(GreenBook.file)), limits: limits,
      costs: books.costs, bands: books.bands)
  }

  /// The book of it for the manifest: name shown, path.
  var greenInput: (name: String, path: String) {
    (name: geodata.name(GreenBook.file), path: geodata.path(GreenBook.file))
  }

  /// Files of the page for the manifest: name shown, path.
  var pageInputs: [(name: String, path: String)] {
    PageAssets.files.map { (name: "geodata/" + $0, path: geodata.path($0)) }
  }
}
