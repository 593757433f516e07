public import Geometry

/// The cells that a network serves at one settlement, layer by layer, while stations are added.
public struct CoverageState: Sendable {
  /// Where.
  public let place: AssessedPlace
  /// What it means for a cell to be served, by index of the masks.
  public let layers: [CoverageLayer]
  /// Served cells by layer.
  public private(set) var masks: [CoverageMask]
  /// Stations that stand at the settlement.
  public var stations = 0
  /// Stations whose outdoor signal, or mast, is at the settlement.
  public var servingStations = 0

  /// Nothing is served yet.
  public init(_ place: AssessedPlace, layers: [CoverageLayer]) {
    self.place = place
    self.layers = layers
    masks = layers.map { _ in CoverageMask(place.grid) }
  }

  /// Adds what one station serves: a radius for each layer, round an Albers position.
  public mutating func add(radiiMetres: [Double], at position: Coordinate, frame: AlbersFrame) {
    for (index, radius) in radiiMetres.enumerated() where radius > 0 {
      masks[index].add(
        Disc(center: position, radiusMetres: radius, frame: frame), in: place.grid)
    }
  }

  /// Served share of a layer's cells, 0 to 1.
  public func share(of layer: CoverageLayer) -> Double {
    layers.firstIndex(of: layer).map { masks[$0].share } ?? 0
  }
}
