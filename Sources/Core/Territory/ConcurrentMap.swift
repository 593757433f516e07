import Dispatch
import Synchronization

/// Work on many independent items by a fixed number of threads. The result depends on the items
/// alone, never on the number of threads or on who came first.
public enum ConcurrentMap {
  /// Maps `0..<count` and gives the results in order.
  ///
  /// - Throws: the error of the lowest index that failed.
  public static func map<Result: Sendable, Failure: Error>(
    count: Int, threads: Int, _ body: @Sendable (Int) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let slots = Mutex<[Int: Swift.Result<Result, Failure>]>([:])
    let next = Atomic<Int>(0)
    let workers = max(1, min(threads, count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result: Swift.Result<Result, Failure>
        do throws(Failure) {
          result = .success(try body(index))
        } catch {
          result = .failure(error)
        }
        slots.withLock { $0[index] = result }
      }
    }
    let done = slots.withLock { $0 }
    var results: [Result] = []
    results.reserveCapacity(count)
    for index in 0..<count {
      guard let result = done[index] else { continue }
      results.append(try result.get())
    }
    return results
  }
}
