import Territory

/// Gathers demands by the set of candidates that cover them: demands with equal sets are one row of
/// the sum of their weights, for no solution can cover one without the other.
struct RowMerger: Sendable {
  private(set) var rows = Incidence()
  private var weights: [CompensatedSum] = []
  /// Row + 1 by hash, 0 where free; as many slots as a power of two.
  private var slots: [Int32]

  /// - Parameters:
  ///   - count: rows that may come, about.
  ///   - entries: of these rows, about.
  init(expecting count: Int, entries: Int = 0) {
    var size = 64
    while size < 2 * count { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    if entries > 0 { rows.reserve(lists: count, entries: entries) }
  }

  var rowWeights: [Double] { weights.map(\.value) }

  /// Adds a demand, its candidates in ascending order and at least one, and gives its row.
  mutating func add(_ sites: UnsafeBufferPointer<Int32>, weight: Double) -> Int32 {
    if 2 * (rows.count + 1) > slots.count { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(sites)) & mask
    while slots[slot] != 0 {
      let row = slots[slot] - 1
      if holds(Int(row), sites) {
        weights[Int(row)].add(weight)
        return row
      }
      slot = (slot + 1) & mask
    }
    let row = Int32(rows.count)
    slots[slot] = row + 1
    rows.append(sites)
    var sum = CompensatedSum()
    sum.add(weight)
    weights.append(sum)
    return row
  }

  private func holds(_ row: Int, _ sites: UnsafeBufferPointer<Int32>) -> Bool {
    let start = rows.offsets[row]
    guard rows.length(row) == sites.count else { return false }
    return rows.indices.withUnsafeBufferPointer { known in
      for position in 0..<sites.count where known[start + position] != sites[position] {
        return false
      }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: 2 * slots.count)
    let mask = slots.count - 1
    rows.indices.withUnsafeBufferPointer { known in
      for row in 0..<rows.count {
        let sites = UnsafeBufferPointer(rebasing: known[rows.offsets[row]..<rows.offsets[row + 1]])
        var slot = Int(truncatingIfNeeded: Self.hash(sites)) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(row) + 1
      }
    }
  }

  private static func hash(_ sites: UnsafeBufferPointer<Int32>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for site in sites {
      hash = (hash ^ UInt64(UInt32(bitPattern: site))) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
    }
    return hash ^ (hash >> 32)
  }
}
