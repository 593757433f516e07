import Coverage
import Geometry
import Radio
import Scheduling
import Siting
import Territory

/// What the map of a plan's page is drawn from, as one JSON value.
struct MapData {
  private let result: PlanResult
  private let language: Language
  private let shapes: MapShapes
  private let timeline: StatusTimeline
  private let summaries: [UnitSummary]

  init(
    _ result: PlanResult, _ language: Language, shapes: MapShapes, timeline: StatusTimeline,
    rollup: UnitRollup
  ) {
    self.result = result
    self.language = language
    self.shapes = shapes
    self.timeline = timeline
    summaries = rollup.units.filter { $0.unit.level < .town }
  }

  var value: JSONValue {
    let units = MapUnits(
      summaries.map {
        MapUnits.Entry(
          unit: $0.unit, residents: $0.unit.population, settlements: $0.before.settlementTotal)
      })
    let places = MapPlaces(
      result.settlements.map { outcome in
        let one = outcome.settlement
        return MapPlaces.Entry(
          id: one.id, name: one.name, kind: one.kind,
          unit: units.number(
            one.kind, county: one.countyAdcode, prefecture: one.prefectureAdcode,
            province: one.provinceAdcode),
          position: Self.position(one), residents: one.population)
      })
    let frame = MapFrame(
      shapes: shapes, units: units, places: places, quarters: timeline.quarters)
    let sites = MapSites(result, grid: shapes.grid)
    var members = frame.members(language)
    members.append("plan", plan())
    members.append("siteMetres", .number(sites.metres))
    members.append("sites", .string(sites.packed().base64))
    if let marks = MapMarks(result, language, quarters: timeline.quarters) {
      members.append("marks", marks.value(shapes.grid, units: units))
    }
    members.append(
      "words",
      .object(JSONObject(PageWords.map.map { ($0.rawValue, .string($0.text(language))) })))
    return .object(members)
  }

  /// Settlements in the frame's order, with what keeps each from the next status and what speaks for or against
  /// it; then the units.
  private func plan() -> JSONValue {
    var packed = PackedNumbers()
    var texts = TextNumbers()
    // Looking up words is slow against the few lists of reasons that there are.
    var told: [[String]: Int] = [:]
    var cost: [String: Int] = [:]
    for package in result.packages { cost[package.settlement, default: 0] += package.costYuan }
    let left = Dictionary(
      (result.schedule?.unscheduled ?? []).map { ($0.package.settlement, $0) },
      uniquingKeysWith: { first, _ in first })
    for (outcome, changes) in zip(result.settlements, timeline.changes) {
      let settlement = outcome.settlement
      packed.append(outcome.groups.reduce(0) { $0 + $1.before.stations })
      packed.append(cost[settlement.id] ?? 0)
      packed.append(outcome.status.rank)
      packed.append(changes.count)
      for change in changes {
        packed.append(change.quarter)
        packed.append(change.status.rank)
      }
      packed.append(texts.number(outcome.failing.map(words) ?? ""))
      packed.append(outcome.readiness.feasible ? 1 : 0)
      packed.append(Int((outcome.readiness.priority * 1000).rounded()))
      let keys = outcome.readiness.reasons
      let number = told[keys] ?? texts.number(reasons(keys))
      told[keys] = number
      packed.append(number)
      packed.append(texts.number(left[settlement.id].map(words) ?? ""))
    }
    for summary in summaries {
      packed.append(summary.stations)
      packed.append(summary.costYuan)
    }
    return ["figures": .string(packed.base64), "texts": .array(texts.all.map { .string($0) })]
  }

  /// Where a settlement is drawn: its seat with most residents.
  static func position(_ settlement: Settlement) -> Coordinate? {
    let first = settlement.seats.first
    return settlement.seats.reduce(first) { best, seat in
      seat.population > best?.population ?? 0 ? seat : best
    }?.position
  }

  private func words(_ failing: CriterionResult) -> String {
    let name = Message.text(forKey: failing.criterion, language)
    func figure(_ value: Double) -> String {
      failing.unit == "1" ? Amount.share(value) : DecimalText.trimmed(value, decimals: 2)
    }
    return failing.criterion == CriterionKind.reach.rawValue
      ? name : "\(name) \(figure(failing.value)) < \(figure(failing.threshold))"
  }

  private func reasons(_ keys: [String]) -> String {
    Message.reasons(keys.filter { !Message.isUnknown(reason: $0) }, language)
  }

  private func words(_ left: UnscheduledPackage) -> String {
    let reason = Message(left.reason).text(language)
    return left.stoppedBy.map { "\(reason): \($0)" } ?? reason
  }
}
