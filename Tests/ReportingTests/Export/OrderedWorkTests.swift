import Synchronization
import Reporting
import Testing

@Suite struct OrderedWorkTests {
  private struct Stop: Error {}

  @Test(arguments: [1, 2, 7])
  func resultsComeInOrder(threads: Int) {
    for count in [0, 1, 2, 500] {
      var taken: [Int] = []
      OrderedWork.run(count: count, threads: threads) { index in
        // The first ones take longest.
        (0..<(500 - index) * 20).reduce(index) { $0 ^ ($1 & 0) }
      } taking: { result in
        taken.append(result)
        return true
      }
      #expect(taken == Array(0..<count))
    }
  }

  @Test(arguments: [1, 2, 7])
  func whoeverTakesMayStop(threads: Int) {
    var taken = 0
    OrderedWork.run(count: 1000, threads: threads) {
      $0
    } taking: { result in
      taken += 1
      return result < 9
    }
    #expect(taken == 10)
    #expect(throws: Stop.self) {
      try OrderedWork.run(count: 1000, threads: threads) {
        $0
      } taking: {
        (result) throws(Stop) in
        if result == 5 { throw Stop() }
        return true
      }
    }
  }

  /// However slowly they are taken, few results wait.
  @Test func fewResultsWait() {
    let made = Mutex(0)
    var taken = 0
    OrderedWork.run(count: 300, threads: 2) { index in
      made.withLock { $0 = index + 1 }
    } taking: { _ in
      #expect(made.withLock { $0 } - taken <= 10)
      taken += 1
      return true
    }
    #expect(taken == 300)
  }
}
