import Dispatch
import Synchronization

/// Work on many independent items by a fixed number of threads, whose results are taken in order while later ones are being
/// made, so that few of them are there at a time. What is taken depends on the items alone, never on the number of threads.
public enum OrderedWork {
  /// Makes `0..<count` and hands the results over in order, on the thread that asks.
  ///
  /// - Parameters:
  ///   - threads: those that make results; below 2 the one that asks makes each before it takes it.
  ///   - body: takes a result, and says whether to go on.
  /// - Throws: what the body throws.
  public static func run<Result: Sendable, Failure: Error>(
    count: Int, threads: Int, making make: @escaping @Sendable (Int) -> Result,
    taking body: (Result) throws(Failure) -> Bool
  ) throws(Failure) {
    guard threads > 1, count > 1 else {
      for index in 0..<count where try !body(make(index)) { return }
      return
    }
    let bench = Bench<Result>(count: count)
    let workers = DispatchGroup()
    let queue = DispatchQueue(label: "deepreach.ordered", attributes: .concurrent)
    for _ in 0..<min(threads, count) {
      queue.async(group: workers) { bench.work(make) }
    }
    bench.makeRoom(min(threads, count) * 4)
    defer {
      bench.close()
      workers.wait()
    }
    for index in 0..<count {
      let result = bench.take(index)
      bench.makeRoom(1)
      guard try body(result) else { return }
    }
  }

  /// Where results lie until they are taken.
  private final class Bench<Result: Sendable>: Sendable {
    private struct State {
      var next = 0
      var isClosed = false
      var done: [Int: Result] = [:]
    }

    private let count: Int
    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let ready = DispatchSemaphore(value: 0)

    init(count: Int) { self.count = count }

    func makeRoom(_ results: Int) {
      for _ in 0..<results { room.signal() }
    }

    /// Makes results until there are no more, or nobody takes them.
    func work(_ make: (Int) -> Result) {
      while true {
        room.wait()
        let index: Int? = state.withLock { state in
          guard !state.isClosed, state.next < count else { return nil }
          state.next += 1
          return state.next - 1
        }
        guard let index else {
          // For the next thread that waits.
          room.signal()
          return
        }
        let result = make(index)
        state.withLock { $0.done[index] = result }
        ready.signal()
      }
    }

    func take(_ index: Int) -> Result {
      while true {
        if let result = state.withLock({ $0.done.removeValue(forKey: index) }) { return result }
        ready.wait()
      }
    }

    func close() {
      state.withLock { $0.isClosed = true }
      room.signal()
    }
  }
}
