import Coverage
import Geometry
import Radio
import Siting
import Territory

/// Readiness of the settlements asked for, with the forest of backhaul links over the whole country, so
/// that a region's links are the country's.
struct SettlementReadiness {
  let scene: Scene
  /// Audits by group, in the order of the settlements asked for.
  let audits: [[SettlementAudit]]
  /// Modelled stations of every settlement of the country, by group; empty with a register.
  let counts: [[Int]]

  /// Readiness in the order of the settlements asked for.
  func readiness() -> [Readiness] {
    let rule = ReadinessRule(scene.books.readiness)
    let own = ownStations()
    let forest = BackhaulForest(
      scene.records.map(\.center), isSource: own.map { $0 > 0 }, rule: backhaulRule)
    return scene.selected.map { index in
      let record = scene.records[index]
      let link = forest.links[index]
      let parent = link?.parent
      return rule.assess(
        ReadinessFacts(
          kind: record.kind, population: record.population, backhaul: link,
          isReachable: forest.isReachable[index],
          waitsFor: parent.flatMap { forest.links[$0] == nil ? nil : scene.records[$0].id },
          existingStations: own[index], way: forest.way(index) { scene.records[$0].id },
          signals: scene.signals.signals(of: record)))
    }
  }

  private var backhaulRule: BackhaulRule {
    let costs = scene.books.costs
    let book = scene.books.readiness
    return BackhaulRule(
      fibreYuanPerMetre: costs.fibreYuanPerMetre.value, detour: book.routeDetour.value,
      microwaveYuanPerHop: costs.microwaveYuanPerHop.value,
      microwaveMetres: costs.microwaveKilometres.value * 1000,
      routeLimitMetres: book.gates.backhaulKilometres.value * 1000)
  }

  /// Stations of any group by record.
  private func ownStations() -> [Int] {
    var own = [Int](repeating: 0, count: scene.records.count)
    for group in counts where !group.isEmpty {
      for index in own.indices { own[index] += group[index] }
    }
    if counts.allSatisfy(\.isEmpty) {
      for group in audits {
        for (index, audit) in zip(scene.selected, group) { own[index] += audit.stations }
      }
    }
    return own
  }
}
