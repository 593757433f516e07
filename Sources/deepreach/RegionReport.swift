import Coverage
import Geometry
import Radio
import Reporting
import Siting
import Territory

/// What `site --region` says of a choice.
struct RegionReport {
  private let task: RegionTask
  private let result: CoveringResult
  private let seconds: Double
  private let services: [SettlementService]

  init(_ task: RegionTask, _ result: CoveringResult, seconds: Double) {
    self.task = task
    self.result = result
    self.seconds = seconds
    services = task.covering.services(of: result.chosen)
  }

  /// Settlements that the text names.
  private static let named = 10

  private var covering: RegionCovering { task.covering }
  private var maximises: Bool {
    switch task.problem.goal {
    case .mostWeight, .mostWeightFor: true
    case .everyDemand, .shares: false
    }
  }
  private var servedPeople: Double { covering.servedPeople + result.coveredWeights[0] }

  /// Distinct layers of the settlements, in their order.
  private var layers: [String] {
    var layers: [String] = []
    for layer in covering.demands.map(\.layer) {
      let text =
        "\(layer.place.rawValue) \(DecimalText.trimmed(layer.thresholdDBm, decimals: 1)) dBm "
        + "\(DecimalText.trimmed(layer.pointProbability, decimals: 3))"
      if !layers.contains(text) { layers.append(text) }
    }
    return layers
  }

  private var question: [(String, JSONValue)] {
    [
      ("regions", .array(task.scene.regions.map { .string($0) })),
      ("standard", .string(task.scene.standard.name)), ("group", .string(task.group.rawValue)),
      ("layers", .array(layers.map { .string($0) })),
      ("settlements", .int(covering.demands.count)),
    ]
  }

  /// People are residents, in fractions where cells share them.
  private var people: [(String, JSONValue)] {
    let share = covering.people > 0 ? servedPeople / covering.people : 1
    var rows: [(String, JSONValue)] = [
      ("people", .rounded(covering.people, decimals: 1)),
      ("people_before", .rounded(covering.servedPeople, decimals: 1)),
      ("people_after", .rounded(servedPeople, decimals: 1)),
      ("people_reachable", .rounded(covering.reachablePeople, decimals: 1)),
    ]
    if maximises {
      rows.append(
        ("people_bound", .rounded(covering.servedPeople + result.bound, decimals: 1)))
    }
    return rows + [("share", .rounded(share, decimals: 9))]
  }

  private var proof: [(String, JSONValue)] {
    let layer = task.problem.layers[0]
    return [
      ("objective", .rounded(result.objective, decimals: 6)),
      ("bound", .rounded(result.bound, decimals: 6)),
      ("gap", .rounded(result.gap, decimals: 9)),
      ("sites", .int(result.chosen.count)),
      ("stations", .int(services.reduce(0) { $0 + $1.stations })),
      ("cost", .rounded(result.cost, decimals: 2)),
      ("covered", .rounded(result.coveredWeights[0], decimals: 6)),
      ("demands", .int(layer.demandCount)),
      ("out_of_reach", .int(layer.uncoverableCount)),
      ("candidates", .int(task.problem.candidates.count)),
      ("pairs", .int(covering.entryCount)),
      ("stop", .string(result.stop.rawValue)),
      ("repeatable", .bool(result.isRepeatable)),
      ("effort", .rounded(result.effort, decimals: 3)),
      ("seconds", .rounded(seconds, decimals: 2)),
      ("peak_mb", .int(MemoryUse.peakBytes / 1_048_576)),
    ]
  }

  /// Everything, every settlement that is given stations included.
  var json: [(String, JSONValue)] {
    question + people + proof + [
      (
        "by_settlement",
        .array(
          ranked.map { index in
            let (settlement, service) = (covering.demands[index].settlement, services[index])
            return [
              "settlement": .string(settlement.id), "name": .string(settlement.name),
              "sites": .int(service.masts), "stations": .int(service.stations),
              "cost": .rounded(service.costYuan, decimals: 2),
              "people_before": .rounded(service.servedBefore, decimals: 1),
              "people_after": .rounded(service.servedAfter, decimals: 1),
            ]
          })
      ),
      ("chosen", .array(result.chosen.map { .string(covering.stations[$0].name) })),
    ]
  }

  /// A line a figure, and of the settlements those with most stations.
  var text: String {
    let lines = (question + people + proof).map { "\($0.0): \(SiteRun.plain($0.1))" }
    let ranked = ranked
    let named = ranked.prefix(Self.named).map { index in
      let (settlement, service) = (covering.demands[index].settlement, services[index])
      let newly = service.servedAfter - service.servedBefore
      return "\(settlement.id) \(settlement.name): \(service.stations) stations, "
        + "\(DecimalText.trimmed(service.costYuan, decimals: 0)) yuan, "
        + "\(DecimalText.trimmed(newly, decimals: 0)) people more"
    }
    let rest = ranked.count - named.count
    return (lines + named + (rest > 0 ? ["and \(rest) more settlements"] : []))
      .joined(separator: "\n") + "\n"
  }

  /// Settlements that are given stations or serve more people, most stations first.
  private var ranked: [Int] {
    services.indices.filter {
      services[$0].masts > 0 || services[$0].servedAfter > services[$0].servedBefore
    }.sorted { (-services[$0].stations, $0) < (-services[$1].stations, $1) }
  }
}
