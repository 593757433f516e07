import Geometry
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

  /// Stations that stand at the settlement at a height that every path loss model refuses: what they
  /// serve is not known, and counts as nothing.
  public var stationsBeyondModels = 0
  /// What is received; nil where nothing asks for it.
  public private(set) var surface: NetworkSurface?

  /// Cells behind ground that is not known, as seen from some station.
  private var behindUnknown: Set<Int> = []

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
  ///   - site: index of its site in the network; −1 for one that is only planned.
  @discardableResult
  public mutating func add(
    _ reach: SectorReach, at placement: SitePlacement, isOwn: Bool, site: Int = -1
  ) -> Handle {
    for index in layers.indices {
      masks[index].add(reach.footprint(index, at: placement), in: place.grid)
    }
    let handle = reach.reach.carrier.flatMap { carrier in
      surface?.add(
        Transmitter(
          placement: placement, antenna: reach.antenna, carrier: carrier, isOwn: isOwn,
          site: site))
    }
    return Handle(placement: placement, reach: reach, surface: handle)
  }

  /// Adds what one station serves over terrain; it cannot be taken away again.
  ///
  /// - Parameters:
  ///   - reach: with a carrier over terrain, and a contour for each layer of the state.
  ///   - ground: of the place.
  ///   - distance: cells farther away are left out.
  /// - Returns: whether it serves a cell in any layer.
  @discardableResult
  mutating func add(
    _ reach: SectorReach, _ service: TerrainService, at placement: SitePlacement, isOwn: Bool,
    site: Int, over ground: PlaceGround, withinMetres distance: Double
  ) throws(UserError) -> Bool {
    let reception = try TerrainReception(
      service, reach.antenna, at: placement, on: ground, grid: place.grid, withinMetres: distance)
    var serves = !reception.near.isEmpty
    for index in layers.indices {
      let largest = service.layers[index].largestLossDB
      masks[index].add(
        cells: reception.computed.lazy.filter { $0.lossDB <= largest }.map(\.index))
      serves = serves || reception.computed.contains { $0.lossDB <= largest }
      for stretch in reception.near {
        masks[index].add(
          reach.reach.contours[index], reach.antenna, cells: stretch.cells, stretch.row)
      }
    }
    for cell in reception.unknown { behindUnknown.insert(cell) }
    if let carrier = reach.reach.carrier {
      surface?.add(reception, carrier, reach.antenna, at: placement, isOwn: isOwn, site: site)
    }
    return serves
  }

  /// Cells that no station is known to serve in the first layer, and one may: the ground between is not
  /// known.
  public var unknownCells: Int {
    guard let mask = masks.first else { return 0 }
    return behindUnknown.count { !mask[$0] }
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
