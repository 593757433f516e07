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

  /// What is received; nil where nothing asks for it.
  public private(set) var surface: NetworkSurface?

  /// A station that was added.
  public struct Handle: Sendable {
    let placement: SitePlacement
    let reach: SectorReach
    let surface: NetworkSurface.Handle?
  }

  /// Nothing is served yet.
  ///
  /// - Parameter surface: an empty surface, where SS-SINR or capacity is asked for.
  public init(_ place: AssessedPlace, layers: [CoverageLayer], surface: NetworkSurface? = nil) {
    self.place = place
    self.layers = layers
    self.surface = surface
    masks = layers.map { _ in CoverageMask(place.grid) }
  }

  /// Adds what one station serves, at the cost of its own footprint.
  ///
  /// - Parameters:
  ///   - reach: with a contour for each layer of the state.
  ///   - isOwn: whether it stands at the settlement.
  @discardableResult
  public mutating func add(
    _ reach: SectorReach, at placement: SitePlacement, isOwn: Bool
  ) -> Handle {
    for index in layers.indices {
      masks[index].add(reach.footprint(index, at: placement), in: place.grid)
    }
    let handle = reach.reach.carrier.flatMap { carrier in
      surface?.add(
        Transmitter(
          placement: placement, antenna: reach.antenna, carrier: carrier, isOwn: isOwn))
    }
    return Handle(placement: placement, reach: reach, surface: handle)
  }

  /// Takes a station away that was added; only once.
  public mutating func remove(_ handle: Handle) {
    for index in layers.indices {
      masks[index].remove(handle.reach.footprint(index, at: handle.placement), in: place.grid)
    }
    if let index = handle.surface { surface?.remove(index) }
  }

  /// Served share of a layer's cells, 0 to 1.
  public func share(of layer: CoverageLayer) -> Double {
    layers.firstIndex(of: layer).map { masks[$0].share } ?? 0
  }
}
