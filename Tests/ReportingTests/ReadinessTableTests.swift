import Coverage
import Geometry
import Radio
import Reporting
import Siting
import Territory
import TestSupport
import Testing

/// `readiness.csv` and the report's section, of judgements made by hand.
@Suite struct ReadinessTableTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func figure(_ value: Double) -> Figure {
    Figure(value: value, unit: "1", kind: .judgement, source: "test")
  }

  private var rule: ReadinessRule {
    ReadinessRule(
      ReadinessBook(
        gates: .init(
          backhaulKilometres: figure(30), powerAvailable: figure(1), localCommitment: figure(1)),
        routeDetour: figure(1.5),
        weights: ReadinessWeights(
          seatPopulation: figure(0.2), traffic: figure(0.2), shareableSitesAndFibre: figure(0.2),
          industry: figure(0.1), transport: figure(0.05), scenic: figure(0.05),
          localSupport: figure(0.1), equity: figure(0.1)),
        fullScores: FullScores(
          seatPopulation: figure(1000), trafficGigabytes: figure(1),
          industryEmployees: figure(1), transportHubs: figure(1), scenicAreas: figure(1))))
  }

  /// The city without a word, the county seat with everything, the town far away and not committed.
  private func write(_ language: Language) throws {
    let plan = TinyPlan()
    let tiny = try plan.result()
    var full = ReadinessSignals()
    full.traffic = 1
    full.localCommitment = true
    full.border = true
    full.assisted = false
    let links = BackhaulRule(
      fibreYuanPerMetre: 2, detour: 1.5, microwaveYuanPerHop: 100, microwaveMetres: 5000,
      routeLimitMetres: 30_000)
    let facts = [
      ReadinessFacts(
        kind: .city, population: 500, backhaul: nil, isReachable: true, existingStations: 8),
      ReadinessFacts(
        kind: .countySeat, population: 200, backhaul: links.link(to: 0, metres: 4000),
        isReachable: true, existingStations: 0,
        way: BackhaulWay(
          longestRouteMetres: 6000, links: 1, sharedCostYuan: 50, parent: "330100"),
        signals: full),
      ReadinessFacts(
        kind: .townSeat, population: 100, backhaul: links.link(to: 1, metres: 24_000),
        isReachable: false, existingStations: 0,
        way: BackhaulWay(
          longestRouteMetres: 36_000, links: 2, sharedCostYuan: 72_050.4, parent: "330182")),
    ]
    let result = PlanResult(
      standard: tiny.standard, groups: tiny.groups, gazetteer: tiny.gazetteer,
      regions: tiny.regions, networkKind: tiny.networkKind,
      settlements: zip(tiny.settlements, facts).map { outcome, facts in
        SettlementOutcome(
          settlement: outcome.settlement, readiness: rule.assess(facts), groups: outcome.groups)
      }, packages: tiny.packages, schedule: tiny.schedule, existingSites: [], plannedSites: [],
      publishedStations: [])
    try plan.write(scratch, result: result, language: language)
  }

  private func row(_ settlement: String) throws -> [String: String] {
    let table = try CSVTable(
      name: "readiness.csv", bytes: Array(try scratch.text("run/readiness.csv").utf8))
    let row = try #require(table.rows.first { $0.cells[0] == settlement })
    return Dictionary(uniqueKeysWithValues: zip(table.header, row.cells))
  }

  @Test func everyGateStandsWithValueAndLimit() throws {
    try write(.english)
    let county = try row("330182")
    #expect(county["feasible"] == "true")
    #expect(county["asked_by_policy"] == "false")
    #expect(county["backhaul_longest_km"] == "6.000")
    #expect(county["backhaul_limit_km"] == "30.000")
    #expect(county["backhaul_km"] == "6.000")
    #expect(county["backhaul_medium"] == "microwave")
    #expect(county["backhaul_parent"] == "330100")
    #expect(county["backhaul_cost_share_yuan"] == "50")
    #expect(county["power"] == "unknown")
    #expect(county["power_basis"] == "assumed")
    #expect(county["local_commitment"] == "1")
    #expect(county["local_commitment_limit"] == "1")
    let town = try row("330182200")
    #expect(town["feasible"] == "false")
    #expect(town["backhaul_medium"] == "fibre")
    #expect(town["backhaul_links"] == "2")
    #expect(town["backhaul_cost_share_yuan"] == "72050")
    #expect(town["local_commitment"] == "unknown")
    #expect(town["reasons"]?.hasPrefix("backhaul-too-far;local-commitment-unknown;") == true)
  }

  @Test func thePriorityCanBeRecomputedFromItsRow() throws {
    try write(.english)
    for settlement in ["330100", "330182", "330182200"] {
      let row = try row(settlement)
      var sum = 0.0
      var weight = 0.0
      for signal in ReadinessSignal.allCases {
        let column = signal.rawValue.replacing("-", with: "_")
        let own = try #require(Double(row[column + "_weight"] ?? ""))
        guard let score = Double(row[column] ?? "") else {
          #expect(row[column] == "unknown")
          continue
        }
        sum += own * score
        weight += own
      }
      let priority = try #require(Double(row["priority"] ?? ""))
      #expect(abs(priority - sum / weight) < 1e-4, "\(settlement)")
    }
  }

  @Test func citiesAreMarkedAsAskedByPolicy() throws {
    try write(.english)
    let city = try row("330100")
    #expect(city["asked_by_policy"] == "true")
    #expect(city["feasible"] == "true")
    #expect(city["backhaul_longest_km"] == "0.000")
    #expect(city["backhaul_parent"] == "")
    #expect(city["power_basis"] == "station")
    #expect(city["border"] == "unknown")
  }

  @Test(arguments: Language.allCases) func reasonsStandInTheWordsOfTheLanguage(
    language: Language
  ) throws {
    try write(language)
    let words = try #require(try row("330182200")["reasons_in_words"])
    let expected =
      language == .chinese
      ? "回传距离超限；地方是否承诺未知；" : "backhaul too far; local commitment not known; "
    #expect(words.hasPrefix(expected), "\(words)")
    #expect(!words.contains("unknown:"))
    #expect(try row("330182200")["reasons"]?.contains("unknown:traffic") == true)
    let report = try scratch.text("run/report.md")
    #expect(report.contains(Message.readinessHeading.text(language)))
    #expect(report.contains(Message.backhaulTooFar.text(language)))
    #expect(report.contains(Message.localCommitmentUnknown.text(language)))
    // The only town is not feasible: nobody is next.
    #expect(!report.contains(Message.nextTowns.text(language, ["1"])))
  }

  @Test func theNextTownsAreThoseOfHighestPriorityThatAreOpenAndNotDeep() throws {
    var plan = TinyPlan()
    plan.hasSchedule = false
    let tiny = try plan.result()
    // Priorities 0.00 to 0.13 by number, but for a tie of 5 and 6, 13 shut and 12 deep already.
    let towns = try (0..<14).map { number -> SettlementOutcome in
      let id = "3301822\(number < 10 ? "0" : "")\(number)"
      let status: CoverageStatus = number == 12 ? .deep : .none
      return SettlementOutcome(
        settlement: try TinyPlan.settlement(id, .townSeat, people: 10, squareMetres: 1e4),
        readiness: Readiness(
          feasible: number != 13, priority: Double(number == 6 ? 5 : number) / 100, reasons: []),
        groups: [NetworkGroup.mobile, .unicom].map {
          GroupOutcome(
            before: TinyPlan.audit(id, $0, status, stations: 0), plannedStatus: status,
            quarter: nil, unmet: nil)
        })
    }
    let result = PlanResult(
      standard: tiny.standard, groups: tiny.groups, gazetteer: tiny.gazetteer,
      regions: tiny.regions, networkKind: tiny.networkKind, settlements: towns, packages: [],
      schedule: nil, existingSites: [], plannedSites: [], publishedStations: [])
    let lines = PlanSummary(result).text(.english, width: nil).split(separator: "\n")
    let heading = try #require(lines.firstIndex { $0.hasPrefix("The next 10 towns") })
    let named = lines[(heading + 3)..<(heading + 13)].map { line in
      line.split(separator: " ").first.map(String.init) ?? ""
    }
    let order = ["11", "10", "09", "08", "07", "05", "06", "04", "03", "02"]
    #expect(named == order.map { "N,3301822\($0)" })
    #expect(!lines[heading + 13].hasPrefix("N,"))
  }

  /// Every key that the rule can give has words in the catalogue.
  @Test func everyReasonHasWords() {
    let keys =
      ReadinessRule.refusals + [ReadinessRule.askedByPolicy, BackhaulOrder.reason]
      + ReadinessSignal.allCases.map(\.rawValue) + ["border", "assisted"]
    for key in keys {
      #expect(Message(rawValue: key) != nil, "\(key)")
      for language in Language.allCases {
        #expect(Message.reason("unknown:" + key, language) != Message.reason(key, language))
        #expect(!Message.reason("unknown:" + key, language).contains("unknown:"))
      }
    }
  }
}
