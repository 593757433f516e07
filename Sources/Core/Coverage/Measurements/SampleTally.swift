/// Samples of one cluster in one cell, as far as they belong to one claim.
struct TallyEntry: Sendable {
  /// Index of the claim; -1 for all samples of the cell, whatever is claimed.
  var claim: Int32
  /// Samples with a verdict of their own.
  var samples: Int32
  /// Of them, those served.
  var served: Int32
  /// Samples that lacked a value, and are in none of the above.
  var missing: Int32
  /// `LatticeCell.key`.
  var cell: UInt64
  /// Number of a cluster, or below 0 for a block.
  var cluster: Int64

  func isSameGroup(_ other: TallyEntry) -> Bool {
    claim == other.claim && cell == other.cell && cluster == other.cluster
  }

  static func isBefore(_ one: TallyEntry, _ other: TallyEntry) -> Bool {
    if one.claim != other.claim { return one.claim < other.claim }
    if one.cell != other.cell { return one.cell < other.cell }
    return one.cluster < other.cluster
  }

  mutating func add(_ other: TallyEntry) {
    samples += other.samples
    served += other.served
    missing += other.missing
  }
}

/// Entries by claim, cell and cluster while samples come: a hash table with linear probing. Whole numbers
/// are summed, so the result depends neither on the order of samples nor on how they are split.
struct TallyTable: Sendable {
  private(set) var entries: [TallyEntry] = []
  /// Index of an entry and one, 0 for free.
  private var slots = [Int32](repeating: 0, count: 1 << 12)
  private var last = -1

  mutating func add(_ entry: TallyEntry) {
    // Samples of a drive come one after the other, mostly.
    if last >= 0, entries[last].isSameGroup(entry) {
      entries[last].add(entry)
      return
    }
    if (entries.count + 1) * 2 > slots.count { grow() }
    var slot = Self.hash(entry) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].isSameGroup(entry) {
        entries[index].add(entry)
        last = index
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append(entry)
    last = entries.count - 1
    slots[slot] = Int32(entries.count)
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Self.hash(entry) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index + 1)
    }
  }

  private static func hash(_ entry: TallyEntry) -> Int {
    var mixed = entry.cell &* 0x9E37_79B9_7F4A_7C15
    mixed ^= UInt64(bitPattern: entry.cluster) &* 0xC2B2_AE3D_27D4_EB4F
    mixed ^= UInt64(UInt32(bitPattern: entry.claim)) &* 0x1656_67B1_9E37_79F9
    mixed = (mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 32)) & 0x7FFF_FFFF_FFFF_FFFF)
  }

  /// The entries in order.
  consuming func sorted() -> [TallyEntry] {
    slots = []
    var ordered = entries
    entries = []
    ordered.sort(by: TallyEntry.isBefore)
    return ordered
  }
}

/// All samples, counted: entries by claim, cell and cluster, in that order.
struct SampleTally: Sendable {
  var entries: [TallyEntry]

  /// Joins two tallies, whose entries are both in order.
  func merged(with other: SampleTally) -> SampleTally {
    var joined: [TallyEntry] = []
    joined.reserveCapacity(entries.count + other.entries.count)
    var (left, right) = (0, 0)
    while left < entries.count, right < other.entries.count {
      if entries[left].isSameGroup(other.entries[right]) {
        joined.append(entries[left])
        joined[joined.count - 1].add(other.entries[right])
        left += 1
        right += 1
      } else if TallyEntry.isBefore(entries[left], other.entries[right]) {
        joined.append(entries[left])
        left += 1
      } else {
        joined.append(other.entries[right])
        right += 1
      }
    }
    joined.append(contentsOf: entries[left...])
    joined.append(contentsOf: other.entries[right...])
    return SampleTally(entries: joined)
  }
}
