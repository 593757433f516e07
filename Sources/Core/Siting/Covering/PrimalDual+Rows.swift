import Kernels

/// What the method does for every row.
extension PrimalDual {
  /// Sets what the steps of layers and rows take of the rows.
  func openRows() {
    for (layer, range) in core.layerRows.enumerated() {
      for row in range {
        openWeights[row] = core.weights[row]
        rowEase[row] = 1 / rowStep[row]
        rowWanted[row] = 1
        rowLimits[row] = core.isFull[layer] ? .infinity : 0
      }
    }
    for row in cuts?.rows ?? [] { (openWeights[row], rowLimits[row]) = (0, .infinity) }
  }

  /// Covers rows by the extrapolated shares of sites.
  func coverRows() {
    let (shares, out) = (extrapolated, coverage)
    let rows = core.rows
    rowPieces.run { _, range in
      rows.sums(over: range, of: shares.start) { row, sum in out[row] = sum }
    }
  }

  /// Steps multipliers of rows by what is covered; gives the residual.
  func stepRows(_ anchor: Double, _ weight: Double) -> Double {
    cuts?.want(of: rowWanted)
    let rows = deepreach_rows(
      current: l.start, next: multipliers.start, start: lStart.start, cover: coverage.start,
      wanted: rowWanted.start, steps: rowStep.start, weights: openWeights.start,
      limits: rowLimits.start)
    let kernel = Kernel(rows: rows)
    let sums = Vector(rowPieces.count)
    let (ranges, layers, maximises) = (core.layerRows, layerMultipliers, core.maximises)
    rowPieces.run { piece, range in
      for (layer, own) in ranges.enumerated() {
        let part = range.clamped(to: own)
        guard !part.isEmpty else { continue }
        let step = deepreach_row_step(
          scale: weight, anchor: anchor, layer_multiplier: maximises ? 1 : layers[layer],
          is_bounded: maximises ? 1 : 0)
        withUnsafePointer(to: kernel.rows) {
          sums[piece] += deepreach_step_rows($0, part.lowerBound, part.upperBound, step)
        }
      }
    }
    return (0..<rowPieces.count).reduce(0) { $0 + sums[$1] }
  }

  /// Places that several threads write to in pieces of their own.
  private struct Kernel: @unchecked Sendable {
    let rows: deepreach_rows
  }

  /// Weight that a layer's rows outside inequalities are covered to at a multiplier, and by how much more at a
  /// larger one.
  func reach(
    _ layer: Int, _ multiplier: Double, _ weight: Double
  ) -> (reached: Double, slope: Double) {
    let range = core.layerRows[layer]
    let (cover, l, ease, weights) = (coverage, self.l, rowEase, openWeights)
    let sums = Vector(2 * rowPieces.count)
    rowPieces.run { piece, rows in
      let part = rows.clamped(to: range)
      let first = part.lowerBound
      deepreach_reach(
        cover.start + first, l.start + first, ease.start + first, weights.start + first, part.count,
        multiplier, 1 / weight, sums.start + 2 * piece)
    }
    return (0..<rowPieces.count).reduce((0.0, 0.0)) {
      ($0.0 + sums[2 * $1], $0.1 + sums[2 * $1 + 1])
    }
  }
}
