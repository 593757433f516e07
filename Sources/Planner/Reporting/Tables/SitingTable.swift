import Radio
import Territory
import Coverage
import Siting

/// `siting.csv`: one row a settlement and group for which sites were chosen, or for which the candidates
/// do not reach the standard; with key places also for which there are key points.
enum SitingTable {
  private static let columns = [
    "settlement", "name", "kind", "province", "group", "before", "status", "cost_yuan",
    "bound_yuan", "gap", "greedy_yuan", "stop", "repair_stations", "effort_millions",
    "unmet", "unmet_best", "unmet_threshold",
  ]

  private static let keyPointColumns = [
    "key_points", "key_points_served", "key_points_planned", "key_points_unreachable",
  ]

  static func csv(_ result: PlanResult) -> [UInt8] {
    var writer = CSVWriter(
      header: columns + (result.keyPlaces == nil ? [] : keyPointColumns))
    let keyPoints = result.keyPlaces?.counts()
    for outcome in result.settlements {
      for group in outcome.groups {
        let settlement = outcome.settlement
        let points = keyPoints?[group.before.group]?[settlement.id]
        guard group.proof != nil || group.unmet != nil || points != nil else { continue }
        let proof = group.proof
        writer.append(
          [
            .text(settlement.id), .text(settlement.name), .text(settlement.kind.rawValue),
            .text(settlement.provinceAdcode), .text(group.before.group.rawValue),
            .text(group.before.status.rawValue),
            .text((proof?.status ?? group.before.status).rawValue),
          ] + figures(proof) + unmet(group.unmet)
            + (keyPoints == nil ? [] : cells(points ?? PlannedKeyPlaces.Count())))
      }
    }
    return writer.bytes
  }

  private static func cells(_ points: PlannedKeyPlaces.Count) -> [CSVCell] {
    [points.points, points.served, points.planned, points.unreachable].map { .integer($0) }
  }

  private static func figures(_ proof: SitingProof?) -> [CSVCell] {
    guard let proof else { return [.integer(0), .integer(0)] + empty(5) }
    return [
      .decimal(proof.costYuan, decimals: 0), .decimal(proof.boundYuan, decimals: 0),
      .decimal(proof.gap, decimals: 6), .decimal(proof.greedyYuan, decimals: 0),
      .text(proof.stop.rawValue), .integer(proof.repairStations),
      .decimal(proof.effort, decimals: 3),
    ]
  }

  private static func unmet(_ unmet: CriterionResult?) -> [CSVCell] {
    guard let unmet else { return empty(3) }
    return [
      .text(unmet.criterion), .decimal(unmet.value, decimals: 6),
      .decimal(unmet.threshold, decimals: 6),
    ]
  }

  private static func empty(_ count: Int) -> [CSVCell] {
    [CSVCell](repeating: .text(""), count: count)
  }
}
