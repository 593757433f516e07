/// A position: degrees of longitude and latitude (EPSG:4490, in that order), or metres east and
/// north in a projection. Which of the two is said by the name of whatever holds it.
public struct Coordinate: Hashable, Sendable {
  /// Degrees of longitude, or metres east.
  public var x: Double
  /// Degrees of latitude, or metres north.
  public var y: Double

  /// A position by its two ordinates.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// A position in degrees.
  public init(longitude: Double, latitude: Double) {
    self.init(x: longitude, y: latitude)
  }

  /// Degrees east.
  public var longitude: Double { x }
  /// Degrees north.
  public var latitude: Double { y }
}

/// An axis-parallel box; empty when nothing has been added to it.
public struct BoundingBox: Hashable, Sendable {
  /// Western edge; infinity when empty.
  public var minX = Double.infinity
  /// Southern edge; infinity when empty.
  public var minY = Double.infinity
  /// Eastern edge; negative infinity when empty.
  public var maxX = -Double.infinity
  /// Northern edge; negative infinity when empty.
  public var maxY = -Double.infinity

  /// The empty box.
  public init() {}

  /// A box by its edges.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// Whether nothing has been added.
  public var isEmpty: Bool { minX > maxX }

  /// Middle of the box; NaN when it is empty.
  public var center: Coordinate { Coordinate(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

  /// Grows the box so that it holds the position.
  public mutating func extend(by position: Coordinate) {
    minX = min(minX, position.x)
    minY = min(minY, position.y)
    maxX = max(maxX, position.x)
    maxY = max(maxY, position.y)
  }

  /// Grows the box so that it holds the other.
  public mutating func extend(by other: BoundingBox) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }

  /// Whether the position lies in the box or on its edge.
  public func contains(_ position: Coordinate) -> Bool {
    position.x >= minX && position.x <= maxX && position.y >= minY && position.y <= maxY
  }

  /// Whether the other box lies inside this one; an empty box lies in every other.
  public func covers(_ other: BoundingBox) -> Bool {
    other.isEmpty
      || (other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY)
  }

  /// Whether the boxes share at least a point.
  public func intersects(_ other: BoundingBox) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}
