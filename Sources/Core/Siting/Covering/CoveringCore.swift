import Territory

/// What is left to decide of a covering problem: free sites, rows that they can still cover, and
/// what the settled sites have spent and covered.
struct CoveringCore: Sendable {
  /// Candidate of the problem that each site is, and its price.
  var names: [Int32] = []
  var prices: [Double] = []
  /// Sites of each row, rows of each site; rows of a layer follow each other.
  var rows = Incidence()
  var sites = Incidence()
  var groups = ExclusiveGroups()
  var weights: [Double] = []
  var layerRows: [Range<Int>] = []
  /// What may still be spent; nil where the price is minimised.
  var budget: Double?
  /// Weight that each layer still needs; 0 where the weight is maximised.
  var thresholds: [Double] = []
  /// Layers of which every row must be covered.
  var isFull: [Bool] = []
  /// Candidates that have been settled on, their price, and the weight they cover, by layer.
  var settled: [Int32] = []
  var spent = CompensatedSum()
  var settledWeights: [CompensatedSum] = []
  var weightsAreIntegral = false
  var pricesAreIntegral = false
  /// Whether what has been settled leaves no choice that does what is asked.
  var isImpossible = false

  var siteCount: Int { names.count }
  var rowCount: Int { rows.count }
  var maximises: Bool { budget != nil }
  var settledWeight: Double { CompensatedSum.of(settledWeights.lazy.map(\.value)) }

  /// Prices by which worth can be divided.
  var divisors: [Double] { prices.map { max($0, .leastNormalMagnitude) } }

  /// Whether nothing is asked any more.
  var isFinished: Bool {
    if isImpossible { return false }
    // Only groups leave sites without a price.
    if let budget { return budget <= 0 && !prices.contains(0) || rowCount == 0 }
    return layerRows.indices.allSatisfy { isFull[$0] ? layerRows[$0].isEmpty : thresholds[$0] <= 0 }
  }

  /// The whole problem, with existing, required and forbidden candidates settled.
  init(_ problem: CoveringProblem) {
    let candidates = problem.candidates
    let keys = problem.locality
    var order = candidates.indices.map { Int32($0) }
    if keys.count == candidates.count {
      order.sort { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
    }
    names = order
    prices = order.map { problem.price(Int($0)) }
    var siteOfName = [Int32](repeating: 0, count: order.count)
    for (site, name) in order.enumerated() { siteOfName[Int(name)] = Int32(site) }
    for (index, layer) in problem.layers.enumerated() {
      append(layer, siteOfName)
      thresholds.append(problem.threshold(layer: index))
      isFull.append(problem.goal == .everyDemand)
      settledWeights.append(CompensatedSum())
    }
    budget = problem.budget
    sites = rows.transposed(width: siteCount)
    weightsAreIntegral = problem.layers.allSatisfy(\.isIntegral)
    pricesAreIntegral = prices.allSatisfy { $0 == $0.rounded() }
    let labels = problem.groupLabels
    groups = ExclusiveGroups(labels: order.map { labels[Int($0)] })
    // A free site without a price and rivals is taken whatever it covers.
    let isIn = order.indices.map { site in
      let name = Int(order[site])
      return candidates[name].status.isSettledIn
        || (!problem.isBarred[name] && prices[site] == 0 && groups.group(of: site) < 0)
    }
    let isOut = order.map { problem.isBarred[Int($0)] }
    // Rows of a layer differ already.
    guard !maximises || isIn.contains(true) || isOut.contains(true) else { return }
    self = settling(isIn: isIn, isOut: isOut).core
  }

  private mutating func append(_ layer: CoverLayer, _ siteOfName: [Int32]) {
    let first = rowCount
    var lists = [(first: Int32, row: Int32)]()
    lists.reserveCapacity(layer.rowCount)
    for row in 0..<layer.rowCount {
      let least = layer.rows[row].reduce(Int32.max) { min($0, siteOfName[Int($1)]) }
      lists.append((least, Int32(row)))
    }
    lists.sort { ($0.first, $0.row) < ($1.first, $1.row) }
    rows.reserve(lists: first + layer.rowCount, entries: rows.entryCount + layer.entryCount)
    for (_, row) in lists {
      rows.append(layer.rows[Int(row)].map { siteOfName[Int($0)] }.sorted())
      weights.append(layer.rowWeights[Int(row)])
    }
    layerRows.append(first..<rowCount)
  }
}
