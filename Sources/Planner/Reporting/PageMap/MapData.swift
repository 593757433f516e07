import Coverage
import Geometry
import Radio
import Scheduling
import Siting
import Territory

/// What the map of a page is drawn from, as one JSON value.
struct MapData {
  private let result: PlanResult
  private let language: Language
  private let shapes: MapShapes
  private let timeline: StatusTimeline
  private let units: [UnitSummary]
  private var numbers: [String: Int] = [:]

  init(
    _ result: PlanResult, _ language: Language, shapes: MapShapes, timeline: StatusTimeline,
    rollup: UnitRollup
  ) {
    self.result = result
    self.language = language
    self.shapes = shapes
    self.timeline = timeline
    units = rollup.units.filter { $0.unit.level < .town }
    for (index, summary) in units.enumerated() { numbers[summary.unit.adcode] = index }
  }

  var value: JSONValue {
    let sites = MapSites(result, grid: shapes.grid)
    let places = places()
    return [
      "language": .string(language.rawValue), "metres": .number(shapes.grid.metres),
      "width": .int(shapes.columns), "height": .int(shapes.rows),
      "quarters": .array(timeline.quarters.map { .string($0.description) }),
      "statuses": .array(CoverageStatus.allCases.map { .string(Message($0).text(language)) }),
      "arcs": .string(shapes.packedArcs().base64),
      "areas": .string(shapes.packedAreas(numbers: numbers).base64),
      "units": unitValue(), "places": places,
      "siteMetres": .number(sites.metres), "sites": .string(sites.packed().base64),
      "words": .object(JSONObject(PageWords.map.map { ($0.rawValue, .string($0.text(language))) })),
    ]
  }

  /// Provinces, prefectures and counties in columns.
  private func unitValue() -> JSONValue {
    var packed = PackedNumbers()
    for summary in units {
      packed.append(UnitLevel.allCases.firstIndex(of: summary.unit.level) ?? 0)
      packed.append(summary.unit.parent.flatMap { numbers[$0] }.map { $0 + 1 } ?? 0)
      packed.append(summary.unit.population)
      packed.append(summary.stations)
      packed.append(summary.costYuan)
      packed.append(summary.before.settlementTotal)
    }
    return [
      "codes": .array(units.map { .string($0.unit.adcode) }),
      "names": .array(units.map { .string(name($0.unit)) }), "figures": .string(packed.base64),
    ]
  }

  private func name(_ unit: AdministrativeUnit) -> String {
    language == .chinese || unit.englishName.isEmpty
      ? unit.name : unit.englishName + " " + unit.name
  }

  /// Settlements in columns, with what keeps each from the next status and what speaks for or against it.
  private func places() -> JSONValue {
    var packed = PackedNumbers()
    var texts = TextNumbers()
    // Looking up words is slow against the few lists of reasons that there are.
    var told: [[String]: Int] = [:]
    var cost: [String: Int] = [:]
    for package in result.packages { cost[package.settlement, default: 0] += package.costYuan }
    let left = Dictionary(
      (result.schedule?.unscheduled ?? []).map { ($0.package.settlement, $0) },
      uniquingKeysWith: { first, _ in first })
    var before = MapGrid.Point(column: 0, row: 0)
    for (outcome, changes) in zip(result.settlements, timeline.changes) {
      let settlement = outcome.settlement
      let point = Self.position(settlement).map { shapes.grid.point($0) } ?? before
      packed.append(settlement.kind.tier)
      packed.append(unit(of: settlement).map { $0 + 1 } ?? 0)
      packed.append(signed: point.column - before.column)
      packed.append(signed: point.row - before.row)
      before = point
      packed.append(settlement.population)
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
    return [
      "codes": .array(result.settlements.map { .string($0.settlement.id) }),
      "names": .array(result.settlements.map { .string($0.settlement.name) }),
      "figures": .string(packed.base64), "texts": .array(texts.all.map { .string($0) }),
    ]
  }

  /// Where a settlement is drawn: its seat with most residents.
  static func position(_ settlement: Settlement) -> Coordinate? {
    let first = settlement.seats.first
    return settlement.seats.reduce(first) { best, seat in
      seat.population > best?.population ?? 0 ? seat : best
    }?.position
  }

  /// The unit it counts in: a city in its prefecture, the others in their county.
  private func unit(of settlement: Settlement) -> Int? {
    let county = settlement.kind == .city ? nil : settlement.countyAdcode
    return [county, settlement.prefectureAdcode, settlement.provinceAdcode].lazy
      .compactMap { $0.flatMap { numbers[$0] } }.first
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

/// Texts that are named by number, each once.
private struct TextNumbers {
  private(set) var all = [""]
  private var numbers = ["": 0]

  mutating func number(_ text: String) -> Int {
    if let known = numbers[text] { return known }
    numbers[text] = all.count
    all.append(text)
    return all.count - 1
  }
}
