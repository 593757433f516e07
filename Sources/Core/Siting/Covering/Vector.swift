/// Numbers at a fixed place, which several threads may write to in pieces of their own.
struct Vector: @unchecked Sendable {
  // Every piece of a loop writes to indices that no other piece touches.
  private final class Storage {
    let start: UnsafeMutablePointer<Double>
    init(_ count: Int) {
      start = .allocate(capacity: max(1, count))
      start.initialize(repeating: 0, count: count)
    }
    deinit { start.deallocate() }
  }

  private let storage: Storage
  let count: Int
  let start: UnsafeMutablePointer<Double>

  init(_ count: Int) {
    storage = Storage(count)
    start = storage.start
    self.count = count
  }

  subscript(index: Int) -> Double {
    get { start[index] }
    nonmutating set { start[index] = newValue }
  }

  func copy(to other: Vector) { other.start.update(from: start, count: count) }

  var values: [Double] { Array(UnsafeBufferPointer(start: start, count: count)) }
}
