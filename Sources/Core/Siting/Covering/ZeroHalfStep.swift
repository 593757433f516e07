/// The part of the primal-dual method (``PrimalDual``) that zero-half inequalities add: multipliers of the
/// inequalities, and whether their rows are covered, 0 to 1, which is no longer eliminated for these rows.
final class ZeroHalfStep {
  let cuts: [ZeroHalfCut]
  /// Rows of inequalities in ascending order, and the place of each row among them, -1 for others.
  let rows: [Int]
  let place: [Int32]
  /// Last step, within all limits.
  let multipliers: Vector
  private let covered: Vector
  /// Sum of multipliers times coefficients of each site, as the next step takes it.
  let siteValues: Vector
  /// Covered shares, extrapolated.
  let extrapolated: Vector

  private let core: CoveringCore
  private let entries: ZeroHalfEntries
  private let m: Vector
  private let mStart: Vector
  private let z: Vector
  private let zStart: Vector
  private let cutStep: Vector
  private let coverStep: Vector
  /// Weight of each place, and places of each layer.
  private let weights: Vector
  private let layerPlaces: [Range<Int>]

  /// - Parameters:
  ///   - method: whose steps are made smaller by what the inequalities add.
  ///   - known: multipliers of the first inequalities.
  init(_ core: CoveringCore, _ cuts: [ZeroHalfCut], known: [Double], method: PrimalDual) {
    self.core = core
    self.cuts = cuts
    var place = [Int32](repeating: -1, count: core.rowCount)
    for cut in cuts { for row in cut.rows { place[Int(row)] = 0 } }
    let rows = place.indices.filter { place[$0] == 0 }
    for (index, row) in rows.enumerated() { place[row] = Int32(index) }
    self.rows = rows
    self.place = place
    entries = ZeroHalfEntries(
      cuts, place: place, placeCount: rows.count, threads: method.sitePieces.threads)
    multipliers = Vector(cuts.count)
    m = Vector(cuts.count)
    mStart = Vector(cuts.count)
    cutStep = Vector(cuts.count)
    covered = Vector(rows.count)
    z = Vector(rows.count)
    zStart = Vector(rows.count)
    coverStep = Vector(rows.count)
    extrapolated = Vector(rows.count)
    weights = Vector(rows.count)
    siteValues = Vector(core.siteCount)
    var layerPlaces: [Range<Int>] = []
    for range in core.layerRows {
      let first = layerPlaces.last?.upperBound ?? 0
      let end = rows[first...].firstIndex { $0 >= range.upperBound } ?? rows.count
      layerPlaces.append(first..<end)
    }
    self.layerPlaces = layerPlaces
    for (cut, multiplier) in known.enumerated() { multipliers[cut] = multiplier }
    for (index, row) in rows.enumerated() {
      weights[index] = core.weights[row]
      covered[index] = min(1, core.rows[row].reduce(0) { $0 + method.shares[Int($1)] })
      extrapolated[index] = covered[index]
    }
    setSteps(method)
    restart()
  }

  /// Steps of all inequalities, rows and sites together keep the norm of the whole at 1 (Pock and Chambolle 2011).
  private func setSteps(_ method: PrimalDual) {
    for (index, row) in rows.enumerated() {
      let length = Double(max(1, core.rows.length(row)))
      let scale = method.rowStep[row] * length
      method.rowStep[row] = scale / (length + 1)
      coverStep[index] = scale
    }
    for (index, cut) in cuts.enumerated() {
      let scale =
        cut.rows.reduce(0) {
          $0 + method.rowStep[Int($1)] * Double(core.rows.length(Int($1)) + 1)
        } / Double(cut.rows.count)
      cutStep[index] = scale / (cut.coefficients.reduce(0, +) + Double(cut.rows.count))
      for row in cut.rows { coverStep[Int(place[Int(row)])] += scale }
      for (site, coefficient) in zip(cut.sites, cut.coefficients)
      where method.siteStep[Int(site)] > 0 {
        method.siteStep[Int(site)] = 1 / (1 / method.siteStep[Int(site)] + scale * coefficient)
      }
    }
    for index in rows.indices { coverStep[index] = 1 / coverStep[index] }
  }

  /// Weight that the rows of a layer are covered to, extrapolated.
  func coveredWeight(layer: Int) -> Double {
    layerPlaces[layer].reduce(0) { $0 + weights[$1] * extrapolated[$1] }
  }

  /// Notes how far the rows are to be covered.
  func want(of wanted: Vector) {
    for (index, row) in rows.enumerated() { wanted[row] = extrapolated[index] }
  }

  /// Sets `siteValues` by the multipliers as they are.
  func weighSites() {
    let (values, m, entries) = (siteValues, self.m, entries)
    entries.sitePieces.run { _, range in
      entries.siteCuts.sums(over: range, of: m.start, times: entries.siteCoefficients.start) {
        values[Int(entries.sites[$0])] = $1
      }
    }
  }

  /// Steps what is covered; gives the residual.
  func stepCover(
    _ anchor: Double, _ weight: Double, multipliers l: Vector, layerMultipliers: [Double]
  ) -> Double {
    var moved = 0.0
    for (layer, places) in layerPlaces.enumerated() {
      let value = core.maximises ? 1 : layerMultipliers[layer]
      entries.placeCuts.sums(over: places, of: m.start) { index, lost in
        let slope = value * weights[index] - l[rows[index]] - lost
        let old = z[index]
        let new = min(1, max(0, old + coverStep[index] / weight * slope))
        covered[index] = new
        extrapolated[index] = 2 * new - old
        moved += (new - old) * (new - old) / coverStep[index] * weight
        z[index] = (1 - anchor) * (2 * new - old) + anchor * zStart[index]
      }
    }
    return moved
  }

  /// Steps the multipliers by extrapolated shares of sites; gives the residual.
  func stepCuts(_ anchor: Double, _ weight: Double, shares: Vector) -> Double {
    let sums = Vector(entries.cutPieces.count)
    let (m, mStart, out, step) = (self.m, self.mStart, multipliers, cutStep)
    let (entries, covered) = (self.entries, extrapolated)
    entries.cutPieces.run { piece, range in
      var moved = 0.0
      entries.cutSites.sums(over: range, of: shares.start, times: entries.coefficients.start) {
        index, sum in
        var missing = -sum - entries.lost[index]
        for position in entries.cutPlaces.offsets[index]..<entries.cutPlaces.offsets[index + 1] {
          missing += covered[Int(entries.cutPlaces.indices[position])]
        }
        let old = m[index]
        let size = step[index] * weight
        let new = max(0, old + size * missing)
        out[index] = new
        moved += (new - old) * (new - old) / size
        m[index] = (1 - anchor) * (2 * new - old) + anchor * mStart[index]
      }
      sums[piece] = moved
    }
    return (0..<entries.cutPieces.count).reduce(0) { $0 + sums[$1] }
  }

  /// Squares of the way from the last restart, for what is covered and for multipliers.
  var way: (cover: Double, cuts: Double) {
    var way = (cover: 0.0, cuts: 0.0)
    for index in rows.indices {
      let step = covered[index] - zStart[index]
      way.cover += step * step / coverStep[index]
    }
    for index in cuts.indices {
      let step = multipliers[index] - mStart[index]
      way.cuts += step * step / cutStep[index]
    }
    return way
  }

  /// Goes on from the last step.
  func restart() {
    covered.copy(to: z)
    covered.copy(to: zStart)
    multipliers.copy(to: m)
    multipliers.copy(to: mStart)
  }
}
