public import Geometry

/// One settlement before its footprint is made: what the tables say.
public struct SettlementRecord: Sendable {
  /// Adcode of the unit whose seat it is.
  public let id: String
  /// Its name.
  public let name: String
  /// City, county seat or town seat.
  public let kind: SettlementKind
  /// County; of a city the one with its centre.
  public let countyAdcode: String?
  /// Prefecture; nil for counties directly under their province.
  public let prefectureAdcode: String?
  /// Province.
  public let provinceAdcode: String
  /// Residents of the seats together.
  public let population: Int
  /// Where the figure comes from.
  public let populationKind: DataKind
  /// Seats with the adcode of the county whose polygon they must stay in.
  public let seats: [(seat: Seat, county: String)]
  /// A footprint of the user's; nil where it is to be modelled.
  public let footprint: Geometry?
  /// How densely it is built; nil to take it from kind and residents.
  public let morphology: Morphology?

  /// A record.
  public init(
    id: String, name: String, kind: SettlementKind, countyAdcode: String?,
    prefectureAdcode: String?, provinceAdcode: String, population: Int,
    populationKind: DataKind, seats: [(seat: Seat, county: String)], footprint: Geometry? = nil,
    morphology: Morphology? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.countyAdcode = countyAdcode
    self.prefectureAdcode = prefectureAdcode
    self.provinceAdcode = provinceAdcode
    self.population = population
    self.populationKind = populationKind
    self.seats = seats
    self.footprint = footprint
    self.morphology = morphology
  }

  /// Mean position of the seats, weighted by residents.
  public var center: Coordinate {
    let weight = seats.reduce(0.0) { $0 + Double(max($1.seat.population, 1)) }
    let x = seats.reduce(0.0) { $0 + Double(max($1.seat.population, 1)) * $1.seat.position.x }
    let y = seats.reduce(0.0) { $0 + Double(max($1.seat.population, 1)) * $1.seat.position.y }
    return Coordinate(x: x / weight, y: y / weight)
  }
}

/// Reads settlements from the bundled tables.
public struct SettlementTable: Sendable {
  /// By kind (city first), then id.
  public let records: [SettlementRecord]

  /// Column of the morphology, which only territories of other countries have.
  static let morphologyColumn = "morphology"

  /// Reads `settlements.csv` and the seats of `towns.csv`.
  public init(_ geodata: Geodata) throws(UserError) {
    let seats = try Self.seats(geodata)
    let table = try geodata.table("units/settlements.csv")
    let id = try table.require("id")
    let name = try table.require("name")
    let kind = try table.require("kind")
    let county = try table.require("county")
    let prefecture = try table.require("prefecture")
    let province = try table.require("province")
    let population = try table.require("population")
    let populationKind = table.column("population_kind")
    let morphology = table.column(Self.morphologyColumn)
    var records: [SettlementRecord] = []
    for row in table.rows {
      guard let parsed = SettlementKind(rawValue: row.cells[kind]) else {
        throw UserError(
          "DR-222", .badData, at: "\(table.name):\(row.line)", "kind is '\(row.cells[kind])'",
          remedy: "give city, county-seat or town-seat")
      }
      guard let own = seats[row.cells[id]] else {
        throw UserError(
          "DR-223", .badData, at: "\(table.name):\(row.line)",
          "settlement \(row.cells[id]) has no town", remedy: "name it in towns.csv")
      }
      let built = morphology.map { row.cells[$0] } ?? ""
      guard built.isEmpty || Morphology(rawValue: built) != nil else {
        throw UserError(
          "DR-222", .badData, at: "\(table.name):\(row.line)", "morphology is '\(built)'",
          remedy: "give \(Morphology.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      func given(_ column: Int) -> String? { row.cells[column].isEmpty ? nil : row.cells[column] }
      records.append(
        SettlementRecord(
          id: row.cells[id], name: row.cells[name], kind: parsed, countyAdcode: given(county),
          prefectureAdcode: given(prefecture), provinceAdcode: row.cells[province],
          population: try table.count(row, population),
          populationKind: populationKind.flatMap { DataKind(rawValue: row.cells[$0]) }
            ?? .estimated,
          seats: own, morphology: Morphology(rawValue: built)))
    }
    self.records = records.sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }
  }

  private static func seats(
    _ geodata: Geodata
  ) throws(UserError) -> [String: [(seat: Seat, county: String)]] {
    let table = try geodata.table("units/towns.csv")
    let settlement = try table.require("settlement")
    let parent = try table.require("parent")
    let population = try table.require("seat_population")
    let longitude = try table.require("lon")
    let latitude = try table.require("lat")
    let source = try table.require("position_source")
    var seats: [String: [(seat: Seat, county: String)]] = [:]
    for row in table.rows where !row.cells[settlement].isEmpty {
      let seat = Seat(
        position: Coordinate(
          longitude: try table.number(row, longitude), latitude: try table.number(row, latitude)),
        population: try table.count(row, population),
        positionKind: row.cells[source] == "modelled" ? .modelled : .estimated)
      seats[row.cells[settlement], default: []].append((seat, row.cells[parent]))
    }
    return seats
  }
}
