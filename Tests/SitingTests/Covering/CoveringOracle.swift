import Siting
import TestSupport

/// A small covering problem with everything in plain view, and its optimum by trying every choice.
struct SmallProblem: Sendable {
  var candidates: [CandidateSite]
  /// By layer: weights, and the candidates of each demand.
  var layers: [(weights: [Double], lists: [[Int]])]
  var goal: CoveringGoal

  func problem() throws -> CoveringProblem {
    try CoveringProblem(
      candidates: candidates,
      layers: layers.map {
        try CoverLayer(
          weights: $0.weights, candidates: $0.lists, candidateCount: candidates.count)
      }, goal: goal)
  }

  func price(_ chosen: [Int]) -> Double {
    chosen.reduce(0) {
      if candidates[$1].status == .existing { return $0 }
      if case .mostWeight = goal { return $0 + 1 }
      return $0 + candidates[$1].cost
    }
  }

  func covered(_ layer: Int, _ chosen: [Int]) -> Double {
    zip(layers[layer].weights, layers[layer].lists).reduce(0) {
      $1.1.contains(where: chosen.contains) ? $0 + $1.0 : $0
    }
  }

  /// Whether a choice is allowed and does what is asked.
  func accepts(_ chosen: [Int]) -> Bool {
    for (index, candidate) in candidates.enumerated() {
      switch candidate.status {
      case .free: break
      case .existing, .required: if !chosen.contains(index) { return false }
      case .forbidden: if chosen.contains(index) { return false }
      }
    }
    let groups = chosen.compactMap { candidates[$0].exclusiveGroup }
    if Set(groups).count < groups.count { return false }
    switch goal {
    case .mostWeight(let sites): return price(chosen) <= Double(sites)
    case .mostWeightFor(let budget): return price(chosen) <= budget
    case .everyDemand:
      return layers.allSatisfy { layer in
        zip(layer.weights, layer.lists).allSatisfy {
          $0.0 == 0 || $0.1.contains(where: chosen.contains)
        }
      }
    case .shares(let shares):
      return layers.indices.allSatisfy {
        covered($0, chosen) >= shares[$0] * layers[$0].weights.reduce(0, +) * (1 - 1e-12)
      }
    }
  }

  var maximises: Bool {
    switch goal {
    case .mostWeight, .mostWeightFor: true
    case .everyDemand, .shares: false
    }
  }

  func worth(_ chosen: [Int]) -> Double {
    maximises ? layers.indices.reduce(0) { $0 + covered($1, chosen) } : price(chosen)
  }

  /// Nil where no choice is accepted.
  func optimum() -> Double? {
    var best: Double?
    for mask in 0..<(1 << candidates.count) {
      let chosen = candidates.indices.filter { mask >> $0 & 1 == 1 }
      guard accepts(chosen) else { continue }
      let worth = worth(chosen)
      if best.map({ maximises ? worth > $0 : worth < $0 }) ?? true { best = worth }
    }
    return best
  }

  enum Kind: CaseIterable {
    case sites, budget, every, share, twoLayers
  }

  /// A random problem; every third has weights and costs that are not whole numbers.
  static func random(_ kind: Kind, seed: UInt64) -> SmallProblem {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...10, using: &random)
    let isWhole = seed % 3 != 0
    func amount(_ range: ClosedRange<Double>) -> Double {
      let value = Double.random(in: range, using: &random)
      return isWhole ? value.rounded() : value
    }
    let candidates = (0..<count).map { _ in
      let roll = Int.random(in: 0..<20, using: &random)
      let status: CandidateSite.Status =
        roll == 0 ? .existing : roll == 1 ? .required : roll == 2 ? .forbidden : .free
      let cost = kind == .sites || seed % 2 == 0 ? 1 : amount(0...9)
      return CandidateSite(cost: cost, status: status)
    }
    let density = Double.random(in: 0.1...0.5, using: &random)
    let layers = (0..<(kind == .twoLayers ? 2 : 1)).map { _ in
      let demands = Int.random(in: 1...25, using: &random)
      let weights = (0..<demands).map { _ in amount(0...20) }
      let lists = (0..<demands).map { _ in
        (0..<count).filter { _ in Double.random(in: 0...1, using: &random) < density }
      }
      return (weights, lists)
    }
    let goal: CoveringGoal =
      switch kind {
      case .sites: .mostWeight(sites: Int.random(in: 1...4, using: &random))
      case .budget: .mostWeightFor(budget: amount(3...20))
      case .every: .everyDemand
      case .share: .shares([Double(Int.random(in: 1...20, using: &random)) / 20])
      case .twoLayers:
        .shares([
          Double.random(in: 0.2...0.9, using: &random),
          Double.random(in: 0.2...0.9, using: &random),
        ])
      }
    return SmallProblem(candidates: candidates, layers: layers, goal: goal)
  }
}
