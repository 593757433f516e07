import Territory
import Testing

@Suite struct ConcurrentMapTests {
  private struct Failure: Error, Equatable {
    let index: Int
  }

  @Test(arguments: [1, 2, 8]) func keepsTheOrder(threads: Int) {
    let squares = ConcurrentMap.map(count: 1000, threads: threads) { $0 * $0 }
    #expect(squares == (0..<1000).map { $0 * $0 })
    #expect(ConcurrentMap.map(count: 0, threads: threads) { $0 }.isEmpty)
  }

  @Test(arguments: [1, 2, 8]) func theLowestErrorWins(threads: Int) {
    #expect(throws: Failure(index: 7)) {
      try ConcurrentMap.map(count: 100, threads: threads) { index throws(Failure) -> Int in
        if index % 10 == 7 { throw Failure(index: index) }
        return index
      }
    }
  }
}
