import Siting
import TestSupport

/// Random problems beyond trying every choice, for another solver to compare with.
extension SmallProblem {
  enum Shape: CaseIterable {
    /// Candidates of a demand are drawn one by one.
    case scattered
    /// Demands are covered within a radius of a plane.
    case plane
  }

  enum Amounts: CaseIterable {
    case ones
    case whole
    /// Not whole, and no two sums alike.
    case real
  }

  /// What a problem is drawn by.
  struct Plan: Sendable, CustomStringConvertible {
    var goal: Goal
    var layers: Int
    var shape: Shape
    var weights: Amounts
    var costs: Amounts
    var seed: UInt64

    var description: String {
      "\(goal) of \(layers) layers, \(shape), weights \(weights), costs \(costs), seed \(seed)"
    }
  }

  enum Goal: CaseIterable {
    case sites, budget, every, shares
  }

  static func medium(_ plan: Plan) -> SmallProblem {
    var random = SeededGenerator(seed: plan.seed)
    func amount(_ kind: Amounts, _ range: ClosedRange<Double>) -> Double {
      let value = Double.random(in: range, using: &random)
      return kind == .ones ? 1 : kind == .whole ? value.rounded() : value
    }
    let count = Int.random(in: 8...40, using: &random)
    // Some problems have nothing settled beforehand, some much.
    let settled = [0, 0.1, 0.3][Int.random(in: 0..<3, using: &random)]
    let candidates = (0..<count).map { _ in
      let roll = Double.random(in: 0..<1, using: &random)
      let status: CandidateSite.Status =
        roll >= settled
        ? .free : [.existing, .required, .forbidden][Int.random(in: 0..<3, using: &random)]
      return CandidateSite(cost: amount(plan.costs, 0...9), status: status)
    }
    func points(_ count: Int) -> [(x: Double, y: Double)] {
      (0..<count).map { _ in
        (Double.random(in: 0...30, using: &random), Double.random(in: 0...30, using: &random))
      }
    }
    let sites = points(count)
    let layers = (0..<plan.layers).map { _ in
      let demands = points(Int.random(in: 10...120, using: &random))
      let weights = demands.map { _ in amount(plan.weights, 0...20) }
      let degree = Double.random(in: 1.5...6, using: &random)
      let reach = 900 * degree / (.pi * Double(count))
      let lists = demands.map { demand in
        (0..<count).filter {
          let (x, y) = (sites[$0].x - demand.x, sites[$0].y - demand.y)
          return plan.shape == .plane
            ? x * x + y * y <= reach : Double.random(in: 0...Double(count), using: &random) < degree
        }
      }
      return (weights, lists)
    }
    var problem = SmallProblem(candidates: candidates, layers: layers, goal: .everyDemand)
    problem.ask(plan, using: &random)
    return problem
  }

  /// Sets a goal that can mostly be reached.
  private mutating func ask(_ plan: Plan, using random: inout SeededGenerator) {
    let required = candidates.filter { $0.status == .required }
    switch plan.goal {
    case .sites:
      goal = .mostWeight(sites: required.count + Int.random(in: 0...10, using: &random))
    case .budget:
      let extra = Double.random(in: 0...40, using: &random)
      let sum = required.reduce(0) { $0 + $1.cost } + extra
      goal = .mostWeightFor(budget: plan.costs == .real ? sum : sum.rounded(.up))
    case .every:
      // What no candidate covers cannot be asked for.
      for layer in layers.indices {
        for demand in layers[layer].lists.indices
        where layers[layer].lists[demand].allSatisfy({ candidates[$0].status == .forbidden }) {
          layers[layer].weights[demand] = 0
        }
      }
      goal = .everyDemand
    case .shares:
      let allowed = candidates.indices.filter { candidates[$0].status != .forbidden }
      goal = .shares(
        layers.indices.map {
          let total = layers[$0].weights.reduce(0, +)
          let most = total > 0 ? covered($0, allowed) / total : 1
          // A tenth of them asks for all that can be had.
          let part = Double.random(in: 0.1...1.1, using: &random)
          return part >= 1 ? most * (1 - 1e-13) : part * most
        })
    }
  }
}
