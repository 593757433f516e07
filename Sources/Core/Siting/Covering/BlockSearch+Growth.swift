import Territory

extension BlockSearch {
  /// Blocks that grow from random sites to those that share a row with them, as far as earlier blocks leave them;
  /// small ones are left out.
  func grownBlocks(of length: Int, _ random: inout RandomNumbers) -> [[Int32]] {
    var seeds = core.names.indices.map { Int32($0) }
    for index in seeds.indices.dropFirst() { seeds.swapAt(index, random.below(index + 1)) }
    var growth = Growth(core)
    var blocks: [[Int32]] = []
    for seed in seeds {
      let block = growth.block(from: seed, length: length)
      if block.count > max(1, length / 8) { blocks.append(block) }
    }
    return blocks
  }

  /// What blocks have taken so far.
  private struct Growth {
    private let core: CoveringCore
    /// Seed of the block that each row belongs to, -1 for none.
    private var owner: [Int32]
    private var isTaken: [Bool]
    /// Seed of the last block that has met each site.
    private var met: [Int32]
    private var queue: [Int32] = []

    init(_ core: CoveringCore) {
      self.core = core
      owner = [Int32](repeating: -1, count: core.rowCount)
      isTaken = [Bool](repeating: false, count: core.siteCount)
      met = [Int32](repeating: -1, count: core.siteCount)
    }

    /// Sites in the order in which they were reached; none where the seed is not free.
    mutating func block(from seed: Int32, length: Int) -> [Int32] {
      guard !isTaken[Int(seed)] else { return [] }
      var block: [Int32] = []
      queue.removeAll(keepingCapacity: true)
      queue.append(seed)
      met[Int(seed)] = seed
      var next = 0
      while next < queue.count, block.count < length {
        let site = queue[next]
        next += 1
        let rows = core.sites[Int(site)]
        guard rows.allSatisfy({ owner[Int($0)] < 0 || owner[Int($0)] == seed }) else { continue }
        isTaken[Int(site)] = true
        block.append(site)
        for row in rows where owner[Int(row)] < 0 { enter(row, seed) }
      }
      return block
    }

    /// Takes a row, and meets its sites.
    private mutating func enter(_ row: Int32, _ seed: Int32) {
      owner[Int(row)] = seed
      for site in core.rows[Int(row)] where met[Int(site)] != seed && !isTaken[Int(site)] {
        met[Int(site)] = seed
        queue.append(site)
      }
    }
  }
}
