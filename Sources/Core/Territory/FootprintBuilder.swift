public import Geometry

/// Models the built-up area round seat points: a disc for each, of population times the area a
/// resident takes, clipped to the unit and merged where they touch.
///
/// Where discs overlap, or a border cuts them, the merged area falls short of what the residents
/// take; then all discs grow by one factor until it does not, to one per cent, or until they are four
/// times as wide.
///
/// Areas a resident: about 105 m2 in cities, 115 in county seats, 180 in town seats (planning
/// practice, judgement). The outcome is `modelled`.
public struct FootprintBuilder: Sendable {
  /// Segments of a disc's outline.
  public static let segments = 24
  /// Widest that discs grow.
  public static let greatestGrowth = 4.0

  /// A builder.
  public init() {}

  /// Square metres of built-up land a resident takes.
  public static func squareMetresPerResident(_ kind: SettlementKind) -> Double {
    switch kind {
    case .city: 105
    case .countySeat: 115
    case .townSeat: 180
    }
  }

  /// The footprint of seats, each with the polygon it must stay in (nil: no clipping).
  ///
  /// - Throws: GEOS's message, should an operation fail.
  public func footprint(
    kind: SettlementKind, seats: [(seat: Seat, clip: Geometry?)]
  ) throws(UserError) -> Geometry {
    let first = try merged(kind, seats, growth: 1)
    let residents = seats.reduce(0) { $0 + max($1.seat.population, 1) }
    let wanted = Double(residents) * Self.squareMetresPerResident(kind) * 0.99
    let albers = Albers.china
    guard try albers.area(of: first) < wanted else { return first }
    let widest = try merged(kind, seats, growth: Self.greatestGrowth)
    guard try albers.area(of: widest) > wanted else { return widest }
    // Bisection: after eight halvings the factor is known to 0.012.
    var (low, high, best) = (1.0, Self.greatestGrowth, widest)
    for _ in 0..<8 {
      let middle = (low + high) / 2
      let grown = try merged(kind, seats, growth: middle)
      if try albers.area(of: grown) < wanted {
        low = middle
      } else {
        high = middle
        best = grown
      }
    }
    return best
  }

  private func merged(
    _ kind: SettlementKind, _ seats: [(seat: Seat, clip: Geometry?)], growth: Double
  ) throws(UserError) -> Geometry {
    var parts: [Geometry] = []
    parts.reserveCapacity(seats.count)
    for (seat, clip) in seats {
      let area = Double(max(seat.population, 1)) * Self.squareMetresPerResident(kind)
      let disc = try Self.disc(
        around: seat.position, areaSquareMetres: area * growth * growth)
      guard let clip, try !PreparedGeometry(clip).covers(disc) else {
        parts.append(disc)
        continue
      }
      let clipped = try clip.intersection(disc)
      parts.append(clipped.isEmpty ? disc : clipped)
    }
    return parts.count == 1 ? parts[0] : try Geometry.unaryUnion(parts)
  }

  /// A regular polygon of the given area round a position in degrees.
  static func disc(
    around center: Coordinate, areaSquareMetres: Double
  ) throws(UserError) -> Geometry {
    let count = Double(segments)
    // A regular n-gon of circumradius r has the area n/2 r^2 sin(2 pi / n).
    let radius = (2 * areaSquareMetres / (count * sine(2 * .pi / count))).squareRoot()
    let metres = LocalDegrees(at: center.latitude)
    var ring = (0..<segments).map { index in
      let angle = 2 * Double.pi * Double(index) / count
      return Coordinate(
        longitude: center.longitude + radius * cosine(angle) / metres.perDegreeLongitude,
        latitude: center.latitude + radius * sine(angle) / metres.perDegreeLatitude)
    }
    ring.append(ring[0])
    return try Geometry.polygon(shell: ring, holes: [])
  }
}
