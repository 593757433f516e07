import Territory

/// Makes a schedule better where the relaxation says that most is lost: puts an activity where its prices want
/// it, takes out as many others as stand in its way, and finds these new places (large neighbourhood search;
/// Shaw 1998). Worse schedules are gone on from as in simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983);
/// the best is kept.
struct LargeNeighbourhoods: Sendable {
  let model: ScheduleModel
  let links: PrecedenceLinks
  private let worth: StartWorth
  private let rivals: RivalDraw
  private var random: RandomNumbers
  /// Activities put back so far, and trials.
  private var placed = 0
  /// Losses that are gone on from, in the mean.
  private var temperature = 0.0
  /// Activities that the present trial took out, with where they were.
  private var out: [(row: Int, start: ActivityStart?)] = []
  /// Of each row the last trial that took it out.
  private var trialOfRow: [Int]
  private var trial = 0
  /// Scratch: the order in which rows are put back, greatest first.
  private var keys: [Double]

  /// Activities that one trial takes out at most.
  private static let greatestSize = 4000
  /// Placements for each row at most: small problems have nothing more to find.
  private static let placementsPerRow = 5000
  /// Placements that the search for room counts for where it finds none.
  private static let placementsInVain = 20
  /// Times that the losses are looked at anew and all activities are pulled forward.
  private static let passes = 20
  /// Placements for each activity that loses much at which the temperature starts at that activity's loss: with
  /// fewer there is no time to mend what was made worse. Measured on the country's packages and made ones.
  private static let placementsPerLoss = 12_000.0
  private static let greatestHeat = 4.0

  init(
    _ model: ScheduleModel, links: PrecedenceLinks, point: ScheduleDual.Point, seed: UInt64
  ) {
    self.model = model
    self.links = links
    worth = StartWorth(model, point)
    rivals = RivalDraw(model)
    random = RandomNumbers(seed: seed)
    trialOfRow = [Int](repeating: 0, count: model.rows)
    keys = [Double](repeating: 0, count: model.rows)
  }

  /// Improves a schedule until its value is enough or the effort is used up.
  ///
  /// - Parameter placements: activities put back at most.
  mutating func improve(_ state: inout ScheduleState, placements: Int, until enough: Double) {
    let effort = min(placements, Self.placementsPerRow * model.rows)
    var best = state
    var most = state.value
    placed = 0
    while placed < effort, most < enough {
      let until = min(effort, placed + max(1, effort / Self.passes))
      guard pass(&state, until: until, effort: effort) else { break }
      state.settle(passes: 1)
      let value = state.value
      if value > most {
        best = state
        most = value
      }
    }
    state = best
  }

  /// Some trials on the rows that lose most; false when none loses anything.
  private mutating func pass(_ state: inout ScheduleState, until: Int, effort: Int) -> Bool {
    var rows: [Int] = []
    var sums: [Double] = []
    var sum = 0.0
    var squares = 0.0
    for row in 0..<model.rows where !model.isFixed[row] {
      guard let earliest = state.span(row: row)?.lowerBound else { continue }
      let loss = worth.loss(row, state.starts[row], from: min(earliest, model.periods))
      guard loss > 0 else { continue }
      sum += loss
      squares += loss * loss
      sums.append(sum)
      rows.append(row)
    }
    guard sum > 0, squares > 0 else { return false }
    // As if so many activities lost alike, and nothing else.
    let losers = sum * sum / squares
    let heat = min(Self.greatestHeat, Double(effort) / (Self.placementsPerLoss * losers))
    temperature = heat * (1 - Double(placed) / Double(effort)) * sum / losers
    while placed < until {
      let mark = Double(random.below(1 << 31)) / Double(1 << 31) * sum
      let hasRoom = attempt(
        rows[min(sums.firstIndex(above: mark), rows.count - 1)], &state)
      placed += hasRoom ? 1 + out.count : Self.placementsInVain + out.count / 4
    }
    return true
  }

  /// Puts one row where it is worth more, and others around it; undoes it when that costs too much. False when
  /// no room was found.
  private mutating func attempt(_ row: Int, _ state: inout ScheduleState) -> Bool {
    trial += 1
    out.removeAll(keepingCapacity: true)
    guard let target = target(row, state) else { return false }
    holdPrerequisites(of: row)
    takeOut(row, &state)
    guard makeRoom(row, target, &state) else {
      undo(&state)
      return false
    }
    var lost = 0.0
    for case (let row, let start?) in out { lost += state.value(row, start) }
    state.put(row, target)
    let won = state.value(row, target) + fill(besides: row, &state)
    let isWhole = !out.contains { model.isNeeded[$0.row] && state.starts[$0.row] == nil }
    let least = temperature > 0 ? temperature * random.logarithm() : 0
    if !isWhole || won - lost <= least { undo(&state) }
    return true
  }

  /// A start that is worth more: the best one at times, else any.
  private mutating func target(_ row: Int, _ state: ScheduleState) -> ActivityStart? {
    guard let earliest = state.span(row: row)?.lowerBound else { return nil }
    let better = worth.better(row, state.starts[row], from: min(earliest, model.periods))
    guard !better.isEmpty else { return nil }
    if random.below(3) > 0 { return better[random.below(better.count)] }
    return better.max { worth.worth(row, $0) < worth.worth(row, $1) }
  }

  /// Takes others out until a start fits; false when it never does.
  private mutating func makeRoom(
    _ row: Int, _ target: ActivityStart, _ state: inout ScheduleState
  ) -> Bool {
    let bySize = random.below(2) == 0
    while let shortage = state.shortage(row, target) {
      let rival = rivals.row(shortage, bySize: bySize, in: state, &random) {
        trialOfRow[$0] != trial
      }
      guard let rival, out.count <= Self.greatestSize else { return false }
      takeOut(rival, &state)
    }
    return true
  }

  /// Marks what a row waits for, so that this trial leaves it where it is.
  private mutating func holdPrerequisites(of row: Int) {
    var waiting = [row]
    while let next = waiting.popLast() {
      for before in links.prerequisites(next) where trialOfRow[before] != trial {
        trialOfRow[before] = trial
        waiting.append(before)
      }
    }
  }

  /// Takes a row and all that follow it out.
  private mutating func takeOut(_ row: Int, _ state: inout ScheduleState) {
    var waiting = [row]
    trialOfRow[row] = trial
    while let next = waiting.popLast() {
      out.append((next, state.starts[next]))
      for after in links.followers(next) where trialOfRow[after] != trial {
        guard state.starts[after] != nil, !model.isFixed[after] else { continue }
        trialOfRow[after] = trial
        waiting.append(after)
      }
      state.remove(next)
    }
  }

  /// Puts back what was taken out besides a row, and returns what that is worth.
  private mutating func fill(besides row: Int, _ state: inout ScheduleState) -> Double {
    let order = order(besides: row)
    let isPriced = random.below(3) > 0
    var won = 0.0
    for other in order {
      let floor = model.isNeeded[other] ? -Double.infinity : 0
      let start =
        isPriced
        ? worth.best(other, above: floor, in: &state)
        : state.best(other, above: floor)?.start
      guard let start else { continue }
      state.put(other, start)
      won += state.value(other, start)
    }
    // What the prices leave free costs nothing.
    if isPriced { for other in order { won += state.raise(other) ?? 0 } }
    return won
  }

  /// By what they bring for what they take, more or less blurred, with or without a head start for what takes
  /// much, which finds no room later.
  private mutating func order(besides row: Int) -> [Int] {
    let blur = Double(1 + random.below(8)) / 8
    let bySize = random.below(2) == 0
    for (other, start) in out {
      keys[other] = 0
      guard let start else { continue }
      let (value, price) = worth.yield(other, start)
      let chance = Double(random.below(1 << 20)) / Double(1 << 20) - 0.5
      keys[other] =
        value / price * (bySize ? price.squareRoot().squareRoot() : 1) * (1 + blur * chance)
    }
    let rows = out.lazy.map(\.row).filter { $0 != row }
    return links.inPrecedence(rows.sorted { (keys[$1], $0) < (keys[$0], $1) })
  }

  private func undo(_ state: inout ScheduleState) {
    for (row, _) in out { state.remove(row) }
    for case (let row, let start?) in out { state.put(row, start) }
  }
}

extension [Double] {
  /// Of rising numbers the first above a mark.
  fileprivate func firstIndex(above mark: Double) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] > mark { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
