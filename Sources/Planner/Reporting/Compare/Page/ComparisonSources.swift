public import Geometry
public import Territory

/// What the page of a comparison is made of beside the runs.
public struct ComparisonSources: Sendable {
  /// Names and parents of units.
  public let gazetteer: Gazetteer
  /// Borders of the maps.
  public let boundaries: Boundaries
  /// Style and scripts.
  public let assets: PageAssets

  /// The sources of a page.
  public init(gazetteer: Gazetteer, boundaries: Boundaries, assets: PageAssets) {
    self.gazetteer = gazetteer
    self.boundaries = boundaries
    self.assets = assets
  }

  /// Those of the bundled data.
  ///
  /// - Throws: what their readers throw.
  public init(_ geodata: Geodata) throws(UserError) {
    self.init(
      gazetteer: try Gazetteer(geodata), boundaries: try Boundaries(geodata),
      assets: try PageAssets(geodata, files: PageAssets.comparisonFiles))
  }
}
