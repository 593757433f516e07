import Territory
/// What makes one choice better than another, for weights that are maximised and prices that are
/// minimised alike.
struct CoverMeasure: Sendable {
  let maximises: Bool
  /// Whether only whole numbers can occur.
  let isIntegral: Bool

  init(_ core: CoveringCore) {
    maximises = core.maximises
    isIntegral = core.maximises ? core.weightsAreIntegral : core.pricesAreIntegral
  }

  /// Worse than every choice.
  var worst: Double { maximises ? -.infinity : .infinity }

  func isBetter(_ one: Double, than other: Double) -> Bool {
    maximises ? one > other : one < other
  }

  /// The least improvement of a value that counts: to the next whole number, or by a part in 1e9.
  func target(beyond value: Double) -> Double {
    guard value.isFinite else { return value }
    if isIntegral { return maximises ? value.rounded() + 1 : value.rounded() - 1 }
    let step = 1e-9 * abs(value) + .leastNormalMagnitude
    return maximises ? value + step : value - step
  }

  /// Whether a bound says that no choice reaches the target.
  func excludes(_ bound: Double, _ target: Double) -> Bool {
    maximises ? bound < target : bound > target
  }

  /// The bound, cut to what can occur.
  func cut(_ bound: Double) -> Double {
    guard isIntegral, bound.isFinite else { return bound }
    return maximises ? bound.rounded(.down) : bound.rounded(.up)
  }

  /// The weaker of two bounds, the one that holds for both.
  func weaker(_ one: Double, _ other: Double) -> Double {
    maximises ? max(one, other) : min(one, other)
  }

  func stronger(_ one: Double, _ other: Double) -> Double {
    maximises ? min(one, other) : max(one, other)
  }
}

/// A choice of candidates of the problem, with the core's settled ones, and its worth.
struct CoverSolution: Sendable {
  var candidates: [Int32]
  /// Weight of the settled and chosen sites, or their price.
  var value: Double
}

extension CoveringCore {
  /// The worth of what is settled.
  var settledValue: Double { maximises ? settledWeight : spent.value }

  /// A solution by sites of this core.
  func solution(_ choice: CoverChoice) -> CoverSolution {
    CoverSolution(
      candidates: settled + choice.chosen.map { names[$0] },
      value: maximises ? settledWeight + choice.value : spent.value + choice.price)
  }

  /// Worth of the rows where nothing better is known: weights, or 1 where all must be covered.
  var plainValues: [Double] {
    var values = weights
    for (layer, range) in layerRows.enumerated() {
      for row in range {
        if isFull[layer] {
          values[row] = 1
        } else if !maximises, layerRows.count > 1 {
          values[row] /= max(thresholds[layer], .leastNormalMagnitude)
        }
      }
    }
    return values
  }
}
