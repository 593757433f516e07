public import Radio
public import Territory

/// What the page of a plan is made of beside the plan's result.
public struct PageSources: Sendable {
  /// Borders of the map.
  public let boundaries: Boundaries
  /// Style and scripts.
  public let assets: PageAssets
  /// What was published of the country's stations, by date.
  public let published: [PublishedCount]
  /// Carbon of the country's grid, kilograms of carbon dioxide a kilowatt-hour.
  public let kilogramsPerKilowattHour: Double
  /// The same by province, where it has a factor of its own.
  public let provinceFactors: [String: Double]

  /// The sources of a page.
  public init(
    boundaries: Boundaries, assets: PageAssets, published: [PublishedCount],
    kilogramsPerKilowattHour: Double, provinceFactors: [String: Double] = [:]
  ) {
    self.boundaries = boundaries
    self.assets = assets
    self.published = published
    self.kilogramsPerKilowattHour = kilogramsPerKilowattHour
    self.provinceFactors = provinceFactors
  }

  /// Carbon of a province's grid, kilograms a kilowatt-hour.
  func kilogramsPerKilowattHour(in province: String) -> Double {
    provinceFactors[province] ?? kilogramsPerKilowattHour
  }
}
