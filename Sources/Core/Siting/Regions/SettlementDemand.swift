public import Coverage
import Radio
public import Territory

/// The people of one settlement whom no station of a group serves in one layer of the standard, and what
/// each candidate would serve of them. Residents are spread evenly over the settlement's cells, as an
/// audit's share of residents has them.
public struct SettlementDemand: Sendable {
  /// Where.
  public let settlement: Settlement
  /// What it means to be served.
  public let layer: CoverageLayer
  /// Cells of the settlement, and those of them that are served already.
  let cellCount: Int
  let servedCells: Int
  let candidates: SettlementCandidates
  /// Of the one layer.
  let cells: UnservedCells

  /// Residents of a cell.
  var peoplePerCell: Double { Double(settlement.population) / Double(max(1, cellCount)) }

  /// Residents.
  public var people: Double { Double(settlement.population) }

  /// Residents who are served as things stand.
  public var servedPeople: Double { Double(servedCells) * peoplePerCell }

  /// Pairs of a candidate and an unserved cell that it would serve: what a problem's size is measured by.
  public var entryCount: Int { cells.byCandidate.reduce(0) { $0 + $1.entryCount } }

  /// Of each candidate the unserved cells that it would serve.
  var byCandidate: Incidence { cells.byCandidate.first ?? Incidence() }
  var unservedCells: Int { cells.counts.first ?? 0 }
}

extension SettlementPlanner {
  /// What the network as it stands leaves unserved at a place, among the same candidates, carriers and
  /// prices as a plan's.
  ///
  /// - Parameter kind: of the layer; nil for the one that people are hardest to reach in.
  /// - Returns: nil where the standard has no such layer for the settlement, or the group builds nothing
  ///   in its morphology.
  public func demand(
    _ place: AssessedPlace, network: SiteIndex, in kind: CoverageLayer.Place?
  ) -> SettlementDemand? {
    let assessment = engine.assessment(for: place.settlement.kind)
    guard let setup = setups[place.settlement.morphology],
      let layer = assessment.peopleLayer(kind)
    else { return nil }
    let state = engine.state(of: place, network: network)
    let candidates = SettlementCandidates(
      place, setup: setup, planner: self, layers: assessment.layers)
    return SettlementDemand(
      settlement: place.settlement, layer: assessment.layers[layer],
      cellCount: place.grid.cellCount, servedCells: state.masks[layer].servedCount,
      candidates: candidates,
      cells: UnservedCells(candidates, layers: [layer], state: state))
  }
}

extension Assessment {
  /// Index of the layer in which people are hardest to reach: of the criteria of coverage that of the
  /// highest status, inside buildings before outdoors, then the strongest SS-RSRP, then the highest
  /// probability; nil where there is none of the kind asked for.
  public func peopleLayer(_ kind: CoverageLayer.Place?) -> Int? {
    var best: (status: CoverageStatus, layer: Int)?
    for item in criteria {
      guard let index = item.layer, kind.map({ layers[index].place == $0 }) ?? true else {
        continue
      }
      if let known = best {
        let isHarder =
          item.status != known.status
          ? item.status > known.status : layers[index].isHarder(than: layers[known.layer])
        guard isHarder else { continue }
      }
      best = (item.status, index)
    }
    return best?.layer
  }
}

extension CoverageLayer {
  fileprivate func isHarder(than other: CoverageLayer) -> Bool {
    let isIndoor = (place == .indoor, other.place == .indoor)
    if isIndoor.0 != isIndoor.1 { return isIndoor.0 }
    return (thresholdDBm, pointProbability) > (other.thresholdDBm, other.pointProbability)
  }
}
