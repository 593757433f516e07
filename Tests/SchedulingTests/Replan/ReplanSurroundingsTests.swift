import Geometry
import Scheduling
import Siting
import TestSupport
import Territory
import Testing

/// Dates, tiers, packages and books around a rollout that is planned anew.
@Suite struct ReplanSurroundingsTests {
  @Test func aDateThatHistoryHasMissedIsDueByTheEnd() throws {
    for objective in [RolloutObjective.cost, .service] {
      var world = ReplanMaking(objective: objective)
      world.add("a", costYuan: 10, deadline: 1)
      world.add("b", costYuan: 10, after: "a", deadline: 2)
      let before = try world.before()
      #expect(before.place("a") == [1, 1] && before.place("b") == [2, 2])
      let after = try world.after(before)
      #expect(after.place("a") == [2, 2], "\(objective)")
      #expect(after.place("b") == [3, 3], "\(objective)")
    }
  }

  /// What has begun takes its money before any tier.
  @Test func whatHasBegunCountsInEveryTier() throws {
    var world = ReplanMaking(budgetYuan: 100, policy: .strictTiers)
    world.committedQuarters = 0
    world.add("town", costYuan: 100, quarters: 1, kind: .townSeat)
    world.add("city", costYuan: 100, earliest: 2, kind: .city)
    let before = try world.before()
    world.happen("town", 1, 2, costYuan: 240)
    let after = try world.after(before)
    // 120 a quarter: the first overdraws, the second too; the city has the third's 100.
    #expect(after.place("city") == [3, 3])
    #expect(after.quarters.prefix(3).map(\.overdrawnYuan) == [20, 20, 0])
  }

  @Test func whatIsNoPackageAnyMoreIsDropped() throws {
    var world = ReplanMaking.chain()
    let before = try world.before()
    world.packages.removeLast()
    world.happen("a", 1, 1)
    let after = try world.after(before)
    #expect(after.move("e")?.kind == .dropped && after.move("e")?.reason == .gone)
    #expect(after.move("d")?.reason == .notStarted)
  }

  @Test func theBookSaysWhatAMoveCosts() throws {
    var world = ReplanMaking.chain()
    world.moveCost = nil
    let before = try world.before()
    #expect(try world.after(before).moves?.moveShare == LimitBook.usualMoveCost)
    world.making.moveCost = "0.125"
    #expect(try world.after(before).moves?.moveShare == 0.125)
    world.making.moveCost = "101"
    #expect(userError { try world.making.book() }?.code == "DR-641")
  }
}
