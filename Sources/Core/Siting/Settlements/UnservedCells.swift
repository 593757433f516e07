import Coverage
import Geometry

/// Cells that no station serves, layer by layer, and which of them each candidate would. Cells of key points that
/// have to be served come last, as a layer of their own.
struct UnservedCells: Sendable {
  /// Layers of the state, in ascending order.
  let layers: [Int]
  /// Unserved cells of each layer.
  let counts: [Int]
  /// Of each layer, by candidate, the unserved cells that it serves.
  let byCandidate: [Incidence]
  /// Whether the last layer is one of key points, all of which the first choices of the candidates serve.
  let hasKeyPoints: Bool

  init(
    _ candidates: SettlementCandidates, layers: [Int], state: CoverageState,
    keyPoints: KeyPointDemand? = nil
  ) {
    hasKeyPoints = keyPoints != nil
    self.layers = layers + (keyPoints == nil ? [] : [state.layers.count])
    let grid = state.place.grid
    var counts: [Int] = []
    var lists: [Incidence] = []
    var scratch: [UInt16] = []
    for layer in layers {
      let mask = state.masks[layer]
      var numbers = [Int32](repeating: -1, count: grid.cellCount)
      var count: Int32 = 0
      for cell in 0..<grid.cellCount where !mask[cell] {
        numbers[cell] = count
        count += 1
      }
      var incidence = Incidence()
      for candidate in 0..<candidates.count {
        let cells = candidates.cells(candidate, layer: layer, on: grid, scratch: &scratch)
        incidence.append(cells.lazy.map { numbers[Int($0)] }.filter { $0 >= 0 })
      }
      counts.append(Int(count))
      lists.append(incidence)
    }
    if let points = keyPoints?.grid {
      var incidence = Incidence()
      for candidate in 0..<candidates.count {
        incidence.append(
          candidates.cells(
            candidate, layer: state.layers.count, on: points, scratch: &scratch))
      }
      counts.append(points.cellCount)
      lists.append(incidence)
    }
    self.counts = counts
    byCandidate = lists
  }

  /// The same with every cell of a key point.
  func missingWithKeyPoints(
    for target: CoverageStatus, _ assessment: Assessment, state: CoverageState
  ) -> [Int] {
    var missing = missing(for: target, assessment, state: state)
    if hasKeyPoints, let all = counts.last { missing[missing.count - 1] = all }
    return missing
  }

  /// Cells of each layer that are still to be served for every criterion up to a status, which asks for no key
  /// points.
  func missing(
    for target: CoverageStatus, _ assessment: Assessment, state: CoverageState
  ) -> [Int] {
    layers.map { layer in
      assessment.criteria.filter { $0.layer == layer && $0.status <= target }.reduce(0) {
        let cells = state.place.grid.cells(forShare: $1.threshold)
        return max($0, cells - state.masks[layer].servedCount)
      }
    }
  }
}
