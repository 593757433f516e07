import Territory

/// Annealing for the least price of what thresholds ask for, in which every site costs its price at a rate (Lagrangian
/// relaxation of the thresholds): sites come and go one by one or for one another, and the rate rises while more is
/// covered than asked and falls while less is.
///
/// A step keeps no order among the chosen sites and no threshold, and so costs a fraction of one of ``SwapSearch``.
struct PricedSearch {
  /// What a step costs beside the entries that it visits, in entries.
  private static let stepVisits = 2
  /// Sites near each other are worked on together, as long as they are in the processor's fast memory.
  private static let window = 256
  private static let sweepsPerWindow = 4
  /// Temperatures from start to end, where there are visits for so many.
  private static let segments = 8...80
  /// By how many parts the rate rises where one part too much is covered.
  private static let stiffness = 20.0

  /// Sites that may come or go, in the order of the core.
  let pool: [Int32]
  /// Worth of a unit of price, in the unit of the choice's values.
  var rate: Double
  /// Losses of the size that are still accepted at the start and at the end.
  let temperature: ClosedRange<Double>
  var random: RandomNumbers

  /// Runs until so many entries have been visited, and gives the entries. What is covered is then near to the
  /// thresholds, on either side.
  ///
  /// - Parameter choice: of a core whose price is minimised and none of whose layers is full.
  mutating func run(_ choice: CoverChoice, visits: Int, shouldStop: () -> Bool) -> Int {
    guard !pool.isEmpty else { return 0 }
    let fall = temperature.lowerBound / temperature.upperBound
    var visited = choice.takeVisited()
    // At few entries a step a pass visits about so many.
    let pass = pool.count * Self.sweepsPerWindow * Self.stepVisits * 4
    let segments = max(Self.segments.lowerBound, min(Self.segments.upperBound, visits / pass))
    for segment in 0..<segments where !shouldStop() {
      let part = Double(segment) / Double(segments - 1)
      let heat = temperature.upperBound * RandomNumbers.power(fall, part)
      let wanted = Self.wanted(choice)
      guard wanted > 0 else { break }
      let annealing = CoverChoice.Annealing(
        pool: pool, window: Self.window, sweeps: Self.sweepsPerWindow, rate: rate, heat: heat,
        wanted: wanted, slope: Self.stiffness / wanted)
      while visited < visits / segments * (segment + 1), !shouldStop() {
        choice.anneal(annealing, &random)
        visited += pool.count * Self.sweepsPerWindow * Self.stepVisits + choice.takeVisited()
      }
      rate *= max(0.5, 1 + 0.5 * Self.stiffness * (choice.value - wanted) / wanted)
      choice.refresh()
      visited += choice.core.rows.entryCount
    }
    return visited
  }

  /// The value of what the thresholds ask for.
  private static func wanted(_ choice: CoverChoice) -> Double {
    let core = choice.core
    return core.layerRows.enumerated().reduce(0) { sum, layer in
      guard let first = layer.element.first else { return sum }
      return sum + choice.worth(first) / core.weights[first] * core.thresholds[layer.offset]
    }
  }
}
