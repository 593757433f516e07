import Geometry
import Siting
import TestSupport
import Testing

extension SmallProblem {
  /// A random problem whose candidates exclude each other in groups, of one to three layers.
  static func grouped(_ kind: Kind, seed: UInt64) -> SmallProblem {
    var small = random(kind, seed: seed)
    var random = SeededGenerator(seed: seed &+ 77)
    let count = small.candidates.count
    while small.layers.count < 1 + Int(seed % 3) {
      let extra = Self.random(kind, seed: UInt64.random(in: 1...1_000_000, using: &random))
      small.layers.append(
        (extra.layers[0].weights, extra.layers[0].lists.map { $0.filter { $0 < count } }))
      if case .shares(let shares) = small.goal {
        small.goal = .shares(shares + [Double.random(in: 0...0.7, using: &random)])
      }
    }
    let groups = Int.random(in: 1...4, using: &random)
    small.candidates = small.candidates.map { candidate in
      let group = Int.random(in: -1..<groups, using: &random)
      return CandidateSite(
        cost: candidate.cost, status: candidate.status,
        exclusiveGroup: group < 0 ? nil : 10 * group - 7)
    }
    return small
  }

  var withoutGroups: SmallProblem {
    SmallProblem(
      candidates: candidates.map { CandidateSite(cost: $0.cost, status: $0.status) },
      layers: layers, goal: goal)
  }

  /// Whether two that must be chosen share a group.
  var contradictsItself: Bool {
    let groups = candidates.filter { $0.status == .existing || $0.status == .required }
      .compactMap(\.exclusiveGroup)
    return Set(groups).count < groups.count
  }
}

/// Candidates of which at most one may be chosen, against the optimum by trying every choice.
@Suite struct ExclusiveGroupTests {
  static let cases = SmallProblem.Kind.allCases.flatMap { kind in
    (1...150).map { SmallProblem.grouped(kind, seed: UInt64($0)) }
  }

  @Test func theProofIsTheOptimum() throws {
    var (solved, impossible, bound) = (0, 0, 0)
    for small in Self.cases {
      let optimum = small.optimum()
      guard let problem = try? small.problem() else {
        #expect(optimum == nil)
        let code = userError { try small.problem() }?.code ?? ""
        #expect(["DR-564", "DR-565", "DR-568"].contains(code))
        #expect((code == "DR-568") == small.contradictsItself)
        continue
      }
      let result = CoveringSolver().solve(problem)
      guard let optimum else {
        #expect(!result.isReached && result.stop == .impossible, "\(result.stop) \(small)")
        #expect(result.gap == .infinity)
        impossible += 1
        continue
      }
      let slack = 1e-8 * max(1, abs(optimum))
      #expect(result.isReached && small.accepts(result.chosen), "\(small)")
      #expect(abs(small.worth(result.chosen) - result.objective) < slack)
      #expect(abs(result.objective - optimum) < slack, "\(result) \(small)")
      #expect(result.stop == .optimal || result.gap < 1e-8, "\(result.stop) \(small)")
      solved += 1
      if small.withoutGroups.optimum() != optimum { bound += 1 }
    }
    // The groups must matter, and goals out of reach must occur.
    #expect(solved > 400 && impossible > 10 && bound > 100, "\(solved) \(impossible) \(bound)")
  }

  /// With hardly any effort nothing is claimed that does not hold.
  @Test func littleEffortClaimsNothingWrong() throws {
    var open = 0
    for small in Self.cases {
      guard let problem = try? small.problem() else { continue }
      for effort in [1e-6, 0.01] {
        let result = CoveringSolver(effort: effort).solve(problem)
        guard let optimum = small.optimum() else {
          #expect(!result.isReached && result.stop != .optimal && result.stop != .gap)
          continue
        }
        let slack = 1e-12 * max(1, abs(optimum))
        #expect(result.stop != .impossible, "\(small)")
        #expect(small.accepts(result.chosen) == result.isReached, "\(small)")
        #expect(
          small.maximises ? result.bound >= optimum - slack : result.bound <= optimum + slack,
          "\(small)")
        if result.isReached {
          #expect(
            small.maximises
              ? result.objective <= optimum + slack : result.objective >= optimum - slack)
        } else {
          #expect(!small.maximises && result.gap == .infinity)
          open += 1
        }
      }
    }
    #expect(open < 40, "\(open)")
  }

  @Test func theModelHasTheSameOptimum() throws {
    var compared = 0
    for small in Self.cases where small.candidates.count <= 8 {
      guard let problem = try? small.problem() else { continue }
      let model = try CoveringModelTests.Model(CoveringModel(problem).mps())
      let sizes = Dictionary(grouping: small.candidates.filter { $0.status != .forbidden }) {
        $0.exclusiveGroup
      }
      let rows = model.kinds.filter { $0.key.hasPrefix("g") }
      #expect(rows.count == sizes.filter { $0.key != nil && $0.value.count > 1 }.count)
      #expect(rows.allSatisfy { $0.value == "L" && model.limits[$0.key] == 1 })
      let (found, optimum) = (model.optimum(), small.optimum())
      #expect((found == nil) == (optimum == nil))
      if let found, let optimum {
        #expect(abs((small.maximises ? -found : found) - optimum) < 1e-6, "\(small)")
        compared += 1
      }
    }
    #expect(compared > 200)
  }

  /// A mast in three sizes: each larger one brings less for its price, and only the largest is
  /// enough.
  @Test func greedyChangesToTheLargerOne() throws {
    let layer = try CoverLayer(
      weights: [Double](repeating: 1, count: 10),
      candidates: (0..<10).map { demand in
        demand < 4 ? [0, 1, 2] : demand < 7 ? [1, 2] : [2]
      }, candidateCount: 3)
    func problem(_ goal: CoveringGoal) throws -> CoveringProblem {
      try CoveringProblem(
        candidates: [1.0, 3, 9].map { CandidateSite(cost: $0, exclusiveGroup: 0) },
        layers: [layer], goal: goal)
    }
    for (share, chosen) in [(0.4, 0), (0.7, 1), (0.71, 2), (1, 2)] {
      #expect(CoveringSolver.greedy(try problem(.shares([share]))) == [chosen])
    }
    #expect(CoveringSolver.greedy(try problem(.everyDemand)) == [2])
    #expect(CoveringSolver.greedy(try problem(.mostWeightFor(budget: 8))) == [1])
    #expect(CoveringSolver.greedy(try problem(.mostWeight(sites: 3))) == [2])
  }

  /// Two demands, each with a site of its own, of one group.
  @Test func whatNoChoiceGivesIsSaid() throws {
    let layer = try CoverLayer(weights: [1, 1], candidates: [[0], [1]], candidateCount: 2)
    let pair = [CandidateSite(exclusiveGroup: 4), CandidateSite(exclusiveGroup: 4)]
    func solve(_ goal: CoveringGoal) throws -> CoveringResult {
      CoveringSolver().solve(try CoveringProblem(candidates: pair, layers: [layer], goal: goal))
    }
    for goal in [CoveringGoal.everyDemand, .shares([0.6])] {
      let result = try solve(goal)
      #expect(result.stop == .impossible && !result.isReached && result.gap == .infinity)
    }
    #expect(try solve(.shares([0.5])).objective == 1)
    #expect(try solve(.mostWeight(sites: 2)).objective == 1)
    #expect(
      userError {
        try CoveringProblem(
          candidates: [
            CandidateSite(status: .required, exclusiveGroup: 1),
            CandidateSite(status: .existing, exclusiveGroup: 1),
          ], layers: [layer], goal: .everyDemand)
      }?.code == "DR-568")
    // A free one beside a required one is out of reach at once.
    #expect(
      userError {
        try CoveringProblem(
          candidates: [
            CandidateSite(status: .required, exclusiveGroup: 1), CandidateSite(exclusiveGroup: 1),
          ], layers: [layer], goal: .everyDemand)
      }?.code == "DR-565")
  }

  /// A city of places with three sizes each, too large to enumerate: threads change nothing, groups
  /// are kept, and a choice that breaks them is no start.
  @Test(arguments: [CoveringGoal.mostWeight(sites: 25), .mostWeightFor(budget: 60), .shares([0.8])])
  func manyPlacesWithSizes(goal: CoveringGoal) throws {
    var random = SeededGenerator(seed: 11)
    let places = (0..<150).map { _ in
      (Double.random(in: 0...30, using: &random), Double.random(in: 0...30, using: &random))
    }
    let demand = (0..<900).map { _ in
      (Double.random(in: 0...30, using: &random), Double.random(in: 0...30, using: &random))
    }
    let weights = demand.map { _ in Double(Int.random(in: 1...20, using: &random)) }
    let radii = [1.5, 2.0, 2.6]
    let lists = demand.map { point in
      (0..<450).filter { site in
        let (x, y) = (places[site / 3].0 - point.0, places[site / 3].1 - point.1)
        return (x * x + y * y).squareRoot() <= radii[site % 3]
      }
    }
    let problem = try CoveringProblem(
      candidates: (0..<450).map {
        CandidateSite(cost: [1.0, 1.6, 2.5][$0 % 3], exclusiveGroup: $0 / 3)
      },
      layers: [try CoverLayer(weights: weights, candidates: lists, candidateCount: 450)],
      goal: goal)
    let one = CoveringSolver(effort: 150, threads: 1).solve(problem)
    let two = CoveringSolver(effort: 150, threads: 2).solve(problem)
    #expect(one.chosen == two.chosen && one.bound == two.bound && one.effort == two.effort)
    #expect(one.isReached && Set(one.chosen.map { $0 / 3 }).count == one.chosen.count)
    #expect(one.gap < 0.1, "\(one.gap)")
    let broken = CoveringSolver(effort: 1e-6, start: Array(0..<450)).solve(problem)
    #expect(Set(broken.chosen.map { $0 / 3 }).count == broken.chosen.count)
    let again = CoveringSolver(effort: 1e-6, start: one.chosen).solve(problem)
    #expect(again.objective == one.objective)
  }
}
