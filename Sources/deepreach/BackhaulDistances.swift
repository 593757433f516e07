import Coverage
import Geometry
import Radio
import Siting
import Territory

/// Straight distances from every settlement asked for to the nearest place with stations.
struct BackhaulDistances {
  let scene: Scene
  /// Audits by group, in the order of the settlements asked for.
  let audits: [[SettlementAudit]]
  /// Modelled stations of every settlement of the country, by group; empty with a register.
  let counts: [[Int]]

  private static let bucketMetres = 20_000.0

  /// Readiness in the order of the settlements asked for.
  func readiness() -> [Readiness] {
    let albers = Albers.china
    let rule = ReadinessRule(scene.books.readiness)
    let own = ownStations()
    var buckets: [SIMD2<Int>: [Coordinate]] = [:]
    for index in scene.records.indices where own[index] > 0 {
      let plane = albers.project(scene.records[index].center)
      buckets[Self.bucket(plane), default: []].append(plane)
    }
    return scene.selected.map { index in
      let record = scene.records[index]
      let distance =
        own[index] > 0 ? 0 : Self.nearest(to: albers.project(record.center), in: buckets)
      return rule.assess(
        ReadinessFacts(
          kind: record.kind, population: record.population, backhaulMetres: distance,
          existingStations: own[index]))
    }
  }

  /// Stations of any group by record.
  private func ownStations() -> [Int] {
    var own = [Int](repeating: 0, count: scene.records.count)
    for group in counts where !group.isEmpty {
      for index in own.indices { own[index] += group[index] }
    }
    if counts.allSatisfy(\.isEmpty) {
      for group in audits {
        for (index, audit) in zip(scene.selected, group) { own[index] += audit.stations }
      }
    }
    return own
  }

  private static func bucket(_ plane: Coordinate) -> SIMD2<Int> {
    SIMD2(
      Int((plane.x / bucketMetres).rounded(.down)), Int((plane.y / bucketMetres).rounded(.down)))
  }

  /// Looks in growing squares of buckets; what is nearer than the squares' inner edge is nearest.
  private static func nearest(
    to plane: Coordinate, in buckets: [SIMD2<Int>: [Coordinate]]
  ) -> Double {
    let home = bucket(plane)
    var best = Double.infinity
    for ring in 0...100 {
      for dx in -ring...ring {
        for dy in -ring...ring where max(abs(dx), abs(dy)) == ring {
          for other in buckets[home &+ SIMD2(dx, dy)] ?? [] {
            let x = other.x - plane.x
            let y = other.y - plane.y
            best = min(best, (x * x + y * y).squareRoot())
          }
        }
      }
      if best <= Double(ring) * bucketMetres { return best }
    }
    return best
  }
}
