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
    let index = index(of: transmitter.carrier.band)
    return Handle(surface: index, transmitter: surfaces[index].add(transmitter))
  }

  /// Adds a carrier over terrain: one transmitter by P.1812, and one by TR 38.901 where that reaches
  /// nearer than P.1812 does. Only the second counts as standing there, so that sectors count once.
  mutating func add(
    _ reception: TerrainReception, _ carrier: CarrierLevel, _ antenna: SectorAntenna,
    at placement: SitePlacement, isOwn: Bool, site: Int
  ) {
    let index = index(of: carrier.band)
    surfaces[index].add(
      Transmitter(
        placement: placement, antenna: antenna, carrier: carrier.renamed(CarrierLevel.terrainModel),
        isOwn: false,
        site: site),
      levels: reception.computed.lazy.map { (cell: $0.index, dBm: $0.levelsDBm) })
    surfaces[index].add(
      Transmitter(
        placement: placement, antenna: antenna, carrier: carrier, isOwn: isOwn, site: site),
      stretches: reception.near)
  }

  private mutating func index(of band: String) -> Int {
    if let known = bands.firstIndex(of: band) { return known }
    bands.append(band)
    surfaces.append(CarrierSurface(grid, reachMetres: reachMetres))
    return bands.count - 1
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

  /// Cells whose strongest carrier has less than this SS-SINR, or that have none, in ascending order.
  public func cells(belowSINR sinrDB: Double, _ interference: Interference) -> [Int] {
    let fields = surfaces.map { CarrierField($0, interference, layer: 0).sinr }
    return (0..<grid.cellCount).filter { cell in
      strongest(cell).map { Double(fields[$0][cell]) < sinrDB } ?? true
    }
  }
}
