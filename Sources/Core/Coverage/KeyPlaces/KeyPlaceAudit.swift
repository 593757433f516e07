public import Geometry
public import Territory

/// What a network is at the key points of a key place.
public struct KeyPlaceFinding: Hashable, Sendable {
  /// The key place.
  public let place: KeyPlace
  /// Id of the assessed settlement that the first key point lies in; nil outside all of them.
  public let settlement: String?
  /// Of each key point whether it is served.
  public let served: [Bool]

  /// Whether every key point is served.
  public var isCovered: Bool { served.allSatisfy { $0 } }
}

/// Audits key places: a key point is served as the raster cell that it lies in is.
public struct KeyPlaceAudit: Sendable {
  private let engine: AuditEngine
  private let cellMetres: Double
  private let places: PlaceFinder
  private let terrain: TerrainRule?

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
    _ rule: KeyPlaceRule, engine: AuditEngine, places: [AssessedPlace], cellMetres: Double,
    terrain: TerrainRule? = nil
  ) {
    let rules = [StatusRule(status: .deep, criteria: [rule.criterion])]
    self.engine = engine.judging(
      by: Standard(
        name: "key places", titleChinese: "", titleEnglish: "", description: "", source: "",
        city: rules, countySeat: rules, townSeat: rules))
    self.places = PlaceFinder(places)
    self.cellMetres = cellMetres
    self.terrain = terrain
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
      var settlement: String?
      for (position, point) in keyPlace.points.enumerated() {
        let place = places.place(at: point)
        if position == 0 { settlement = place?.id }
        served.append(try isServed(point, place?.morphology, network))
      }
      return KeyPlaceFinding(place: keyPlace, settlement: settlement, served: served)
    }
  }

  private func isServed(
    _ point: Coordinate, _ morphology: Morphology?, _ network: SiteIndex
  ) throws(UserError) -> Bool {
    let albers = Albers.china
    let plane = albers.project(point)
    let column = (plane.x / cellMetres).rounded(.down)
    let row = (plane.y / cellMetres).rounded(.down)
    let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
      albers.unproject(
        Coordinate(x: (column + $0.0) * cellMetres, y: (row + $0.1) * cellMetres))
    }
    let cell = AssessedPlace(
      Settlement(
        id: "", name: "", kind: .townSeat, countyAdcode: nil, prefectureAdcode: nil,
        provinceAdcode: "", population: 0, populationKind: .modelled,
        morphology: morphology ?? Self.morphologyOutside,
        seats: [Seat(position: point, population: 0, positionKind: .modelled)],
        footprint: try .polygon(shell: corners), footprintKind: .modelled,
        areaSquareMetres: cellMetres * cellMetres), cellMetres: cellMetres)
    let state =
      try terrain.map { rule throws(UserError) in
        try engine.state(of: cell, network: network, terrain: rule, depth: .asNeeded)
      } ?? engine.state(of: cell, network: network)
    return state.masks.first.map { $0.servedCount > 0 } ?? false
  }
}

/// Finds the settlement that a position lies in.
private struct PlaceFinder: Sendable {
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
