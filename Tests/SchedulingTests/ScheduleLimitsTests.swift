import Geometry
import Scheduling
import Territory
import Testing

struct ScheduleLimitsTests {
  @Test func countsBothEnds() throws {
    let limits = try limits(quarters: 20, budgetYuan: 7)
    #expect(limits.until == Quarter("2025Q4"))
    #expect(limits.quarterCount == 20)
    #expect(limits.quarters.first == Quarter("2021Q1"))
    #expect(limits.quarters.last == Quarter("2025Q4"))
    #expect(limits.totalBudgetYuan == 140)
  }

  @Test(arguments: [
    (2, 1, 5, "DR-601"), (1, 1, 0, "DR-602"), (1, 1, -1, "DR-602"), (1, 401, 5, "DR-603"),
    (1, 1, Int.max, "DR-602"),
  ])
  func refuses(from: Int, until: Int, budgetYuan: Int, code: String) throws {
    let error = #expect(throws: UserError.self) {
      _ = try ScheduleLimits(
        from: Quarter(index: 8000 + from), until: Quarter(index: 8000 + until),
        budgetYuanPerQuarter: budgetYuan)
    }
    #expect(error?.code == code)
    #expect(error?.status == .usage)
  }
}
