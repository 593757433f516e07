extension PrimalDual {
  /// What the last step's shares are worth, rows covered up to 1: weight, or price and what the
  /// layers still miss at their multipliers; and whether they miss hardly anything.
  func objective() -> (value: Double, isFeasible: Bool) {
    let layers = layerSums()
    if core.maximises { return (layers.reduce(0, +), true) }
    var value = core.names.indices.reduce(0) { $0 + core.prices[$1] * shares[$1] }
    var isFeasible = true
    for (layer, sum) in layers.enumerated() {
      if core.isFull[layer] {
        if sum > 1e-6 { isFeasible = false }
      } else {
        let missing = max(0, core.thresholds[layer] - sum)
        value += layerMultipliers[layer] * missing
        if missing > 1e-4 * core.thresholds[layer] { isFeasible = false }
      }
    }
    return (value, isFeasible)
  }

  /// Weight covered of each layer; of full layers what their rows miss.
  private func layerSums() -> [Double] {
    addVisits(core.rows.entryCount)
    let count = core.layerRows.count
    let sums = Vector(rowPieces.count * count)
    let (core, shares) = (self.core, self.shares)
    let ends = core.layerRows.map(\.upperBound)
    rowPieces.run { piece, range in
      var layer = ends.firstIndex { $0 > range.lowerBound } ?? 0
      core.rows.sums(over: range, of: shares.start) { row, share in
        while row >= ends[layer] { layer += 1 }
        sums[piece * count + layer] +=
          core.isFull[layer] ? max(0, 1 - share) : core.weights[row] * min(1, share)
      }
    }
    return (0..<count).map { layer in
      (0..<rowPieces.count).reduce(0) { $0 + sums[$1 * count + layer] }
    }
  }
}
