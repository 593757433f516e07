/// Drives the bound down: a subgradient method with the deflected directions of Camerini, Fratta and
/// Maffioli (1975), steps by Polyak's rule towards a level below the best bound that comes nearer to it
/// whenever a while brings nothing.
struct DualAscent: Sendable {
  let dual: ScheduleDual
  /// Best point so far.
  private(set) var best: ScheduleDual.Point
  /// Mean start of each row over the last points, the number of periods for what is not done: near what
  /// the relaxation would do with parts of activities.
  private(set) var meanStart: [Double]
  /// Evaluations of the dual so far.
  private(set) var evaluations = 1

  private let scale: [Double]
  private var coordinates: [Double]
  private var bestCoordinates: [Double]
  private var direction: [Double] = []
  /// How far below the best bound the level lies, as a share of it.
  private var depth = 0.1
  private var idle = 0

  /// Weight of the newest point in the mean.
  private static let memory = 0.03
  /// Evaluations without a good step after which the level comes nearer.
  private static let patience = 30
  private static let leastDepth = 1e-4
  private static let freshDepth = 2e-3

  init(_ dual: ScheduleDual) {
    self.dual = dual
    scale = dual.scale
    coordinates = [Double](repeating: 0, count: dual.coordinates)
    bestCoordinates = coordinates
    best = dual.point(coordinates)
    meanStart = [Double](repeating: 0, count: dual.model.rows)
    noteStarts(of: best, weight: 1)
  }

  /// Makes some steps, fewer when the bound cannot come down any more or meets a value.
  mutating func run(evaluations count: Int, until value: Double = -.infinity) {
    var point = dual.point(coordinates)
    for _ in 0..<count {
      guard best.bound > value, best.bound.isFinite else { return }
      guard let next = step(from: point) else { return }
      point = dual.point(next)
      coordinates = next
      evaluations += 1
      noteStarts(of: point, weight: Self.memory)
      note(&point)
    }
  }

  /// Keeps a point that is better, and brings the level nearer when none is for long.
  private mutating func note(_ point: inout ScheduleDual.Point) {
    let magnitude = abs(best.bound)
    idle = point.bound < best.bound - 0.5 * depth * magnitude ? 0 : idle + 1
    if point.bound < best.bound {
      best = point
      bestCoordinates = coordinates
    }
    guard idle > Self.patience else { return }
    depth = depth < Self.leastDepth ? Self.freshDepth : depth / 2
    idle = 0
    coordinates = bestCoordinates
    point = best
    direction = []
  }

  /// The next coordinates; nil when the slope is flat.
  private mutating func step(from point: ScheduleDual.Point) -> [Double]? {
    let slope = zip(point.slope, scale).map { $0 * $1 }
    if direction.isEmpty {
      direction = slope
    } else {
      var along = 0.0
      var length = 0.0
      for index in slope.indices {
        if coordinates[index] <= 0 && slope[index] > 0 && direction[index] > 0 {
          direction[index] = 0
        }
        along += slope[index] * direction[index]
        length += direction[index] * direction[index]
      }
      let deflection = along < 0 && length > 0 ? -1.5 * along / length : 0
      for index in slope.indices {
        direction[index] = slope[index] + deflection * direction[index]
      }
    }
    var length = 0.0
    for index in slope.indices where coordinates[index] > 0 || direction[index] < 0 {
      length += direction[index] * direction[index]
    }
    guard length > 0 else { return nil }
    let level = best.bound - depth * abs(best.bound)
    let step = (point.bound - level) / length
    return coordinates.indices.map { index in
      max(0, coordinates[index] - step * direction[index] * scale[index])
    }
  }

  private mutating func noteStarts(of point: ScheduleDual.Point, weight: Double) {
    for (chunk, outcome) in zip(dual.model.chunks, point.outcomes) {
      for row in chunk {
        let start = Double(outcome.start[row - chunk.lowerBound])
        meanStart[row] += weight * (start - meanStart[row])
      }
    }
  }
}

extension ScheduleDual {
  /// What makes coordinates alike: the inverse of what a limit holds, by the root of the part of all worth
  /// that needs it. The best price of all of a limit grows with that part, and in coordinates divided by its root
  /// price and slope both grow with the root: one step suits a province's limit and the country's.
  var scale: [Double] {
    var scale = [Double](repeating: 1, count: coordinates)
    let parts = worthParts
    for resource in model.accounts.resources.indices {
      let root = parts[resource].squareRoot()
      var sum = 0.0
      for (offset, account) in model.accounts.range(resource).enumerated() {
        let capacity = Double(max(1, model.accounts.capacity[account]))
        sum = model.accounts.carryOverCap[resource] > 0 ? sum + capacity : capacity
        scale[account] = root / sum
        if let bump = bump(resource) { scale[bump + offset] = root / capacity }
      }
    }
    return scale
  }

  /// Of each resource the part of all worth that takes from it, 0 to 1; 1 for all where nothing has a worth.
  private var worthParts: [Double] {
    var sums = [Double](repeating: 0, count: model.accounts.resources.count)
    var all = 0.0
    for row in 0..<model.rows where model.greatestValue[row].isFinite {
      let worth = abs(model.greatestValue[row])
      all += worth
      let uses = model.firstUse[model.firstMode[row]]..<model.firstUse[model.firstMode[row + 1]]
      for resource in Set(uses.flatMap { model.keys[Int(model.useKey[$0])].resources }) {
        sums[resource] += worth
      }
    }
    return sums.map { all > 0 ? max($0 / all, 1e-9) : 1 }
  }
}
