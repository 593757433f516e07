import Geometry
import Territory

/// Finds the settlement that a position lies in.
struct PlaceFinder: Sendable {
  struct Found: Sendable {
    let id: String
    let morphology: Morphology
  }

  private let places: [AssessedPlace]
  private let buckets: [Key: [Int]]
  private static let bucketMetres = 10_000.0

  private struct Key: Hashable {
    let column: Int
    let row: Int
  }

  init(_ places: [AssessedPlace]) {
    self.places = places
    var buckets: [Key: [Int]] = [:]
    for (index, place) in places.enumerated() {
      let box = place.grid.albersBounds
      guard !box.isEmpty else { continue }
      for row in Self.bucket(box.minY)...Self.bucket(box.maxY) {
        for column in Self.bucket(box.minX)...Self.bucket(box.maxX) {
          buckets[Key(column: column, row: row), default: []].append(index)
        }
      }
    }
    self.buckets = buckets
  }

  /// The first settlement that holds a position; nil outside all of them.
  func place(at position: Coordinate) -> Found? {
    let plane = Albers.china.project(position)
    let key = Key(column: Self.bucket(plane.x), row: Self.bucket(plane.y))
    for index in buckets[key] ?? [] {
      let place = places[index]
      guard place.grid.albersBounds.contains(plane),
        place.settlement.footprint.contains(position)
      else { continue }
      return Found(id: place.settlement.id, morphology: place.settlement.morphology)
    }
    return nil
  }

  private static func bucket(_ metres: Double) -> Int {
    Int((metres / bucketMetres).rounded(.down))
  }
}
