import Territory

/// Best choices of so many sites of a core that falls apart: parts share no row, and are coupled
/// only by the number of sites. For each part the best weight by number of sites is bounded by the
/// relaxation; the numbers are shared out by dynamic programming; and where the best sharing relies
/// on a bound, that part is solved with that number, until none does.
struct PartSearch {
  /// Entries that are visited for a part and a number of sites at least.
  private static let leastVisits = 2_000_000

  private let core: CoveringCore
  private var parts: [Part] = []
  private(set) var visited = 0
  /// Upper bound of the core's weight, settled sites included.
  private(set) var bound: Double
  /// Best choice found, if better than what was known.
  private(set) var best: CoverSolution?

  private struct Part: Sendable {
    var core: CoveringCore
    var start: Relaxation
    /// Numbers of sites that a better choice can have here.
    var numbers: ClosedRange<Int>
    var upper: [Double]
    var lower: [Double]
    var sites: [[Int32]?]
    /// Numbers that have been tried in this run, and those that were not solved.
    var isTried: [Bool]
    var isOpen: [Bool]
  }

  /// - Parameters:
  ///   - core: of prices 1, and with a budget of whole sites.
  ///   - relaxation: its relaxation.
  ///   - known: worth of the best choice known.
  init(_ core: CoveringCore, _ relaxation: Relaxation, known: Double) {
    self.core = core
    bound = relaxation.bound.value + core.settledValue
    let measure = CoverMeasure(core)
    let slack = max(0, bound - measure.target(beyond: known)) + 1e-9 * abs(bound)
    let (partOfSite, count) = core.parts()
    var sites = [[Int32]](repeating: [], count: count)
    for (site, part) in partOfSite.enumerated() { sites[Int(part)].append(Int32(site)) }
    var rows = [[Int32]](repeating: [], count: count)
    for row in 0..<core.rowCount {
      guard let site = core.rows[row].first else { continue }
      rows[Int(partOfSite[Int(site)])].append(Int32(row))
    }
    var inner = [Int32](repeating: 0, count: core.siteCount)
    for list in sites { for (index, site) in list.enumerated() { inner[Int(site)] = Int32(index) } }
    for part in 0..<count {
      parts.append(
        Self.part(core, relaxation, sites[part], rows[part], inner, slack: slack))
    }
  }

  private static func part(
    _ core: CoveringCore, _ relaxation: Relaxation, _ sites: [Int32], _ rows: [Int32],
    _ inner: [Int32], slack: Double
  ) -> Part {
    var own = core.emptied()
    own.names = sites
    own.prices = sites.map { core.prices[Int($0)] }
    for row in rows {
      own.rows.append(core.rows[Int(row)].map { inner[Int($0)] })
      own.weights.append(core.weights[Int(row)])
    }
    own.layerRows = [0..<own.rows.count]
    own.sites = own.rows.transposed(width: sites.count)
    own.groups = ExclusiveGroups(labels: sites.map { core.groups.group(of: Int($0)) })
    var start = relaxation
    start.shares = sites.map { relaxation.shares[Int($0)] }
    start.multipliers = rows.map { relaxation.multipliers[Int($0)] }
    // The bound by number of sites: rows' surplus and the most valuable sites.
    let values = sites.map { relaxation.bound.siteValues[Int($0)] }.sorted(by: >)
    var upper = [
      CompensatedSum.of(
        rows.lazy.map {
          max(0, core.weights[Int($0)] - relaxation.multipliers[Int($0)])
        })
    ]
    for value in values { upper.append(upper[upper.count - 1] + value) }
    let total = CompensatedSum.of(own.weights)
    for index in upper.indices { upper[index] = min(total, upper[index] * (1 + 1e-13)) }
    upper[0] = 0
    let rate = relaxation.bound.rate
    let most = upper.indices.reduce(-Double.infinity) { max($0, upper[$1] - rate * Double($1)) }
    let possible = upper.indices.filter { upper[$0] - rate * Double($0) >= most - slack }
    let numbers = (possible.first ?? 0)...(possible.last ?? 0)
    return Part(
      core: own, start: start, numbers: numbers, upper: upper,
      lower: [Double](repeating: -.infinity, count: upper.count),
      sites: [[Int32]?](repeating: nil, count: upper.count),
      isTried: [Bool](repeating: false, count: upper.count),
      isOpen: [Bool](repeating: false, count: upper.count))
  }

  /// Tells of a choice whose pieces may be of use.
  mutating func learn(_ isChosen: [Bool]) {
    for index in parts.indices {
      let part = parts[index]
      let chosen = part.core.names.indices.filter { isChosen[Int(part.core.names[$0])] }
      let weight = CompensatedSum.of(
        (0..<part.core.rowCount).lazy.filter { row in
          part.core.rows[row].contains { isChosen[Int(part.core.names[Int($0)])] }
        }.map { part.core.weights[$0] })
      if weight > parts[index].lower[chosen.count] {
        parts[index].lower[chosen.count] = weight
        parts[index].sites[chosen.count] = chosen.map { part.core.names[$0] }
      }
    }
  }

  /// Works until the best sharing relies on no bound, or so many entries have been visited.
  ///
  /// - Returns: whether the bound is reached.
  mutating func run(
    known: Double, visits: Int, threads: Int, shouldStop: () -> Bool = { false }
  ) -> Bool {
    let measure = CoverMeasure(core)
    var known = known
    visited = 0
    // What was left undone is tried again, with more effort.
    for part in parts.indices {
      for number in parts[part].numbers where parts[part].isOpen[number] {
        parts[part].isTried[number] = false
      }
    }
    while true {
      guard let (weight, numbers) = share(\.upper) else { return false }
      bound = min(bound, (weight + core.settledValue) * (1 + 1e-13))
      if let (weight, numbers) = share(\.lower), weight > -.infinity,
        weight + core.settledValue > known
      {
        known = weight + core.settledValue
        best = CoverSolution(
          candidates: core.settled
            + zip(parts, numbers).flatMap { $0.sites[$1] ?? [] }.map { core.names[Int($0)] },
          value: known)
      }
      if measure.excludes(measure.cut(bound), measure.target(beyond: known)) { return true }
      let open = self.parts.indices.filter { !parts[$0].isTried[numbers[$0]] }
      guard !open.isEmpty, visited < visits, !shouldStop() else { return false }
      let pieces = self.parts
      let share = max(Self.leastVisits, (visits - visited) / open.count)
      let solved = ConcurrentMap.map(count: open.count, threads: threads) { index in
        Self.solve(pieces[open[index]], sites: numbers[open[index]], visits: share)
      }
      for (part, outcome) in zip(open, solved) {
        let number = numbers[part]
        visited += outcome.visited
        self.parts[part].isTried[number] = true
        self.parts[part].isOpen[number] = !outcome.isDone
        self.parts[part].upper[number] = min(self.parts[part].upper[number], outcome.bound)
        if let sites = outcome.sites, outcome.weight > self.parts[part].lower[number] {
          self.parts[part].lower[number] = outcome.weight
          self.parts[part].sites[number] = sites
        }
      }
    }
  }

  private struct Outcome: Sendable {
    var bound: Double
    var weight: Double
    var sites: [Int32]?
    var visited: Int
    var isDone: Bool
  }

  private static func solve(_ part: Part, sites: Int, visits: Int) -> Outcome {
    if sites == 0 { return Outcome(bound: 0, weight: 0, sites: [], visited: 0, isDone: true) }
    var core = part.core
    core.budget = Double(sites)
    var tree = BranchAndBound(
      core, known: part.lower[sites], bound: part.upper[sites], from: part.start)
    let isDone = tree.run(visits: visits, threads: 1)
    return Outcome(
      bound: tree.bound, weight: tree.best?.value ?? -.infinity, sites: tree.best?.candidates,
      visited: tree.visited, isDone: isDone)
  }

  /// The best sharing of the sites over the parts by one of the tables.
  private func share(_ table: KeyPath<Part, [Double]>) -> (Double, [Int])? {
    let budget = Int(core.budget ?? 0)
    let least = parts.reduce(0) { $0 + $1.numbers.lowerBound }
    guard least <= budget else { return nil }
    var sums = [0.0]
    var choices: [[Int32]] = []
    for part in parts {
      let values = part[keyPath: table]
      let low = part.numbers.lowerBound
      let width = min(sums.count + part.numbers.count - 1, budget - least + 1)
      var next = [Double](repeating: -.infinity, count: width)
      var choice = [Int32](repeating: 0, count: width)
      for number in part.numbers where values[number] > -.infinity {
        let shift = number - low
        for index in sums.indices where index + shift < width && sums[index] > -.infinity {
          let sum = sums[index] + values[number]
          if sum > next[index + shift] {
            next[index + shift] = sum
            choice[index + shift] = Int32(number)
          }
        }
      }
      sums = next
      choices.append(choice)
    }
    guard var index = sums.indices.max(by: { (sums[$0], $1) < (sums[$1], $0) }),
      sums[index] > -.infinity
    else { return (-.infinity, []) }
    let weight = sums[index]
    var numbers = [Int](repeating: 0, count: parts.count)
    for part in parts.indices.reversed() {
      numbers[part] = Int(choices[part][index])
      index -= numbers[part] - parts[part].numbers.lowerBound
    }
    return (weight, numbers)
  }
}

extension CoveringCore {
  /// A core of the same kind with nothing in it.
  func emptied() -> CoveringCore {
    var core = self
    core.names = []
    core.prices = []
    core.rows = Incidence()
    core.sites = Incidence()
    core.groups = ExclusiveGroups()
    core.weights = []
    core.settled = []
    core.spent = CompensatedSum()
    core.settledWeights = layerRows.map { _ in CompensatedSum() }
    core.layerRows = layerRows.map { _ in 0..<0 }
    return core
  }
}
