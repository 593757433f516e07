/// Lists of indices, one after another in one array (compressed sparse rows).
struct Incidence: Sendable {
  /// Where each list starts, and where the last one ends.
  private(set) var offsets: [Int]
  /// The lists, each in ascending order.
  private(set) var indices: [Int32]

  /// No lists.
  init() {
    offsets = [0]
    indices = []
  }

  /// Lists by their parts.
  init(offsets: [Int], indices: [Int32]) {
    self.offsets = offsets
    self.indices = indices
  }

  var count: Int { offsets.count - 1 }

  var entryCount: Int { indices.count }

  subscript(list: Int) -> ArraySlice<Int32> { indices[offsets[list]..<offsets[list + 1]] }

  func length(_ list: Int) -> Int { offsets[list + 1] - offsets[list] }

  mutating func append(_ list: some Sequence<Int32>) {
    indices.append(contentsOf: list)
    offsets.append(indices.count)
  }

  mutating func append(_ list: UnsafeBufferPointer<Int32>) {
    indices.append(contentsOf: list)
    offsets.append(indices.count)
  }

  /// Appends all lists of another.
  mutating func append(contentsOf other: Incidence) {
    guard count > 0 else {
      self = other
      return
    }
    let first = indices.count
    indices += other.indices
    offsets += other.offsets.dropFirst().map { first + $0 }
  }

  mutating func reserve(lists: Int, entries: Int) {
    offsets.reserveCapacity(lists + 1)
    indices.reserveCapacity(entries)
  }

  /// Lists from this length on are added up in four sums, as one would wait for itself.
  private static let longList = 16

  /// Calls the body with a sum of values over each list of a range.
  @inline(__always)
  func sums(
    over lists: Range<Int>, of values: UnsafePointer<Double>, _ body: (Int, Double) -> Void
  ) {
    offsets.withUnsafeBufferPointer { offsets in
      indices.withUnsafeBufferPointer { indices in
        for list in lists {
          var position = offsets[list]
          let end = offsets[list + 1]
          var sum = 0.0
          if end - position >= Self.longList {
            var (second, third, fourth) = (0.0, 0.0, 0.0)
            while position + 4 <= end {
              sum += values[Int(indices[position])]
              second += values[Int(indices[position + 1])]
              third += values[Int(indices[position + 2])]
              fourth += values[Int(indices[position + 3])]
              position += 4
            }
            sum = (sum + second) + (third + fourth)
          }
          while position < end {
            sum += values[Int(indices[position])]
            position += 1
          }
          body(list, sum)
        }
      }
    }
  }

  /// For each index below `width` the lists that hold it, in ascending order.
  func transposed(width: Int) -> Incidence {
    var starts = [Int](repeating: 0, count: width + 1)
    for index in indices { starts[Int(index) + 1] += 1 }
    for index in 0..<width { starts[index + 1] += starts[index] }
    var next = starts
    var lists = [Int32](repeating: 0, count: indices.count)
    for list in 0..<count {
      for position in offsets[list]..<offsets[list + 1] {
        let index = Int(indices[position])
        lists[next[index]] = Int32(list)
        next[index] += 1
      }
    }
    return Incidence(offsets: starts, indices: lists)
  }
}
