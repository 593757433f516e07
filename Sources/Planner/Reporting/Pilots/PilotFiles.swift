import Coverage
import Geometry
import Radio
import Scheduling
import Siting
import Territory

/// The files of a plan's pilots: `pilots.csv`, `pilots-replication.csv`, `pilots.geojson`.
struct PilotFiles {
  static let name = "pilots.csv"
  static let replicationName = "pilots-replication.csv"
  static let layerName = "pilots.geojson"

  private let result: PlanResult
  private let pilots: PilotResult
  private let language: Language

  /// Nil for a plan without pilots.
  init?(_ result: PlanResult, _ language: Language) {
    guard let pilots = result.pilots else { return nil }
    self.result = result
    self.pilots = pilots
    self.language = language
  }

  func write(to draft: RunDraft) throws(UserError) {
    try draft.write(csv(), as: Self.name)
    try draft.write(replication(), as: Self.replicationName)
    try draft.write(try geoJSON(), as: Self.layerName)
  }

  private static let columns = [
    "id", "name", "kind", "partners", "settlement", "settlement_name", "distance_metres", "status",
    "groups", "by", "state", "quarter", "packages", "cost_yuan", "price", "price_low",
    "price_high", "price_proven", "price_unit", "first_tier", "first_tier_low", "first_tier_high",
    "campus", "scenarios", "scenarios_enabled",
  ]

  /// One row a pilot.
  private func csv() -> [UInt8] {
    var writer = CSVWriter(header: Self.columns)
    for outcome in pilots.outcomes {
      let task = outcome.task
      writer.append(
        [
          .text(task.pilot.id), .text(task.pilot.name), .raw(task.pilot.kind.rawValue),
          .text(task.pilot.partners.joined(separator: ";")), .text(task.site.settlement),
          .text(task.site.settlementName),
          task.site.distanceMetres.map { .decimal($0, decimals: 1) } ?? .empty,
          .raw(task.pilot.status.rawValue),
          .raw(task.groups.map(\.rawValue).joined(separator: ";")),
          .raw(task.pilot.by.description), .raw(outcome.state.rawValue),
          .text(orEmpty: outcome.quarter?.description),
          .text(task.packages.joined(separator: ";")), .integer(task.own?.costYuan ?? 0),
        ] + cells(outcome.price) + [.raw(pilots.objective.unitName)]
          + tierCells(outcome.price?.firstTier) + campusCells(task.site.campus))
    }
    return writer.bytes
  }

  private func cells(_ price: PilotPrice?) -> [CSVCell] {
    guard let price else { return [.empty, .empty, .empty, .empty] }
    return [price.found, price.low, price.high].map { .decimal($0, decimals: 3) }
      + [.raw(price.isProven ? "true" : "false")]
  }

  private func tierCells(_ loss: FirstTierLoss?) -> [CSVCell] {
    guard let loss else { return [.empty, .empty, .empty] }
    return [loss.found, loss.low, loss.high].map { .decimal($0, decimals: 3) }
  }

  private func campusCells(_ campus: PilotCampus?) -> [CSVCell] {
    guard let campus else { return [.empty, .empty, .empty] }
    return [.text(campus.id), .integer(campus.scenarios), .integer(campus.enabled)]
  }

  private static let replicationColumns = [
    "pilot", "rank", "settlement", "name", "kind", "county", "population", "quarter", "distance",
    "times_population", "kind_steps", "morphology_steps", "readiness", "signal", "years",
    "reasons_in_words", "row", "campus", "like_campus", "industry", "industry_distance",
    "employees", "terminals", "times_terminals", "status_steps",
  ]

  /// One row a pilot and place, the nearest first: settlements, then campuses.
  private func replication() -> [UInt8] {
    var writer = CSVWriter(header: Self.replicationColumns)
    let places = SimilarPlaces(result, pilots)
    let campuses = SimilarCampuses(result, pilots)
    for outcome in pilots.outcomes {
      for (index, place) in places.ranked(outcome).enumerated() {
        writer.append(row(place, outcome, rank: index + 1))
      }
      for (index, campus) in (campuses?.ranked(outcome) ?? []).enumerated() {
        writer.append(
          row(campus, outcome, rank: index + 1, campuses?.reasons(campus, language) ?? []))
      }
    }
    return writer.bytes
  }

  private var separator: String { language == .chinese ? "；" : "; " }

  private func row(
    _ place: SimilarPlace, _ outcome: PilotOutcome, rank: Int
  ) -> [CSVCell] {
    let settlement = place.outcome.settlement
    let reasons = SimilarPlaces.reasons(place, outcome.task.pilot.kind, language)
    let cells: [CSVCell] = [
      .text(outcome.task.pilot.id), .integer(rank), .text(settlement.id), .text(settlement.name),
      .raw(settlement.kind.rawValue), .text(orEmpty: settlement.countyAdcode),
      .integer(settlement.population), .text(orEmpty: place.quarter?.description),
      .decimal(place.distance, decimals: 4), .decimal(place.times, decimals: 4),
      .integer(place.kindSteps), .integer(place.morphologySteps),
      .decimal(place.readiness, decimals: 4),
      place.signal.map { .decimal($0, decimals: 4) } ?? .empty,
      .decimal(place.years, decimals: 2), .text(reasons.joined(separator: separator)),
      .raw("settlement"),
    ]
    return cells + [CSVCell](repeating: .empty, count: 8)
  }

  private func row(
    _ campus: SimilarCampus, _ outcome: PilotOutcome, rank: Int, _ reasons: [String]
  ) -> [CSVCell] {
    let own = campus.outcome.finding.campus
    return [
      .text(outcome.task.pilot.id), .integer(rank), .text(orEmpty: campus.outcome.settlement),
      .text(own.name), .raw(own.kind.rawValue), .text(own.county), .empty,
      .text(orEmpty: campus.quarter?.description), .decimal(campus.distance, decimals: 4), .empty,
      .empty, .empty, campus.readiness.map { .decimal($0, decimals: 4) } ?? .empty, .empty,
      .decimal(campus.years, decimals: 2), .text(reasons.joined(separator: separator)),
      .raw("campus"), .text(own.id), .text(campus.model.finding.campus.id), .text(own.industry),
      .decimal(campus.industry, decimals: 4), .integer(own.employees),
      .integer(SimilarCampuses.terminals(campus.outcome)), .decimal(campus.times, decimals: 4),
      campus.statusSteps.map { .integer($0) } ?? .empty,
    ]
  }

  /// One point a pilot.
  private func geoJSON() throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter(members: LayerMembers.named("pilots"))
    for outcome in pilots.outcomes {
      let task = outcome.task
      let grid = 1e6
      let position = Coordinate(
        x: (task.site.position.x * grid).rounded() / grid,
        y: (task.site.position.y * grid).rounded() / grid)
      try writer.write(
        GeoJSONFeature(
          id: .string(task.pilot.id), geometry: try .point(position),
          properties: [
            "id": .string(task.pilot.id), "name": .string(task.pilot.name),
            "kind": .string(task.pilot.kind.rawValue),
            "partners": .string(task.pilot.partners.joined(separator: ";")),
            "settlement": .string(task.site.settlement),
            "settlement_name": .string(task.site.settlementName),
            "campus": task.site.campus.map { .string($0.id) } ?? .null,
            "status": .string(task.pilot.status.rawValue),
            "by": .string(task.pilot.by.description), "state": .string(outcome.state.rawValue),
            "quarter": outcome.quarter.map { .string($0.description) } ?? .null,
            "price": outcome.price.map { .rounded($0.found, decimals: 3) } ?? .null,
          ]))
    }
    return try writer.finish()
  }
}
