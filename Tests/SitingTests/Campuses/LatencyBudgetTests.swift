import Radio
import Siting
import Territory
import Testing

/// The budget's parts add up as the book has them.
@Suite struct LatencyBudgetTests {
  private func budget(
    _ tdd: String, isDedicated: Bool, _ core: CampusCore, isLocal: Bool
  ) throws -> LatencyBudget {
    let book = try CampusWorld().book
    return LatencyBudget(
      book.latency, pattern: try book.pattern(tdd), isDedicated: isDedicated, core: core,
      isLocal: isLocal)
  }

  @Test func byHand() throws {
    // 3 air, 20 in the queue, 3 transport, 300 km at 5 us, 2 core.
    let shared = try budget("7:3", isDedicated: false, .shared, isLocal: false)
    #expect(shared.milliseconds == 29.5)
    // 6 in the slice.
    let slice = try budget("7:3", isDedicated: false, .slice, isLocal: false)
    #expect(slice.milliseconds == 15.5)
    // 3 in cells of the campus, half a millisecond of cable, 1 of user plane and server.
    let edge = try budget("7:3", isDedicated: true, .slice, isLocal: true)
    #expect(edge.milliseconds == 7.5)
    // A public cell goes to the ring and back.
    let ring = try budget("7:3", isDedicated: false, .slice, isLocal: true)
    #expect(ring.milliseconds == 13)
  }

  /// 5, 3 and 2 ms of air.
  @Test func thePatternIsTheAir() throws {
    let all = try ["8:2", "7:3", "1:3"].map {
      try budget($0, isDedicated: true, .private, isLocal: true).milliseconds
    }
    #expect(all == [9.5, 7.5, 6.5])
  }
}
