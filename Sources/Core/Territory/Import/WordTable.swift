/// Words of bytes by number, in the order in which they first came: a table that takes millions of
/// words without a heap object for each.
public struct WordTable: Sendable {
  /// How many words there are.
  public var count: Int { ends.count }
  private var bytes: [UInt8] = []
  /// Where each word ends in the bytes.
  private var ends: [Int] = []
  /// Number of the word by its hash, -1 where none is; a power of two long.
  private var slots = [Int32](repeating: -1, count: 64)

  /// An empty table.
  public init() {}

  /// The number of a word, a new one for a word that was not there. There are at most 2^31 - 1 words.
  public mutating func index(of word: UnsafeBufferPointer<UInt8>) -> Int32 {
    if 2 * (ends.count + 1) > slots.count { grow() }
    var slot = Self.hash(word) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = slots[slot]
      if holds(word, at: Int(index)) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    let index = Int32(ends.count)
    bytes.append(contentsOf: word)
    ends.append(bytes.count)
    slots[slot] = index
    return index
  }

  /// The bytes of a word.
  public subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// Takes in the words of another table; returns the numbers that they have here.
  public mutating func formUnion(_ other: WordTable) -> [Int32] {
    (0..<other.count).map { number in
      other[number].withUnsafeBufferPointer { index(of: $0) }
    }
  }

  private func holds(_ word: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == word.count else { return false }
    for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for index in ends.indices {
      var slot = self[index].withUnsafeBufferPointer(Self.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// FNV-1a, its upper half folded into the lower.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
