import Coverage
import Geometry
import Scheduling
import Siting
import Territory
import Testing

/// What holds of every rollout that is planned anew, whatever happened.
@Suite struct ReplanPropertyTests {
  @Test func historyStandsAndTheRestKeepsToTheRules() throws {
    var kinds: [MoveKind: Int] = [:]
    var overdrawn = 0
    for seed in 0..<700 as Range<UInt64> {
      let random = try RandomReplan(seed: seed)
      let after = try random.after()
      let moves = try #require(after.moves)
      for move in moves.moves { kinds[move.kind, default: 0] += 1 }
      overdrawn += after.quarters.contains { $0.overdrawnYuan > 0 } ? 1 : 0
      let faults =
        Self.historyFaults(random, after) + Self.openFaults(random, after)
        + Self.limitFaults(random, after) + Self.moveFaults(random, after)
        + Self.worthFaults(random, after)
      #expect(faults.isEmpty, "seed \(seed): \(faults)")
    }
    for kind in MoveKind.allCases where kind != .new {
      #expect(kinds[kind] ?? 0 > 5, "\(kinds)")
    }
    #expect(overdrawn > 50)
  }

  @Test func asPlannedNothingMoves() throws {
    var kept = 0
    for seed in 1000..<1500 as Range<UInt64> {
      let random = try RandomReplan(seed: seed, asPlanned: true)
      let after = try random.after()
      let moves = try #require(after.moves)
      #expect(after.packages.map(\.start) == random.before.packages.map(\.start), "seed \(seed)")
      #expect(after.quarters == random.before.quarters, "seed \(seed)")
      #expect(moves.cost == 0 && moves.moved + moves.count(.dropped) + moves.count(.added) == 0)
      kept += moves.count(.kept)
    }
    #expect(kept > 300, "\(kept)")
  }

  /// Without a price on moves the schedule by itself is worth at least what any with one is.
  @Test func aPriceOnMovesCostsWorthAndSavesMoves() throws {
    var cheaper = 0
    for seed in 2000..<2200 as Range<UInt64> {
      var random = try RandomReplan(seed: seed)
      random.world.policy = .valueOnly
      random.world.committedQuarters = Int(seed % 2)
      random.world.moveCost = 0
      let free = try random.after()
      random.world.moveCost = 2
      let dear = try random.after()
      guard let one = free.moves, let other = dear.moves, let proof = free.proof else { continue }
      #expect(one.cost == 0 && abs(one.plainValue - proof.value) <= 1e-9 * abs(proof.value))
      guard proof.gap == 0, dear.proof?.gap == 0 else { continue }
      #expect(one.plainValue >= other.plainValue - 1e-6 * max(1, one.plainValue), "seed \(seed)")
      if one.plainValue > other.plainValue + 1 { cheaper += 1 }
    }
    #expect(cheaper > 2, "\(cheaper)")
  }

  @Test func threadsMakeNoDifference() throws {
    for seed in 3000..<3030 as Range<UInt64> {
      var random = try RandomReplan(seed: seed)
      let one = try random.after()
      random.world.threads = 2
      #expect(try random.after() == one, "seed \(seed)")
    }
  }

  private static func entries(_ random: RandomReplan) throws -> [String: RolloutActuals.Entry] {
    Dictionary(uniqueKeysWithValues: try random.world.actuals().entries.map { ($0.id, $0) })
  }

  /// Everything that was begun stands in its quarters at its cost.
  private static func historyFaults(_ random: RandomReplan, _ after: Schedule) -> [String] {
    guard let entries = try? entries(random) else { return ["no entries"] }
    let asOf = ReplanMaking.quarter(random.world.asOf)
    return entries.values.compactMap { entry in
      guard let now = after.packages.first(where: { $0.package.id == entry.id }),
        let was = random.before.packages.first(where: { $0.package.id == entry.id })
      else { return "\(entry.id) is lost" }
      let planned = entry.started.advanced(by: was.finish.index - was.start.index)
      let finish = entry.finished ?? max(planned, asOf)
      let cost = entry.costYuan ?? was.package.costYuan
      return now.start == entry.started && now.finish == finish && now.paidYuan == cost
        && now.package.costYuan == cost ? nil : "\(entry.id) is \(now)"
    }
  }

  /// Everything else starts when it is open and after what it waits for.
  private static func openFaults(_ random: RandomReplan, _ after: Schedule) -> [String] {
    guard let entries = try? entries(random) else { return ["no entries"] }
    let finish = Dictionary(
      uniqueKeysWithValues: after.packages.map { ($0.package.id, $0.finish) })
    return after.packages.filter { entries[$0.package.id] == nil }.compactMap { entry in
      if entry.start < ReplanMaking.quarter(random.world.asOf) { return "\(entry) in the past" }
      guard let before = entry.package.prerequisite else { return nil }
      return finish[before].map { $0 < entry.start } ?? false ? nil : "\(entry) out of order"
    }
  }

  /// No account is below nothing but by what was begun alone.
  private static func limitFaults(_ random: RandomReplan, _ after: Schedule) -> [String] {
    guard let entries = try? entries(random) else { return ["no entries"] }
    var faults: [String] = []
    func follow(
      _ name: String, carries: Bool, unit: Int, _ take: (ScheduledPackage) -> Int
    ) {
      var (kept, keptAnyway) = (0.0, 0.0)
      for account in after.limitAccounts where account.limit == name {
        var (all, begun) = (0.0, 0.0)
        for entry in after.packages {
          // Everything is spread as money is, here evenly over the quarters.
          let part = Double(Self.part(take(entry) * unit, entry, account.from)) / Double(unit)
          all += part
          if entries[entry.package.id] != nil { begun += part }
        }
        if abs(all - account.used) > 1e-6 { faults.append("\(account) is used by \(all)") }
        let left = kept + account.amount - all
        let leftAnyway = keptAnyway + account.amount - begun
        if left < min(0, leftAnyway) - 1e-6 { faults.append("\(account): \(left), \(leftAnyway)") }
        kept = carries ? max(0, left) : 0
        keptAnyway = carries ? max(0, leftAnyway) : 0
      }
    }
    follow("budget", carries: true, unit: 1) { $0.paidYuan }
    follow("crews", carries: false, unit: 1_000_000) { $0.package.crewDays }
    follow("radios", carries: true, unit: 1_000_000) { $0.package.stations }
    return faults
  }

  /// What falls into a quarter of an amount that is spread evenly, in whole units that sum to it.
  private static func part(_ amount: Int, _ entry: ScheduledPackage, _ quarter: Quarter) -> Int {
    guard entry.start <= quarter, quarter <= entry.finish else { return 0 }
    let count = entry.finish.index - entry.start.index + 1
    let offset = quarter.index - entry.start.index
    func until(_ quarters: Int) -> Int { amount * (1_000_000 * quarters / count) / 1_000_000 }
    return until(offset + 1) - until(offset)
  }

  /// Every package of either schedule is told of once, as it stands in both.
  private static func moveFaults(_ random: RandomReplan, _ after: Schedule) -> [String] {
    guard let moves = after.moves?.moves else { return ["no moves"] }
    func spans(_ schedule: Schedule) -> [String: ClosedRange<Quarter>] {
      Dictionary(
        uniqueKeysWithValues: schedule.packages.map { ($0.package.id, $0.start...$0.finish) })
    }
    let (was, now) = (spans(random.before), spans(after))
    var faults = moves.filter { $0.was != was[$0.id] || $0.now != now[$0.id] }.map { "\($0)" }
    if moves.map(\.id) != Set(was.keys).union(now.keys).sorted() { faults.append("ids") }
    for move in moves {
      let isMoved = move.was != move.now
      let explains = [MoveKind.earlier, .later, .dropped, .added].contains(move.kind)
      if move.kind == .kept && isMoved || explains && (!isMoved || move.reason == nil) {
        faults.append("\(move) is not explained")
      }
    }
    return faults
  }

  /// The worth by the words of the documentation: service to the end by status and priority, and of each quarter of
  /// move a share of what it changes.
  private static func worthFaults(_ random: RandomReplan, _ after: Schedule) -> [String] {
    guard let moves = after.moves else { return ["no moves"] }
    let periods = random.world.quarters
    let works = Dictionary(
      uniqueKeysWithValues: random.world.packages.map { ($0.work.id, $0.work) })
    func service(_ id: String, _ span: ClosedRange<Quarter>?) -> Double {
      guard let work = works[id], let span else { return 0 }
      let weight: Double = work.to == .deep ? 3 : work.to == .continuous ? 2 : 1
      var quarters = 0.0
      for period in span.upperBound.index - after.limits.from.index..<periods {
        var year = 1.0
        for _ in 0..<period / 4 { year /= 1.08 }
        quarters += year / (1 + Double(period % 4) / 4 * 0.08)
      }
      return Double(work.populationServed) * weight * (0.5 + work.priority) * quarters
    }
    var (worth, cost) = (0.0, 0.0)
    for move in moves.moves {
      worth += service(move.id, move.now)
      guard works[move.id]?.feasible == true, move.kind != .done, move.kind != .underWay else {
        continue
      }
      cost += moves.moveShare * abs(service(move.id, move.was) - service(move.id, move.now))
    }
    let slack = 1e-9 * max(1, worth)
    var faults: [String] = []
    if abs(moves.plainValue - worth) > slack { faults.append("\(moves.plainValue) is \(worth)") }
    if abs(moves.cost - cost) > slack { faults.append("\(moves.cost) should be \(cost)") }
    if let proof = after.proof, proof.bound < proof.value - slack { faults.append("\(proof)") }
    return faults
  }
}
