/// A binary heap: largest gain first, lowest index among equals.
struct GainQueue<Gain: Comparable> {
  struct Entry {
    let gain: Gain
    let index: Int
  }

  private var heap: [Entry] = []

  var top: Entry? { heap.first }

  private static func precedes(_ one: Entry, _ other: Entry) -> Bool {
    one.gain != other.gain ? one.gain > other.gain : one.index < other.index
  }

  mutating func push(gain: Gain, index: Int) {
    heap.append(Entry(gain: gain, index: index))
    var child = heap.count - 1
    while child > 0, Self.precedes(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> Entry? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      var best = parent
      for child in 2 * parent + 1..<min(2 * parent + 3, max(heap.count, 2 * parent + 1)) {
        if Self.precedes(heap[child], heap[best]) { best = child }
      }
      if best == parent { return first }
      heap.swapAt(parent, best)
      parent = best
    }
  }
}
