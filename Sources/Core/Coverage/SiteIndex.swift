public import Geometry
public import Radio

/// Sites of one network by place.
public struct SiteIndex: Sendable {
  /// The sites, in the order given.
  public let sites: [Site]
  /// Albers positions, by index of `sites`.
  public let positions: [Coordinate]
  private let buckets: [Int64: [Int32]]
  private static let bucketMetres = 4_000.0

  /// An index of sites.
  public init(_ sites: [Site]) {
    let albers = Albers.china
    self.sites = sites
    positions = sites.map { albers.project($0.position) }
    var buckets: [Int64: [Int32]] = [:]
    for (index, position) in positions.enumerated() {
      buckets[Self.key(Self.bucket(position.x), Self.bucket(position.y)), default: []]
        .append(Int32(index))
    }
    self.buckets = buckets
  }

  /// Indices of the sites within a distance of a box in Albers metres, ascending.
  public func near(_ box: BoundingBox, withinMetres margin: Double) -> [Int] {
    let wide = BoundingBox(
      minX: box.minX - margin, minY: box.minY - margin, maxX: box.maxX + margin,
      maxY: box.maxY + margin)
    var found: [Int] = []
    for row in Self.bucket(wide.minY)...Self.bucket(wide.maxY) {
      for column in Self.bucket(wide.minX)...Self.bucket(wide.maxX) {
        for index in buckets[Self.key(column, row)] ?? []
        where wide.contains(positions[Int(index)]) {
          found.append(Int(index))
        }
      }
    }
    return found.sorted()
  }

  private static func bucket(_ metres: Double) -> Int64 {
    Int64((metres / bucketMetres).rounded(.down))
  }

  private static func key(_ column: Int64, _ row: Int64) -> Int64 {
    column * 1_000_003 + row
  }
}
