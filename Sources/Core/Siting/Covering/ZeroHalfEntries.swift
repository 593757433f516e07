/// Zero-half inequalities as sparse matrices both ways, for the steps of ``ZeroHalfStep``.
struct ZeroHalfEntries: Sendable {
  /// Sites of each inequality, and the coefficient of each entry.
  let cutSites: Incidence
  let coefficients: Vector
  /// Rows of each inequality, by their places among the rows of all.
  let cutPlaces: Incidence
  /// By how much the right side is below the number of rows.
  let lost: Vector
  /// Inequalities of each place.
  let placeCuts: Incidence
  /// Sites that are in inequalities, and the inequalities of each with the coefficient of each entry.
  let sites: [Int32]
  let siteCuts: Incidence
  let siteCoefficients: Vector
  let cutPieces: Pieces
  let sitePieces: Pieces

  init(_ cuts: [ZeroHalfCut], place: [Int32], placeCount: Int, threads: Int) {
    var cutSites = Incidence()
    var cutPlaces = Incidence()
    for cut in cuts {
      cutSites.append(cut.sites)
      cutPlaces.append(cut.rows.map { place[Int($0)] })
    }
    coefficients = Vector(cutSites.entryCount)
    lost = Vector(cuts.count)
    for (index, cut) in cuts.enumerated() {
      lost[index] = Double(cut.lost)
      for (entry, coefficient) in cut.coefficients.enumerated() {
        coefficients[cutSites.offsets[index] + entry] = coefficient
      }
    }
    placeCuts = cutPlaces.transposed(width: placeCount)
    let width = Int(cutSites.indices.max() ?? -1) + 1
    let all = cutSites.transposed(width: width)
    sites = (0..<width).filter { all.length($0) > 0 }.map { Int32($0) }
    var siteCuts = Incidence()
    for site in sites { siteCuts.append(all[Int(site)]) }
    siteCoefficients = Vector(siteCuts.entryCount)
    var next = [Int](repeating: 0, count: width)
    for (index, site) in sites.enumerated() { next[Int(site)] = siteCuts.offsets[index] }
    for (entry, site) in cutSites.indices.enumerated() {
      siteCoefficients[next[Int(site)]] = coefficients[entry]
      next[Int(site)] += 1
    }
    self.cutSites = cutSites
    self.cutPlaces = cutPlaces
    self.siteCuts = siteCuts
    cutPieces = Pieces(cutSites, threads: threads)
    sitePieces = Pieces(siteCuts, threads: threads)
  }
}

extension Incidence {
  /// Calls the body with a sum over each list of a range of values times the factor of each entry.
  @inline(__always)
  func sums(
    over lists: Range<Int>, of values: UnsafePointer<Double>, times factors: UnsafePointer<Double>,
    _ body: (Int, Double) -> Void
  ) {
    offsets.withUnsafeBufferPointer { offsets in
      indices.withUnsafeBufferPointer { indices in
        for list in lists {
          var sum = 0.0
          for position in offsets[list]..<offsets[list + 1] {
            sum += factors[position] * values[Int(indices[position])]
          }
          body(list, sum)
        }
      }
    }
  }
}
