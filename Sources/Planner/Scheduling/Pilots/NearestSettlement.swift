public import Geometry
public import Territory

/// Finds the settlement that a position lies in, or the nearest one.
public struct NearestSettlement: Sendable {
  private let settlements: [Settlement]

  /// Among settlements, at least one.
  public init(_ settlements: [Settlement]) { self.settlements = settlements }

  /// Index of the settlement and the distance to its footprint, 0 inside; the first of equals. The distance is
  /// that in a plane which touches the ellipsoid at the position: good within some tens of kilometres.
  ///
  /// - Throws: DR-103 when GEOS gives up.
  public func find(_ position: Coordinate) throws(UserError) -> (index: Int, metres: Double)? {
    let degree = EllipsoidDegree(at: position.latitude)
    func plane(_ other: Coordinate) -> Coordinate {
      Coordinate(
        x: (other.x - position.x) * degree.eastMetres,
        y: (other.y - position.y) * degree.northMetres)
    }
    // The box is never farther than what it holds, so that most footprints need no look.
    let boxes = settlements.indices.map { index -> (index: Int, metres: Double) in
      let box = settlements[index].footprint.envelope
      let nearest = plane(
        Coordinate(
          x: min(max(position.x, box.minX), box.maxX), y: min(max(position.y, box.minY), box.maxY)))
      return (index, (nearest.x * nearest.x + nearest.y * nearest.y).squareRoot())
    }.sorted { ($0.metres, $0.index) < ($1.metres, $1.index) }
    let origin = try Geometry.point(Coordinate(x: 0, y: 0))
    var best: (index: Int, metres: Double)?
    for (index, atLeast) in boxes {
      if let best, atLeast > best.metres { break }
      let footprint = settlements[index].footprint
      let metres =
        footprint.contains(position)
        ? 0 : try footprint.mapCoordinates(plane).distance(to: origin)
      if best.map({ (metres, index) < ($0.metres, $0.index) }) ?? true { best = (index, metres) }
    }
    return best
  }
}
