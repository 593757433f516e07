import Dispatch
import Territory

/// Loops over many items in pieces that do not depend on the number of threads, so that sums come
/// out with the same bits.
struct Pieces: Sendable {
  let threads: Int
  private let bounds: [Int]

  /// Pieces of about equal work.
  ///
  /// - Parameters:
  ///   - incidence: lists, of which each costs its entries.
  ///   - work: entries of a piece, at least one list.
  init(_ incidence: Incidence, work: Int = 65_536, threads: Int) {
    self.threads = threads
    var bounds = [0]
    var last = 0
    for list in 0..<incidence.count {
      let end = incidence.offsets[list + 1] + 8 * (list + 1)
      if end - last >= work {
        bounds.append(list + 1)
        last = end
      }
    }
    if bounds.last != incidence.count { bounds.append(incidence.count) }
    self.bounds = bounds
  }

  var count: Int { bounds.count - 1 }

  /// Runs the body for every piece; bodies write to places of their own.
  func run(_ body: @Sendable (_ piece: Int, _ range: Range<Int>) -> Void) {
    guard count > 1, threads > 1 else {
      for piece in 0..<count { body(piece, bounds[piece]..<bounds[piece + 1]) }
      return
    }
    // Few workers with interleaved pieces: a wake-up costs as much as a small piece.
    let workers = min(threads, count)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      var piece = worker
      while piece < count {
        body(piece, bounds[piece]..<bounds[piece + 1])
        piece += workers
      }
    }
  }

  /// What the body gives for every piece, in order.
  func map<Result: Sendable>(_ body: @Sendable (Range<Int>) -> Result) -> [Result] {
    ConcurrentMap.map(count: count, threads: threads) { body(bounds[$0]..<bounds[$0 + 1]) }
  }
}
