public import Geometry

/// A raster's plane round one mast, and the linear map from it to true metres east and north.
///
/// The map is the projection's own at the mast: exact there, and as good as the projection is even
/// elsewhere. On the national Albers plane distances from the mast hold to 1e-4 at 5 km and 2e-3 at
/// 100 km, as `AlbersFrame` says; on a plane of a few degrees such as EPSG:4547 to 1e-5 and 5e-4.
public struct LocalPlane: Hashable, Sendable {
  /// The mast in degrees, EPSG:4490.
  public let mast: Coordinate
  /// What the plane is a plane of.
  public let system: RasterSystem
  /// The mast on the plane.
  public let planeOrigin: Coordinate
  /// True metres east and north for a metre of the plane's x, and of its y.
  private let x: Coordinate
  private let y: Coordinate

  /// The national Albers plane, on which audits lie.
  ///
  /// - Throws: DR-383 for a mast outside the box of China, where the plane bends too much.
  public init(nationalAt mast: Coordinate) throws(UserError) {
    guard ChinaShift.applies(to: mast) else {
      let zone = Int(((mast.longitude + 180) / 6).rounded(.down)) % 60 + 1
      throw UserError(
        "DR-383", .badData, at: "mast",
        "(\(mast.longitude), \(mast.latitude)) is outside the national raster",
        remedy: "name a plane, such as EPSG:\((mast.latitude < 0 ? 32700 : 32600) + zone)")
    }
    let placement = SitePlacement(at: mast)
    let origin = placement.position
    self.init(
      mast: mast, system: .chinaAlbers, planeOrigin: origin,
      x: placement.offset(of: Coordinate(x: origin.x + 1, y: origin.y)),
      y: placement.offset(of: Coordinate(x: origin.x, y: origin.y + 1)))
  }

  /// A projected plane of the EPSG registry.
  ///
  /// - Throws: DR-111 and DR-112 for a system or position that cannot be transformed, DR-380 where the
  ///   system is no plane of metres round the mast.
  public init(epsg code: Int, at mast: Coordinate) throws(UserError) {
    let system = CoordinateSystem.epsg(code)
    func refusal() -> UserError {
      UserError(
        "DR-380", .badData, at: "EPSG:\(code)", "it is no plane of metres round the mast",
        remedy:
          "give a projected system that is made for the place, such as EPSG:4547 or EPSG:32650")
    }
    guard !system.isPlainDegrees else { throw refusal() }
    let transformer = try CoordinateTransformer(from: system, to: .cgcs2000)
    let origin = try transformer.inverse(mast)
    let step = 500.0
    var around = [(step, 0), (-step, 0), (0, step), (0, -step)].map {
      Coordinate(x: origin.x + $0.0, y: origin.y + $0.1)
    }
    do throws(UserError) { try transformer.transform(&around) } catch { throw refusal() }
    let degree = EllipsoidDegree(at: mast.latitude)
    func slope(_ ahead: Coordinate, _ behind: Coordinate) -> Coordinate {
      Coordinate(
        x: (ahead.x - behind.x) * degree.eastMetres / (2 * step),
        y: (ahead.y - behind.y) * degree.northMetres / (2 * step))
    }
    self.init(
      mast: mast, system: .epsg(code), planeOrigin: origin, x: slope(around[0], around[1]),
      y: slope(around[2], around[3]))
    let lengths = [x, y].map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }
    guard lengths.allSatisfy((0.5...2).contains), (0.25...4).contains(squareMetresPerUnit) else {
      throw refusal()
    }
  }

  private init(
    mast: Coordinate, system: RasterSystem, planeOrigin: Coordinate, x: Coordinate, y: Coordinate
  ) {
    self.mast = mast
    self.system = system
    self.planeOrigin = planeOrigin
    self.x = x
    self.y = y
  }

  private var determinant: Double { x.x * y.y - y.x * x.y }

  /// True square metres in a square metre of the plane.
  public var squareMetresPerUnit: Double { abs(determinant) }

  /// True metres east and north of the mast, of a position on the plane.
  public func offset(of plane: Coordinate) -> Coordinate {
    offset(dx: plane.x - planeOrigin.x, dy: plane.y - planeOrigin.y)
  }

  /// The same by the plane's metres from the mast.
  func offset(dx: Double, dy: Double) -> Coordinate {
    Coordinate(x: dx * x.x + dy * y.x, y: dx * x.y + dy * y.y)
  }

  /// A position on the plane, by true metres east and north of the mast.
  public func plane(of offset: Coordinate) -> Coordinate {
    Coordinate(
      x: planeOrigin.x + (offset.x * y.y - offset.y * y.x) / determinant,
      y: planeOrigin.y + (offset.y * x.x - offset.x * x.y) / determinant)
  }

  /// Half the sides of the box on the plane that holds a circle of true metres round the mast.
  func halfBox(radiusMetres: Double) -> Coordinate {
    Coordinate(
      x: radiusMetres * (y.y * y.y + y.x * y.x).squareRoot() / abs(determinant),
      y: radiusMetres * (x.x * x.x + x.y * x.y).squareRoot() / abs(determinant))
  }

  /// Positions on the plane in degrees of EPSG:4490.
  ///
  /// - Throws: DR-111 and DR-112 for a system or position that cannot be transformed.
  public func degrees(ofPlane positions: [Coordinate]) throws(UserError) -> [Coordinate] {
    switch system {
    case .chinaAlbers: return positions.map(Albers.china.unproject)
    case .epsg(let code):
      var moved = positions
      try CoordinateTransformer(from: .epsg(code), to: .cgcs2000).transform(&moved)
      return moved
    }
  }
}
