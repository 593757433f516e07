import Coverage
import Testing

@Suite struct ClusteredShareTests {
  private func share(
    _ counts: [(Int, Int)], correlation: Double = 0, isIndependent: Bool = false
  ) -> ClusteredShare {
    ClusteredShare(
      counts.map { ClusterCount(samples: $0.0, served: $0.1) }, correlation: correlation,
      isIndependent: isIndependent)
  }

  @Test func kishsDesignEffect() {
    // Ten clusters of 20, all served: 1 + 19 * 0.5 = 10.5 samples tell as much as one.
    let even = share([(Int, Int)](repeating: (20, 20), count: 10), correlation: 0.5)
    #expect(abs(even.effectiveSamples - 200 / 10.5) < 1e-9)
    #expect(even.effectiveClusters == 10)
    #expect(even.share == 1)
    // Alike without exception: as many samples as clusters.
    #expect(
      share([(Int, Int)](repeating: (20, 20), count: 10), correlation: 1).effectiveSamples == 10)
    // One cluster outweighs the others.
    let uneven = share([(90, 90), (5, 5), (5, 5)], correlation: 1)
    #expect(abs(uneven.effectiveClusters - 10_000 / 8150.0) < 1e-9)
  }

  @Test func varianceOfWholeClusters() {
    // Half of the clusters served, half not: v = m / (m - 1) sum (Y - p W)^2 / W^2 gives m - 1 samples.
    let split = share([(10, 10), (10, 0), (10, 10), (10, 0)])
    #expect(abs(split.effectiveSamples - 3) < 1e-12)
    // Clusters that agree more than chance would have it are worth no more than their samples.
    #expect(share([(10, 5), (10, 5), (10, 5)]).effectiveSamples == 30)
  }

  @Test func oneClusterOrNoneTellsNothing() {
    #expect(share([]).limits(confidence: 0.95) == .everything)
    #expect(share([]).share == nil)
    #expect(share([(0, 0)]).clusters == 0)
    #expect(share([(1000, 1000)]).limits(confidence: 0.95) == .everything)
    let independent = share([(1000, 1000)], correlation: 1, isIndependent: true)
    #expect(independent.limits(confidence: 0.95).lower > 0.997)
  }

  @Test func fewerClustersWidenTheLimits() {
    var last = 0.0
    for count in 2...40 {
      let lower = share([(Int, Int)](repeating: (20, 19), count: count)).limits(confidence: 0.95)
        .lower
      #expect(lower >= last)
      last = lower
    }
    #expect(last < 0.95)
  }

  @Test func correlationIsLearnt() {
    // All of a cluster alike.
    var alike = IntraclusterCorrelation()
    // As independent as can be: every cluster has the share of its stratum.
    var even = IntraclusterCorrelation()
    for _ in 0..<50 {
      alike.add([(8, 8), (8, 0), (8, 8)].map { ClusterCount(samples: $0.0, served: $0.1) })
      even.add([(8, 4), (8, 4), (8, 4)].map { ClusterCount(samples: $0.0, served: $0.1) })
    }
    #expect(abs(alike.estimate - 1) < 1e-12)
    #expect(even.estimate == 0)
    #expect(even.meanClusterSize == 8)
    // 150 clusters speak for 0, five for 1.
    #expect(abs(even.cautious - 5.0 / 155) < 1e-12)
  }

  @Test func nothingLearntMeansAlike() {
    var correlation = IntraclusterCorrelation()
    #expect(correlation.cautious == 1)
    // No sample differs: nothing is known of how alike failures would be.
    for _ in 0..<1000 {
      correlation.add([ClusterCount(samples: 9, served: 9), ClusterCount(samples: 4, served: 4)])
    }
    #expect(correlation.cautious == 1)
    #expect(correlation.informativeClusters == 0)
  }
}
