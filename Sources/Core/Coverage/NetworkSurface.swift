import Radio

/// The surfaces of all carriers of one group at one settlement.
public struct NetworkSurface: Sendable {
  /// Which cells.
  public let grid: CoverageGrid
  /// Transmitters beyond this distance of a cell are left out of it.
  public let reachMetres: Double
  /// Bands, in order of first use.
  public private(set) var bands: [String] = []
  /// One surface a band.
  public private(set) var surfaces: [CarrierSurface] = []

  /// Where a station went.
  public struct Handle: Hashable, Sendable {
    /// Index of the surface.
    public let surface: Int
    /// Index of the transmitter.
    public let transmitter: Int
  }

  /// Nothing is received yet.
  public init(_ grid: CoverageGrid, reachMetres: Double) {
    self.grid = grid
    self.reachMetres = reachMetres
  }

  /// Distance beyond which interference is left out at a settlement with so many sites.
  ///
  /// Four times the inter-site distance of a hexagonal lattice of these sites: with losses that grow by
  /// 39 dB a decade, what is left out is a fixed few per cent of the interference however dense the
  /// network is. Never below 1.2 km, never above the 5 km that TR 38.901 is stated for.
  public static func reachMetres(sites: Int, areaSquareMetres: Double) -> Double {
    guard sites > 0 else { return 5000 }
    let spacing = (2 / 3.0.squareRoot() * areaSquareMetres / Double(sites)).squareRoot()
    return min(5000, max(1200, 4 * spacing))
  }

  /// Adds a carrier.
  @discardableResult
  public mutating func add(_ transmitter: Transmitter) -> Handle {
    let band = transmitter.carrier.band
    let index = bands.firstIndex(of: band) ?? bands.count
    if index == bands.count {
      bands.append(band)
      surfaces.append(CarrierSurface(grid, reachMetres: reachMetres))
    }
    return Handle(surface: index, transmitter: surfaces[index].add(transmitter))
  }

  /// Takes a carrier away again.
  public mutating func remove(_ handle: Handle) {
    surfaces[handle.surface].remove(handle.transmitter)
  }

  /// Index of the surface whose server is the strongest at a cell; the first of equals, nil without any.
  func strongest(_ cell: Int) -> Int? {
    var found: Int?
    for index in surfaces.indices where surfaces[index].server[cell] >= 0 {
      if let best = found, surfaces[index].best[cell] <= surfaces[best].best[cell] { continue }
      found = index
    }
    return found
  }
}
