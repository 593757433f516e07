import Coverage
import Geometry
import Radio
import Reporting
import Siting
import Territory

/// The covering problems that a plan has solved, for other solvers.
struct PlanModels {
  /// By group.
  let planners: [SettlementPlanner]
  let present: PresentNetwork
  /// Plans by group, in the places' order.
  let plans: [[SettlementPlan]]
  var keyPlaces: PlanKeyPlaces?

  /// Writes one model a settlement and group that has a proof, whole or not at all.
  func write(to folder: ModelFolder, threads: Int) throws(UserError) {
    try folder.replace { draft throws(UserError) in
      for (position, planner) in planners.enumerated() {
        let network = present.networks[position]
        let (places, plans) = (present.places, plans[position])
        let keyPlaces = keyPlaces
        _ = try ConcurrentMap.map(count: places.count, threads: threads) {
          (index) throws(UserError) -> Bool in
          guard let proof = plans[index].proof,
            let model = try planner.model(
              for: proof.status, places[index], network: network,
              keyPoints: keyPlaces?.demand(group: position, at: places[index]))
          else { return false }
          try draft.write(
            model.mps(),
            as: ModelFolder.fileName(
              settlement: places[index].settlement.id, group: planner.group))
          return true
        }
      }
    }
  }
}
