public import Geometry
public import Territory

/// What a network is at the key points of a key place.
public struct KeyPlaceFinding: Hashable, Sendable {
  /// The key place.
  public let place: KeyPlace
  /// Of each key point the id of the assessed settlement that it lies in; nil outside all of them.
  public let settlements: [String?]
  /// Of each key point whether it is served.
  public let served: [Bool]

  /// A finding: of each key point its settlement and whether it is served.
  public init(place: KeyPlace, settlements: [String?], served: [Bool]) {
    self.place = place
    self.settlements = settlements
    self.served = served
  }

  /// Id of the settlement of the first key point; nil outside all of them.
  public var settlement: String? { settlements.first ?? nil }

  /// Whether every key point is served.
  public var isCovered: Bool { served.allSatisfy { $0 } }
}

/// Audits key places: a key point is served as the raster cell that it lies in is.
public struct KeyPlaceAudit: Sendable {
  private let points: PointAudit

  /// Morphology of ground outside all settlements.
  public static let morphologyOutside = Morphology.rural

  /// An audit by a rule.
  ///
  /// - Parameters:
  ///   - engine: whose reach book knows the rule's layer.
  ///   - places: settlements whose morphology a key point has inside them.
  ///   - cellMetres: side of the national raster's cells.
  ///   - terrain: how terrain is taken in; nil where the ground is taken as flat.
  public init(
    _ rule: PointRule, engine: AuditEngine, places: [AssessedPlace], cellMetres: Double,
    terrain: TerrainRule? = nil
  ) {
    points = PointAudit(
      rule.criterion, engine: engine, places: places, cellMetres: cellMetres, terrain: terrain)
  }

  /// What a network is at key places, in their order.
  ///
  /// - Throws: DR-103 when GEOS refuses a cell's outline; what the heights' files throw.
  public func audit(
    _ keyPlaces: [KeyPlace], network: SiteIndex, threads: Int
  ) throws(UserError) -> [KeyPlaceFinding] {
    try ConcurrentMap.map(count: keyPlaces.count, threads: threads) {
      (index) throws(UserError) in
      let keyPlace = keyPlaces[index]
      var served: [Bool] = []
      var settlements: [String?] = []
      for point in keyPlace.points {
        let place = points.places.place(at: point)
        settlements.append(place?.id)
        served.append(try points.isServed(point, place?.morphology, network))
      }
      return KeyPlaceFinding(place: keyPlace, settlements: settlements, served: served)
    }
  }
}
