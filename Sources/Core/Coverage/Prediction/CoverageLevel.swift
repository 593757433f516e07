public import Geometry

/// What a mast covers at one threshold of a quantity.
public struct CoverageLevel: Sendable {
  /// The threshold, in the quantity's unit.
  public let threshold: Double
  /// True area of the cells that reach it.
  public let squareKilometres: Double
  /// Distance of the farthest of them, true metres; 0 where there is none.
  public let rangeMetres: Double

  /// What values of a quantity cover.
  ///
  /// - Throws: DR-384 for a quantity of codes, which has no thresholds.
  public init(
    _ values: [Float], of quantity: PredictionQuantity, on grid: PredictionGrid,
    threshold: Double
  ) throws(UserError) {
    let reaches = try Self.rule(quantity, threshold)
    var count = 0
    var farthest = 0.0
    let columns = grid.raster.columns
    for (index, value) in values.enumerated() where reaches(value) {
      let offset = grid.offset(column: index % columns, row: index / columns)
      farthest = max(farthest, offset.x * offset.x + offset.y * offset.y)
      count += 1
    }
    self.threshold = threshold
    squareKilometres = Double(count) * grid.cellSquareMetres / 1e6
    rangeMetres = farthest.squareRoot()
  }

  /// The cells that reach a threshold as areas in degrees of EPSG:4490, with fewer positions, as
  /// `RasterPolygons.simplified` takes them. Nil where no cell does.
  ///
  /// - Throws: DR-384 for a quantity of codes, DR-103 when GEOS gives up, DR-111 and DR-112 for a
  ///   plane that cannot be transformed.
  public static func area(
    _ values: [Float], of quantity: PredictionQuantity, on grid: PredictionGrid,
    threshold: Double
  ) throws(UserError) -> Geometry? {
    let reaches = try rule(quantity, threshold)
    let outline = try RasterPolygons.outline(on: grid.raster) { reaches(values[$0]) }
    guard !outline.isEmpty else { return nil }
    let simple = try RasterPolygons.simplified(outline, on: grid.raster)
    var polygons: [[[Coordinate]]] = []
    for rings in simple.polygons {
      var moved: [[Coordinate]] = []
      for ring in rings { moved.append(try grid.plane.degrees(ofPlane: ring)) }
      polygons.append(moved)
    }
    return try Geometry.area(ofPolygons: polygons).makeValid()
  }

  private static func rule(
    _ quantity: PredictionQuantity, _ threshold: Double
  ) throws(UserError) -> (Float) -> Bool {
    let limit = Float(threshold)
    switch quantity.isBetterHigher {
    // A NaN is on neither side.
    case true?: return { $0 >= limit }
    case false?: return { $0 <= limit }
    case nil:
      throw UserError(
        "DR-384", .badData, at: quantity.rawValue, "it has no thresholds",
        remedy: "put another quantity first")
    }
  }
}
