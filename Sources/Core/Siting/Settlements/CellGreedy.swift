/// Chooses candidates one by one, each time the one that serves most of what is still missing for its
/// price, over lists of cells. The same choice as `GreedySelection` makes on contours, which is its
/// twin in tests.
struct CellGreedy {
  private let cells: UnservedCells
  private let prices: [Double]
  private var isServed: [[Bool]]
  /// Cells of each layer that have been served.
  private(set) var served: [Int]
  private(set) var isTaken: [Bool]

  /// - Parameter prices: of each candidate, above 0.
  init(_ cells: UnservedCells, prices: [Double]) {
    self.cells = cells
    self.prices = prices
    isServed = cells.counts.map { [Bool](repeating: false, count: $0) }
    served = cells.counts.map { _ in 0 }
    isTaken = [Bool](repeating: false, count: prices.count)
  }

  /// Takes a candidate.
  mutating func take(_ candidate: Int) {
    isTaken[candidate] = true
    for index in cells.layers.indices {
      for cell in cells.byCandidate[index][candidate] where !isServed[index][Int(cell)] {
        isServed[index][Int(cell)] = true
        served[index] += 1
      }
    }
  }

  /// Takes candidates until so many cells of each layer are served, or none of those allowed helps.
  ///
  /// - Returns: those taken, in order, and whether the goal is met.
  mutating func serve(_ goals: [Int], from allowed: [Int]) -> (taken: [Int], isMet: Bool) {
    var taken: [Int] = []
    var missing = missing(goals)
    guard missing.contains(where: { $0 > 0 }) else { return ([], true) }
    var queue = GainQueue<Double>()
    for candidate in allowed where !isTaken[candidate] {
      let gain = gain(candidate, missing)
      if gain > 0 { queue.push(gain: gain, index: candidate) }
    }
    while missing.contains(where: { $0 > 0 }), let top = queue.pop() {
      let gain = gain(top.index, missing)
      if gain == 0 { continue }
      if let next = queue.top, (gain, -top.index) < (next.gain, -next.index) {
        queue.push(gain: gain, index: top.index)
        continue
      }
      take(top.index)
      taken.append(top.index)
      missing = self.missing(goals)
    }
    return (taken, !missing.contains { $0 > 0 })
  }

  /// Of those allowed the one that serves most towards the goals for its price, the first of equals; the
  /// first of all where none serves anything more.
  func best(_ goals: [Int], from allowed: [Int]) -> Int? {
    let missing = missing(goals)
    var best: (gain: Double, candidate: Int)?
    for candidate in allowed where !isTaken[candidate] {
      let gain = gain(candidate, missing)
      if best.map({ gain > $0.gain }) ?? true { best = (gain, candidate) }
    }
    return best?.candidate
  }

  private func missing(_ goals: [Int]) -> [Int] {
    zip(goals, served).map { max(0, $0 - $1) }
  }

  private func gain(_ candidate: Int, _ missing: [Int]) -> Double {
    var sum = 0
    for (index, most) in missing.enumerated() where most > 0 {
      var new = 0
      for cell in cells.byCandidate[index][candidate] where !isServed[index][Int(cell)] { new += 1 }
      sum += min(most, new)
    }
    return Double(sum) / prices[candidate]
  }
}
