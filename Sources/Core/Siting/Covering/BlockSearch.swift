import Territory

/// Annealed swaps in many blocks of a core side by side. Blocks share no rows, so that what one block
/// changes is nothing to the others; what is chosen elsewhere stays.
struct BlockSearch {
  /// Smaller cores are searched as a whole.
  static let leastSites = 1500

  let core: CoveringCore
  /// Whether a site may come.
  let isInPool: [Bool]
  /// Losses of the size that are still accepted at the start and at the end.
  let temperature: ClosedRange<Double>
  var visited = 0

  init(_ core: CoveringCore, pool: [Int32], temperature: ClosedRange<Double>) {
    self.core = core
    var isInPool = [Bool](repeating: false, count: core.siteCount)
    for site in pool { isInPool[Int(site)] = true }
    self.isInPool = isInPool
    self.temperature = temperature
  }

  /// How blocks are made. Runs alone would leave what lies on the edges of the order of sites, which are the same
  /// wherever they begin, as it is for ever; grown blocks leave out small parts, where little is left to be found soon.
  enum Shape {
    case run
    case grown
    /// Either.
    case any
  }

  /// Blocks of so many sites at most.
  func blocks(of length: Int, _ shape: Shape, _ random: inout RandomNumbers) -> [[Int32]] {
    let isGrown = shape == .any ? random.below(2) == 0 : shape == .grown
    return isGrown ? grownBlocks(of: length, &random) : runs(of: length, &random)
  }

  /// Runs of sites beginning at a random place, without those that share a row with an earlier block's; only the order
  /// of the sites says which are near.
  private func runs(of length: Int, _ random: inout RandomNumbers) -> [[Int32]] {
    let count = core.siteCount
    let first = random.below(count)
    var owner = [Int32](repeating: -1, count: core.rowCount)
    var blocks: [[Int32]] = []
    // Every other run first: they have whole borders, and the rest what lies between.
    let runs = Array(stride(from: 0, to: count, by: length))
    let order =
      runs.indices.filter { $0 % 2 == 0 }.map { runs[$0] }
      + runs.indices.filter { $0 % 2 == 1 }.map { runs[$0] }
    for start in order {
      let name = Int32(blocks.count)
      var block: [Int32] = []
      for step in start..<min(count, start + length) {
        let site = (first + step) % count
        let rows = core.sites[site]
        guard rows.allSatisfy({ owner[Int($0)] < 0 || owner[Int($0)] == name }) else { continue }
        for row in rows { owner[Int(row)] = name }
        block.append(Int32(site))
      }
      blocks.append(block)
    }
    return blocks.filter { $0.count > 1 }
  }

  /// Searches once in each block and gives what is then chosen.
  mutating func run(
    _ isChosen: [Bool], _ shape: Shape, visits: Int, threads: Int, random: inout RandomNumbers
  ) -> [Bool] {
    let blocks = blocks(of: max(300, core.siteCount / 200), shape, &random)
    guard !blocks.isEmpty else { return isChosen }
    let seeds = blocks.map { _ in random.next() }
    let (core, isInPool, temperature) = (self.core, self.isInPool, self.temperature)
    let share = visits / core.siteCount
    let found = ConcurrentMap.map(count: blocks.count, threads: threads) { index in
      Self.search(
        core, blocks[index], isChosen, isInPool, temperature, RandomNumbers(seed: seeds[index]),
        visits: share * blocks[index].count)
    }
    var next = isChosen
    for (block, outcome) in zip(blocks, found) {
      visited += outcome.visited
      for site in block { next[Int(site)] = false }
      for site in outcome.chosen { next[Int(site)] = true }
    }
    visited += 3 * core.rows.entryCount
    return next
  }

  private static func search(
    _ core: CoveringCore, _ block: [Int32], _ isChosen: [Bool], _ isInPool: [Bool],
    _ temperature: ClosedRange<Double>, _ random: RandomNumbers, visits: Int
  ) -> (chosen: [Int32], visited: Int) {
    let sites = block.sorted()
    let inner = core.part(sites, isChosen)
    let choice = CoverChoice(inner, values: inner.weights)
    for (site, name) in sites.enumerated() where isChosen[Int(name)] { choice.choose(site) }
    let before = choice.value
    var search = SwapSearch(
      pool: sites.indices.filter { isInPool[Int(sites[$0])] && inner.sites.length($0) > 0 }
        .map { Int32($0) },
      budget: inner.budget ?? 0, temperature: temperature,
      random: random)
    let visited = search.run(choice, visits: visits) + 10 * inner.rows.entryCount
    guard choice.value > before else {
      return (sites.filter { isChosen[Int($0)] }, visited)
    }
    return (choice.chosen.map { sites[$0] }, visited)
  }
}

extension CoveringCore {
  /// What some sites can still cover while what is chosen of the others stays, for what is spent on
  /// them now.
  func part(_ some: [Int32], _ isChosen: [Bool]) -> CoveringCore {
    var own = emptied()
    own.names = some
    own.prices = some.map { prices[Int($0)] }
    own.budget = some.reduce(0) { isChosen[Int($1)] ? $0 + prices[Int($1)] : $0 }
    var touched: [Int32] = []
    for site in some { touched += sites[Int(site)] }
    touched.sort()
    var merger = RowMerger(expecting: 256)
    var list: [Int32] = []
    var last: Int32 = -1
    for row in touched where row != last {
      last = row
      list.removeAll(keepingCapacity: true)
      var position = 0
      var isCovered = false
      for site in rows[Int(row)] {
        while position < some.count, some[position] < site { position += 1 }
        if position < some.count, some[position] == site {
          list.append(Int32(position))
        } else if isChosen[Int(site)] {
          isCovered = true
          break
        }
      }
      guard !isCovered else { continue }
      _ = list.withUnsafeBufferPointer { merger.add($0, weight: weights[Int(row)]) }
    }
    own.rows = merger.rows
    own.weights = merger.rowWeights
    own.layerRows = [0..<own.rows.count]
    own.settledWeights = [CompensatedSum()]
    own.sites = own.rows.transposed(width: some.count)
    return own
  }
}
