import Geometry
import Scheduling
import Siting
import Territory
import TestSupport
import Testing

/// Rollouts planned anew whose answer is known.
@Suite struct ReplanClosedFormTests {
  @Test func nothingLateMovesNothing() throws {
    for committed in [0, 2, 9] {
      var world = ReplanMaking.chain()
      world.committedQuarters = committed
      let before = try world.before()
      #expect(before.place("c") == [3, 3] && before.place("e") == [4, 4])
      world.happen("a", 1, 1)
      world.happen("d", 1, 1)
      let after = try world.after(before)
      let moves = try #require(after.moves)
      #expect(moves.count(.done) == 2 && moves.count(.kept) == 3 && moves.moves.count == 5)
      #expect(moves.cost == 0)
      #expect(after.quarters == before.quarters)
      #expect(after.packages.map(\.start) == before.packages.map(\.start))
      #expect(after.packages.map(\.payments) == before.packages.map(\.payments))
      let (now, was) = (try #require(after.proof), try #require(before.proof))
      #expect(abs(now.value - was.value) <= 1e-9 * was.value)
    }
  }

  @Test func aLatePackageMovesItsFollowersAlone() throws {
    for (committed, share) in [(0, 0.5), (2, 0.5), (2, 0), (9, 2.0)] {
      var world = ReplanMaking.chain()
      world.committedQuarters = committed
      world.moveCost = share
      let before = try world.before()
      world.happen("a", 1, 2)
      world.happen("d", 1, 1)
      let after = try world.after(before)
      #expect(after.place("a") == [1, 2] && after.place("d") == [1, 1])
      #expect(after.place("b") == [3, 3] && after.place("c") == [4, 4])
      #expect(after.place("e") == [4, 4])
      #expect(after.move("a")?.kind == .underWay)
      #expect(after.move("a")?.reason == .ownDelay(start: 0, length: 1))
      #expect(after.move("b")?.reason == .prerequisite("a"))
      #expect(after.move("c")?.reason == .prerequisite("b"))
      #expect(after.move("b")?.quarters == 1 && after.move("c")?.quarters == 1)
      #expect(after.move("d")?.kind == .done && after.move("e")?.kind == .kept)
      #expect(after.move("b")?.isCommitted == (committed > 0))
      // One quarter each, of 1000 people by the weight of deep coverage: in the second year less.
      let moves = try #require(after.moves)
      let quarters = 1 / (1 + 0.25 * 0.08) + 1 / (1 + 0.5 * 0.08)
      #expect(abs(moves.cost - share * 3000 * quarters) < 1e-6, "\(moves.cost)")
      #expect(abs(moves.plainValue - moves.value - moves.cost) < 1e-6)
      #expect(moves.value == after.proof?.value)
    }
  }

  @Test func whatIsUnderWayTakesItsTimeAndNeverEndsInThePast() throws {
    var world = ReplanMaking(asOf: 4)
    world.add("late", costYuan: 30, quarters: 3)
    world.add("long", costYuan: 10)
    let before = try world.before()
    #expect(before.place("late") == [1, 3])
    world.happen("late", 3)
    world.happen("long", 1)
    let after = try world.after(before)
    #expect(after.place("late") == [3, 5])
    #expect(after.place("long") == [1, 4])
    #expect(after.move("late")?.reason == .ownDelay(start: 2, length: 0))
    #expect(after.move("long")?.reason == .ownDelay(start: 0, length: 3))
    #expect(after.quarters.map(\.spentYuan) == [2, 3, 11, 13, 11, 0, 0, 0])
  }

  @Test func whatDidNotStartStartsNowAtTheEarliest() throws {
    var world = ReplanMaking.chain()
    world.asOf = 3
    let before = try world.before()
    world.happen("d", 1, 1)
    let after = try world.after(before)
    #expect(after.place("a") == [3, 3] && after.place("b") == [4, 4])
    #expect(after.move("a")?.reason == .notStarted && after.move("a")?.quarters == 2)
    #expect(after.move("c")?.reason == .prerequisite("b"))
    #expect(after.place("e") == [4, 4])
  }

  /// A new package that is worth a hundred times more takes the money of one that is not committed.
  @Test func aCommittedPackageStays() throws {
    for (committed, place) in [(0, [3, 3]), (1, [2, 2]), (2, [2, 2])] {
      var world = ReplanMaking(budgetYuan: 10)
      world.committedQuarters = committed
      world.moveCost = 0.1
      world.add("first", costYuan: 10)
      world.add("small", costYuan: 10, population: 10, earliest: 2)
      let before = try world.before()
      world.happen("first", 1, 1)
      world.add("large", costYuan: 10, population: 1000, earliest: 2)
      let after = try world.after(before)
      #expect(after.place("small") == place, "\(committed)")
      #expect(after.place("large") == (committed == 0 ? [2, 2] : [3, 3]))
      #expect(after.move("large")?.kind == .new)
      #expect(after.move("small")?.isCommitted == (committed > 0))
      if committed == 0 {
        let shortage = LimitShortage(
          limit: "budget", quarter: ReplanMaking.quarter(2), missing: 10)
        #expect(after.move("small")?.reason == .limit(shortage))
      }
    }
  }

  /// What is under way costs more: 100 are left for two packages of 100 each.
  @Test func aShortfallMovesWhatIsWorthLeast() throws {
    for committed in [0, 2] {
      for (large, small) in [("x", "y"), ("y", "x")] {
        var world = ReplanMaking(budgetYuan: 200)
        world.committedQuarters = committed
        world.add("u", costYuan: 200, quarters: 2)
        world.add(large, costYuan: 100, population: 5000, earliest: 2)
        world.add(small, costYuan: 100, population: 100, earliest: 2)
        let before = try world.before()
        #expect(before.place("x") == [2, 2] && before.place("y") == [2, 2])
        world.happen("u", 1, nil, costYuan: 300)
        let after = try world.after(before)
        #expect(after.place(large) == [2, 2], "\(committed) \(large)")
        #expect(after.place(small) == [3, 3], "\(committed) \(large)")
        let shortage = LimitShortage(
          limit: "budget", quarter: ReplanMaking.quarter(2), missing: 100)
        #expect(after.move(small)?.reason == .limit(shortage))
        #expect(after.packages.first { $0.package.id == "u" }?.paidYuan == 300)
        #expect(after.packages.first { $0.package.id == "u" }?.package.costYuan == 300)
      }
    }
  }

  /// What was overdrawn is history: it is neither an error nor a debt of the next quarter.
  @Test func anOverdraftIsNotCarriedOn() throws {
    var world = ReplanMaking(budgetYuan: 100)
    world.add("u", costYuan: 100)
    world.add("v", costYuan: 100, earliest: 2)
    let before = try world.before()
    world.happen("u", 1, 1, costYuan: 450)
    let after = try world.after(before)
    #expect(after.place("v") == [2, 2])
    #expect(after.quarters[0].overdrawnYuan == 350 && after.quarters[0].carriedOutYuan == 0)
    #expect(after.quarters[1].carriedInYuan == 0 && after.quarters[1].overdrawnYuan == 0)
    let budget = after.limitAccounts.filter { $0.limit == RolloutScheduler.budgetName }
    #expect(budget[0].used == 450 && budget[1].used == 100)
  }

  @Test func whatHasNoRoomIsDroppedAndWhatHasIsAdded() throws {
    var world = ReplanMaking(quarters: 3, budgetYuan: 100)
    world.add("a", costYuan: 100, population: 90_000)
    world.add("b", costYuan: 200, population: 5000, earliest: 2)
    world.add("c", costYuan: 90, population: 10, earliest: 2)
    let before = try world.before()
    #expect(before.place("b") == [3, 3] && before.place("c") == nil)
    world.happen("a", 1, 1)
    let after = try world.after(before, budgetYuan: 60)
    #expect(after.place("b") == nil && after.place("c") == [3, 3])
    #expect(after.move("b")?.kind == .dropped && after.move("c")?.kind == .added)
    #expect(after.move("b")?.quarters == nil)
    #expect(after.quarters[0].overdrawnYuan == 40)
    // Dropped and added as if moved between their quarter and the one after the horizon.
    let worth = (5000.0 + 10) * 3 / (1 + 0.5 * 0.08)
    #expect(abs((after.moves?.cost ?? 0) - 0.5 * worth) < 1e-6)
  }
}
