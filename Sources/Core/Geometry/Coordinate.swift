/// A position: degrees of longitude and latitude (EPSG:4490, in that order), or metres east and
/// north in a projection. Which of the two is said by the name of whatever holds it.
public struct Coordinate: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// A position in degrees.
  public init(longitude: Double, latitude: Double) {
    self.init(x: longitude, y: latitude)
  }

  public var longitude: Double { x }
  public var latitude: Double { y }
}

/// An axis-parallel box; empty when nothing has been added to it.
public struct BoundingBox: Hashable, Sendable {
  public var minX = Double.infinity
  public var minY = Double.infinity
  public var maxX = -Double.infinity
  public var maxY = -Double.infinity

  /// The empty box.
  public init() {}

  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  public var isEmpty: Bool { minX > maxX }

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

  public func contains(_ position: Coordinate) -> Bool {
    position.x >= minX && position.x <= maxX && position.y >= minY && position.y <= maxY
  }

  public func intersects(_ other: BoundingBox) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}
