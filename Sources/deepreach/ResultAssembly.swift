import Coverage
import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import Territory

/// Puts together what a run found out.
struct ResultAssembly {
  let scene: Scene
  let present: PresentNetwork
  /// Plans by group, in the places' order; empty in an audit.
  let plans: [[SettlementPlan]]
  /// Their packages in the order of the plans.
  let packages: [WorkPackage]
  var supply: CandidateSupply?

  func result(_ schedule: Schedule?) -> PlanResult {
    let planned = PlannedStatuses(schedule)
    let settlements = present.places.indices.map { index in
      SettlementOutcome(
        settlement: present.places[index].settlement, readiness: present.readiness[index],
        groups: present.audits.indices.map { group in
          let audit = present.audits[group][index]
          return GroupOutcome(
            before: audit, plannedStatus: planned.status(after: audit),
            quarter: planned.quarter(after: audit),
            unmet: plans.isEmpty ? nil : plans[group][index].unmet,
            proof: plans.isEmpty ? nil : plans[group][index].proof)
        })
    }
    return PlanResult(
      standard: scene.standard.name, groups: scene.settings.groups, gazetteer: scene.gazetteer,
      regions: scene.regions, networkKind: present.kind, settlements: settlements,
      packages: packages, schedule: schedule,
      existingSites: existing(), plannedSites: plans.joined().flatMap(\.sites),
      publishedStations: zip(scene.settings.groups, present.publishedStations).map {
        PublishedStations(
          group: $0, stations: $1,
          date: scene.books.stations.count(before: scene.settings.from)?.date ?? "–")
      },
      sharedCandidates: zip(scene.settings.groups, plans).flatMap {
        SharedCandidate.among($1, group: $0, supply: supply)
      })
  }

  /// Sites of the networks that belong to the settlements asked for; all of a register.
  private func existing() -> [Site] {
    let own = Set(present.places.map(\.settlement.id))
    return present.networks.flatMap { network in
      network.sites.filter { $0.settlement.map(own.contains) ?? true }
    }
  }
}
