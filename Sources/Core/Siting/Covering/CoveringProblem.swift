import Territory

public import Geometry

/// What is asked of the chosen sites.
public enum CoveringGoal: Hashable, Sendable {
  /// Maximal covering (MCLP): as much weight as possible with at most so many sites, existing ones
  /// not counted. Costs do not matter.
  case mostWeight(sites: Int)
  /// Maximal covering under a budget: as much weight as possible for at most this cost.
  case mostWeightFor(budget: Double)
  /// Set covering (LSCP): every demand of every layer, at the least cost.
  case everyDemand
  /// Partial set covering (PSCLP): of each layer at least this share of its weight, 0 to 1, at the
  /// least cost. One share a layer.
  case shares([Double])

  /// Whether weight is maximised.
  var isOfWeight: Bool {
    switch self {
    case .mostWeight, .mostWeightFor: true
    case .everyDemand, .shares: false
    }
  }
}

/// Candidates, layers of demand and a goal.
///
/// All layers are covered by the same choice of sites. For `.mostWeight` the weights of all layers
/// are added up; for `.shares` each layer has a threshold of its own.
public struct CoveringProblem: Sendable {
  /// Where sites may be.
  public let candidates: [CandidateSite]
  /// What is to be covered.
  public let layers: [CoverLayer]
  /// What is asked.
  public let goal: CoveringGoal
  /// A key by which candidates near each other come near each other in memory; any order is right.
  let locality: [UInt32]
  /// Of every candidate whether it cannot be chosen.
  let isBarred: [Bool]

  /// A problem.
  ///
  /// - Parameters:
  ///   - candidates: where sites may be.
  ///   - layers: what is to be covered, each over these candidates.
  ///   - goal: what is asked.
  ///   - positions: of the candidates, where they are known: the work is then faster.
  /// - Throws: DR-562 for no layer or candidate, a cost that is negative, not finite or beyond 1e12;
  ///   DR-563 for a goal out of range; DR-564 where required sites alone exceed the goal's sites or
  ///   budget; DR-565 for demand that the candidates cannot cover; DR-568 for two existing or required
  ///   candidates of one exclusive group. That a goal is out of reach because of the groups alone is
  ///   found by the solver.
  public init(
    candidates: [CandidateSite], layers: [CoverLayer], goal: CoveringGoal,
    positions: CoverPoints? = nil
  ) throws(UserError) {
    // Of smaller problems there are few tiles and no blocks.
    let isHilbert = goal.isOfWeight && candidates.count >= BlockSearch.leastSites
    let locality = positions?.localityKeys(isHilbert: isHilbert) ?? []
    try self.init(candidates: candidates, layers: layers, goal: goal, locality: locality)
  }

  init(
    candidates: [CandidateSite], layers: [CoverLayer], goal: CoveringGoal, locality: [UInt32]
  ) throws(UserError) {
    self.candidates = candidates
    self.layers = layers
    self.goal = goal
    self.locality = locality
    isBarred = Self.barred(candidates)
    try check()
  }

  /// The same candidates and layers with another goal.
  ///
  /// - Throws: as the initializer.
  public func with(goal: CoveringGoal) throws(UserError) -> CoveringProblem {
    try CoveringProblem(candidates: candidates, layers: layers, goal: goal, locality: locality)
  }

  /// Weight that a layer must reach for the goal; 0 for goals that maximise.
  public func threshold(layer: Int) -> Double {
    switch goal {
    case .mostWeight, .mostWeightFor: return 0
    case .everyDemand: return layers[layer].totalWeight
    case .shares(let shares):
      // A share such as 0.07 has no exact double: what rounding adds is not asked for.
      let exact = shares[layer] * layers[layer].totalWeight * (1 - 4e-15)
      return layers[layer].isIntegral ? exact.rounded(.up) : exact
    }
  }

  /// What a candidate counts in the goal's measure: sites or cost.
  func price(_ candidate: Int) -> Double {
    if candidates[candidate].status == .existing { return 0 }
    if case .mostWeight = goal { return 1 }
    return candidates[candidate].cost
  }

  /// Sites or cost that may be spent; nil where they are minimised.
  var budget: Double? {
    switch goal {
    case .mostWeight(let sites): Double(sites)
    case .mostWeightFor(let budget): budget
    case .everyDemand, .shares: nil
    }
  }

  private func check() throws(UserError) {
    guard !candidates.isEmpty, !layers.isEmpty,
      layers.allSatisfy({ $0.candidateCount == candidates.count })
    else {
      throw UserError(
        "DR-562", .badData, at: "candidates",
        "\(candidates.count) candidates, layers over \(layers.map(\.candidateCount))",
        remedy: "give at least one of each, all over the same candidates")
    }
    if let wrong = candidates.firstIndex(where: { !(0...1e12).contains($0.cost) }) {
      throw UserError(
        "DR-562", .badData, at: "candidate \(wrong)", "the cost is \(candidates[wrong].cost)",
        remedy: "give 0 to 1e12")
    }
    try checkGroups()
    try checkGoal()
    try checkReach()
  }

  private func checkGroups() throws(UserError) {
    var taken: [Int: Int] = [:]
    for (index, candidate) in candidates.enumerated() where candidate.status.isSettledIn {
      guard let group = candidate.exclusiveGroup else { continue }
      if let other = taken[group] {
        throw UserError(
          "DR-568", .badData, at: "candidates \(other) and \(index)",
          "both must be chosen, but at most one of their group may be",
          remedy: "let one be free, or give them different groups")
      }
      taken[group] = index
    }
  }

  private func checkGoal() throws(UserError) {
    var problem: String?
    switch goal {
    case .mostWeight(let sites): if sites < 0 { problem = "\(sites) sites" }
    case .mostWeightFor(let budget):
      if !(0...1e15).contains(budget) { problem = "a budget of \(budget)" }
    case .everyDemand: break
    case .shares(let shares):
      if shares.count != layers.count { problem = "\(shares.count) shares" }
      if let share = shares.first(where: { !(0...1).contains($0) }) { problem = "share \(share)" }
    }
    if let problem {
      throw UserError(
        "DR-563", .badData, at: "goal", problem,
        remedy: "give sites or a budget from 0 up, or a share from 0 to 1 for each layer")
    }
    let required = CompensatedSum.of(
      candidates.indices.lazy.filter { candidates[$0].status == .required }.map(price))
    if let budget, required > budget {
      throw UserError(
        "DR-564", .badData, at: "goal", "the required sites take \(required) of \(budget)",
        remedy: "allow more, or require less")
    }
  }

  private func checkReach() throws(UserError) {
    guard budget == nil else { return }
    for (index, layer) in layers.enumerated() {
      var reached = CompensatedSum()
      var missed = layer.uncoverableCount
      for row in 0..<layer.rows.count {
        if layer.rows[row].contains(where: { !isBarred[Int($0)] }) {
          reached.add(layer.rowWeights[row])
        } else {
          missed += 1
        }
      }
      let isReached = goal == .everyDemand ? missed == 0 : reached.value >= threshold(layer: index)
      guard isReached else {
        let share = layer.totalWeight > 0 ? reached.value / layer.totalWeight : 1
        throw UserError(
          "DR-565", .badData, at: "layer \(index)",
          "all candidates together cover \(share) of the weight, and leave out \(missed) demands",
          remedy: "ask for less, widen the radius, or give more candidates")
      }
    }
  }
}
