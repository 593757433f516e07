import Siting
import TestSupport
import Testing

/// Clusters far apart, each small enough to try every choice, put together by dynamic programming
/// over the price: the optimum of problems that are much too large to enumerate.
@Suite struct GroupedClustersTests {
  struct Cluster {
    var costs: [Int]
    var groups: [Int]
    var weights: [Int]
    var lists: [[Int]]

    static func random(_ random: inout SeededGenerator, unitCosts: Bool) -> Cluster {
      let count = 8
      let groups = (0..<count).map { _ in Int.random(in: -1..<3, using: &random) }
      // Some clusters are halves that share no row, and hang together by their groups alone.
      let isSplit = Bool.random(using: &random)
      let lists = (0..<14).map { row in
        // Every row has a site, so that groups alone decide what is out of reach.
        (0..<count).filter { site in
          if site == row % count { return true }
          if isSplit, site / 4 != row % count / 4 { return false }
          return Int.random(in: 0..<5, using: &random) == 0
        }
      }
      return Cluster(
        costs: (0..<count).map { _ in unitCosts ? 1 : Int.random(in: 1...6, using: &random) },
        groups: groups, weights: lists.map { _ in Int.random(in: 1...9, using: &random) },
        lists: lists)
    }

    /// Most weight by price, -1 where no choice has that price, and the least price that covers all.
    func table() -> (weights: [Int], least: Int?) {
      var best = [Int](repeating: -1, count: costs.reduce(1, +))
      var least: Int?
      for mask in 0..<(1 << costs.count) {
        let chosen = costs.indices.filter { mask >> $0 & 1 == 1 }
        let taken = chosen.map { groups[$0] }.filter { $0 >= 0 }
        guard Set(taken).count == taken.count else { continue }
        let price = chosen.reduce(0) { $0 + costs[$1] }
        let covered = lists.indices.filter { lists[$0].contains(where: chosen.contains) }
        best[price] = max(best[price], covered.reduce(0) { $0 + weights[$1] })
        if covered.count == lists.count { least = min(least ?? price, price) }
      }
      return (best, least)
    }
  }

  private func clusters(_ count: Int, seed: UInt64, unitCosts: Bool) -> [Cluster] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Cluster.random(&random, unitCosts: unitCosts) }
  }

  private func problem(_ clusters: [Cluster], _ goal: CoveringGoal) throws -> CoveringProblem {
    var candidates: [CandidateSite] = []
    var weights: [Double] = []
    var lists: [[Int]] = []
    for (index, cluster) in clusters.enumerated() {
      lists += cluster.lists.map { $0.map { $0 + candidates.count } }
      weights += cluster.weights.map(Double.init)
      candidates += cluster.costs.indices.map {
        CandidateSite(
          cost: Double(cluster.costs[$0]),
          exclusiveGroup: cluster.groups[$0] < 0 ? nil : 3 * index + cluster.groups[$0])
      }
    }
    let layer = try CoverLayer(
      weights: weights, candidates: lists, candidateCount: candidates.count)
    return try CoveringProblem(candidates: candidates, layers: [layer], goal: goal)
  }

  /// Most weight for at most every price.
  private func most(_ clusters: [Cluster], upTo budget: Int) -> [Int] {
    var sums = [Int](repeating: 0, count: budget + 1)
    for cluster in clusters {
      let table = cluster.table().weights
      var next = sums
      for (price, weight) in table.enumerated() where weight >= 0 && price <= budget {
        for total in price...budget { next[total] = max(next[total], sums[total - price] + weight) }
      }
      sums = next
    }
    return sums
  }

  private func check(_ result: CoveringResult, _ problem: CoveringProblem, _ optimum: Int) {
    #expect(result.isReached && result.objective == Double(optimum), "\(result) \(optimum)")
    #expect(result.stop == .optimal, "\(result.stop) \(result.bound) \(optimum)")
    let groups = result.chosen.compactMap { problem.candidates[$0].exclusiveGroup }
    #expect(Set(groups).count == groups.count)
  }

  @Test(arguments: [UInt64(1), 2, 3]) func maximalCovering(seed: UInt64) throws {
    let equal = clusters(45, seed: seed, unitCosts: true)
    let sites = 60 + 10 * Int(seed)
    let counted = try problem(equal, .mostWeight(sites: sites))
    check(CoveringSolver(effort: 2000).solve(counted), counted, most(equal, upTo: sites)[sites])
    let priced = clusters(12, seed: seed, unitCosts: false)
    let bought = try problem(priced, .mostWeightFor(budget: 60))
    check(CoveringSolver(effort: 2000).solve(bought), bought, most(priced, upTo: 60)[60])
  }

  @Test(arguments: [UInt64(1), 2, 3]) func partialCovering(seed: UInt64) throws {
    let priced = clusters(12, seed: seed, unitCosts: false)
    let total = priced.reduce(0) { $0 + $1.weights.reduce(0, +) }
    let sums = most(priced, upTo: 200)
    for share in [0.5, 0.75] {
      let needed = (share * Double(total)).rounded(.up)
      let problem = try problem(priced, .shares([share]))
      let optimum = try #require(sums.firstIndex { Double($0) >= needed })
      check(CoveringSolver(effort: 2000).solve(problem), problem, optimum)
    }
    // One more than all clusters together can give.
    let largest = priced.reduce(0) { $0 + ($1.table().weights.max() ?? 0) }
    let beyond = try problem(priced, .shares([(Double(largest) + 0.5) / Double(total)]))
    let result = CoveringSolver(effort: 50).solve(beyond)
    #expect(!result.isReached && result.stop != .optimal && result.gap == .infinity)
  }

  @Test func setCovering() throws {
    var kept: [Cluster] = []
    var out: [Cluster] = []
    for cluster in clusters(4000, seed: 9, unitCosts: false) {
      if cluster.table().least != nil { kept.append(cluster) } else { out.append(cluster) }
    }
    try #require(kept.count >= 20 && !out.isEmpty)
    kept = Array(kept.prefix(20))
    let possible = try problem(kept, .everyDemand)
    check(
      CoveringSolver(effort: 2000).solve(possible), possible,
      kept.reduce(0) { $0 + ($1.table().least ?? 0) })
    // A single cluster that cannot be covered makes the whole impossible.
    let impossible = CoveringSolver(effort: 2000).solve(
      try problem(kept + out.prefix(1), .everyDemand))
    #expect(impossible.stop == .impossible && !impossible.isReached, "\(impossible.stop)")
  }
}
