public import Geometry

/// Where the points of a profile lie between its ends, with what follows from that alone.
///
/// Paths of one length and step share it: a sweep round a mast makes each spacing once.
public struct PathSpacing: Sendable {
  /// Distance of each point from the transmitter, rising from 0.
  public let distancesKilometres: ContiguousArray<Double>
  /// One over the distance of each point to the transmitter and to the receiver, 1/km; 0 at the ends.
  let inverseFromStart: ContiguousArray<Double>
  let inverseFromEnd: ContiguousArray<Double>
  /// Bulge of a round earth of radius 1 km over the chord at each point, m.
  let unitBulgeMetres: ContiguousArray<Double>

  /// Length of the path.
  public var lengthKilometres: Double { distancesKilometres[distancesKilometres.count - 1] }
  /// Number of points.
  public var count: Int { distancesKilometres.count }

  /// - Parameter distancesKilometres: from 0, each larger than the one before; at least three.
  /// - Throws: DR-332 for anything else.
  public init(distancesKilometres distances: [Double]) throws(UserError) {
    func refuse(_ problem: String, _ remedy: String) -> UserError {
      UserError("DR-332", .badData, at: "path profile", problem, remedy: remedy)
    }
    guard distances.count >= 3 else {
      throw refuse("it has \(distances.count) points", "give at least three, with both ends")
    }
    guard distances[0] == 0 else {
      throw refuse("the first distance is \(distances[0]) km", "begin at the transmitter with 0")
    }
    for index in 1..<distances.count {
      guard distances[index] > distances[index - 1], distances[index].isFinite else {
        throw refuse(
          "point \(index + 1) is at \(distances[index]) km", "give distances that rise")
      }
    }
    self.init(checked: ContiguousArray(distances))
  }

  /// Points at equal steps.
  ///
  /// - Parameters:
  ///   - stepKilometres: above 0.
  ///   - count: number of points, both ends included; at least three.
  /// - Throws: DR-332 for anything else.
  public init(stepKilometres: Double, count: Int) throws(UserError) {
    try self.init(distancesKilometres: (0..<max(count, 0)).map { Double($0) * stepKilometres })
  }

  private init(checked distances: ContiguousArray<Double>) {
    let length = distances[distances.count - 1]
    distancesKilometres = distances
    inverseFromStart = ContiguousArray(distances.map { $0 > 0 ? 1 / $0 : 0 })
    inverseFromEnd = ContiguousArray(distances.map { $0 < length ? 1 / (length - $0) : 0 })
    unitBulgeMetres = ContiguousArray(distances.map { 500 * $0 * (length - $0) })
  }

  /// First point at or beyond a distance from the transmitter; `count` where there is none.
  func firstIndex(from distanceKilometres: Double) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if distancesKilometres[middle] < distanceKilometres {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
