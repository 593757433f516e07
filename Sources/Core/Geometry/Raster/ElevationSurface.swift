/// The heights of a region, read and immutable: any number of threads may share it, each with a
/// sampler of its own.
public struct ElevationSurface: Sendable {
  /// The region in degrees; outside it heights are not known.
  public let box: BoundingBox
  let lattices: [TileLattice]

  init(box: BoundingBox, lattices: [TileLattice]) {
    self.box = box
    // Stable by the order of loading, which is that of the names.
    self.lattices = lattices.enumerated().sorted {
      let one = ElevationSurface.fineness($0.element)
      let other = ElevationSurface.fineness($1.element)
      return one == other ? $0.offset < $1.offset : one < other
    }.map(\.element)
  }

  /// Area of a cell in square metres, roughly where a cell is of degrees.
  private static func fineness(_ lattice: TileLattice) -> Double {
    lattice.isDegrees ? lattice.cellArea * 111_000 * 111_000 : lattice.cellArea
  }

  /// Something that looks heights up, for one thread.
  /// - Throws: DR-111 when PROJ does not know a tile's system or a transformation to it.
  public func sampler() throws(UserError) -> ElevationSampler { try ElevationSampler(self) }
}

/// Looks heights up in a surface. Not Sendable on purpose, as transformations belong to one thread.
public final class ElevationSampler {
  private let box: BoundingBox
  private let layers: [(lattice: TileLattice, mapper: PlaneMapper)]

  init(_ surface: ElevationSurface) throws(UserError) {
    box = surface.box
    var mappers: [RasterSystem: PlaneMapper] = [:]
    var layers: [(TileLattice, PlaneMapper)] = []
    for lattice in surface.lattices {
      layers.append((lattice, try PlaneMapper.shared(to: lattice.system, in: &mappers)))
    }
    self.layers = layers
  }

  /// The height in metres at a position in degrees, bilinear between cells' middles; nil where it is
  /// not known: outside the region, where no tile is, and where a cell that is needed has no data.
  public func heightMetres(at position: Coordinate) -> Double? {
    guard box.contains(position) else { return nil }
    for (lattice, mapper) in layers {
      if let plane = mapper.plane(position), let height = lattice.value(at: plane) {
        return height
      }
    }
    return nil
  }

  /// The heights in metres at positions in degrees, as `heightMetres(at:)`.
  public func heightsMetres(at positions: [Coordinate]) -> [Double?] {
    positions.map(heightMetres(at:))
  }
}
