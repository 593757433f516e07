import Coverage
import Radio
import Reporting
import Scheduling
import Siting
import Territory
import Testing

@Suite struct StatusCountTests {
  @Test func countsByGroupAndKindBeforeAndAfter() throws {
    let plan = TinyPlan()
    let counts = plan.manifest(try plan.result()).counts
    #expect(counts.map(\.group) == [.mobile, .mobile, .mobile, .unicom, .unicom, .unicom])
    #expect(
      counts.map(\.kind) == [.city, .countySeat, .townSeat, .city, .countySeat, .townSeat])
    func statuses(_ tally: StatusTally) -> [CoverageStatus] {
      CoverageStatus.allCases.flatMap { Array(repeating: $0, count: tally[$0]) }
    }
    #expect(
      counts.map { statuses($0.before) } == [
        [.continuous], [.none], [.none], [.reached], [.reached], [.none],
      ])
    #expect(
      counts.map { statuses($0.after) } == [
        [.deep], [.deep], [.none], [.deep], [.reached], [.continuous],
      ])
    #expect(counts.allSatisfy { $0.before.total == 1 && $0.after.total == 1 })
  }

  @Test func anAuditStaysAsItIs() throws {
    let plan = TinyPlan(hasSchedule: false)
    #expect(plan.manifest(try plan.result()).counts.allSatisfy { $0.before == $0.after })
  }

  @Test func kindsWithoutASettlementAreLeftOut() {
    #expect(StatusCount.counts(of: [], settlements: [], schedule: nil).isEmpty)
  }
}

@Suite struct PlannedStatusesTests {
  @Test func theHighestFinishedPackageCounts() throws {
    let planned = PlannedStatuses(try TinyPlan().schedule())
    let seat = TinyPlan.audit("330182", .mobile, .none, stations: 0)
    #expect(planned.status(after: seat) == .deep)
    // 300 + 500 + 50 + 120 at 100 a quarter: the 970th yuan is paid in the tenth quarter.
    #expect(planned.quarter(after: seat) == Quarter("2023Q2"))
  }

  @Test func neverBelowTheAudit() throws {
    let planned = PlannedStatuses(try TinyPlan().schedule())
    let better = TinyPlan.audit("330182200", .unicom, .deep, stations: 0)
    #expect(planned.status(after: better) == .deep)
    #expect(planned.quarter(after: better) == nil)
  }

  @Test func whatIsNotScheduledDoesNotRise() throws {
    let planned = PlannedStatuses(try TinyPlan().schedule())
    let poor = TinyPlan.audit("330182", .unicom, .reached, stations: 0)
    #expect(planned.status(after: poor) == .reached)
    #expect(planned.quarter(after: poor) == nil)
    let audit = TinyPlan.audit("330100", .mobile, .continuous, stations: 0)
    #expect(PlannedStatuses(nil).status(after: audit) == .continuous)
  }
}
