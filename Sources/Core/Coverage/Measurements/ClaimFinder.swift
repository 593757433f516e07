import Territory

/// How alike samples of a cluster are, in cells and in claims.
struct LearntCorrelation: Sendable {
  private(set) var inCells = IntraclusterCorrelation()
  private(set) var inClaims = IntraclusterCorrelation()

  /// Learns from all claims together, in their order; each comes with its clusters as a whole.
  init(_ claims: [ClaimSamples], _ weighted: [ClaimSamples.Weighted], threads: Int) {
    let parts = ConcurrentMap.map(count: claims.count, threads: threads) { index in
      var (cells, whole) = (IntraclusterCorrelation(), IntraclusterCorrelation())
      for cell in claims[index].cells { cells.add(claims[index].clusters(of: cell)) }
      whole.add(weighted[index].counts)
      return (cells, whole)
    }
    for (cells, whole) in parts {
      inCells.add(cells)
      inClaims.add(whole)
    }
  }
}

/// Makes findings of counted samples.
struct ClaimFinder: Sendable {
  let rule: ReliabilityRule
  let judge: VerdictJudge
  let seed: UInt64
  private let inCells: Double
  private let inClaims: Double
  /// What is thought of a visit to a cell that was never visited.
  private let samplesPerVisit: Double

  init(rule: ReliabilityRule, judge: VerdictJudge, learnt: LearntCorrelation, seed: UInt64) {
    self.rule = rule
    self.judge = judge
    self.seed = seed
    inCells = learnt.inCells.cautious
    inClaims = learnt.inClaims.cautious
    samplesPerVisit = max(1, learnt.inCells.meanClusterSize)
  }

  func cell(_ samples: ClaimSamples, _ index: Int) -> CellFinding {
    let cell = samples.cells[index]
    let measured = ClusteredShare(
      samples.clusters(of: cell), correlation: inCells, isIndependent: judge.isIndependent)
    let limits = judge.limits(measured)
    var reason = judge.reason(samples: measured.samples, clusters: measured.clusters)
    let verdict = reason == nil ? judge.verdict(limits) : .unknown
    if reason == nil, verdict == .unknown { reason = .spansRequirement }
    return CellFinding(
      cell: LatticeCell(key: cell.key), areaSquareMetres: cell.areaSquareMetres,
      missing: cell.missing, measured: measured, limits: limits, verdict: verdict,
      reason: reason,
      wanted: verdict == .unknown
        ? judge.wanted(measured, expecting: expectation(share: nil)) : nil)
  }

  private func expectation(share: Double?) -> VerdictJudge.Expectation {
    VerdictJudge.Expectation(
      share: share, samplesPerCluster: samplesPerVisit,
      effectivePerCluster: judge.isIndependent
        ? samplesPerVisit : samplesPerVisit / (1 + (samplesPerVisit - 1) * inCells))
  }

  func claim(
    _ head: ClaimHead, _ samples: ClaimSamples, _ weighted: ClaimSamples.Weighted,
    _ cells: [CellFinding], unsampled: (Set<UInt64>) -> [UnsampledCell]?
  ) -> ClaimFinding {
    let measured = ClusteredShare(
      weighted.clusters, squaredWeights: weighted.squaredWeights,
      samples: cells.reduce(0) { $0 + $1.measured.samples },
      served: cells.reduce(0) { $0 + $1.measured.served },
      correlation: inClaims, isIndependent: judge.isIndependent)
    let areas = areaShares(samples.areaSquareMetres, cells)
    let limits = limits(of: measured, weighted.clusters, head, areaShare: areas.sampled)
    let reason = reason(measured, areas.wellSampled, samples.areaSquareMetres)
    let verdict = reason == nil ? judge.verdict(limits) : .unknown
    let sampled = Set(cells.lazy.filter { $0.measured.samples > 0 }.map(\.cell.key))
    return ClaimFinding(
      id: head.id, name: head.name, network: head.network, level: head.level,
      areaSquareMetres: samples.areaSquareMetres, sampledAreaShare: areas.sampled,
      wellSampledAreaShare: areas.wellSampled,
      missing: cells.reduce(0) { $0 + $1.missing }, measured: measured, limits: limits,
      verdict: verdict, reason: reason ?? (verdict == .unknown ? .spansRequirement : nil),
      wanted: verdict == .unknown ? wanted(measured, limits, reason) : nil,
      cells: cells, unsampled: verdict == .unknown ? unsampled(sampled) : [])
  }

  /// Where only area is missing, or the claim is too small, no number of samples is the answer.
  private func wanted(
    _ measured: ClusteredShare, _ limits: ShareInterval, _ reason: UnknownReason?
  ) -> SamplesWanted? {
    if reason == .claimTooSmall { return nil }
    if reason == .tooLittleArea, judge.verdict(limits) != .unknown { return nil }
    return judge.wanted(measured, expecting: expectation(share: nil))
  }

  private func areaShares(
    _ area: Double, _ cells: [CellFinding]
  ) -> (sampled: Double, wellSampled: Double) {
    var (sampled, wellSampled) = (0.0, 0.0)
    for cell in cells where cell.measured.samples > 0 {
      sampled += cell.areaSquareMetres
      if cell.measured.samples >= judge.leastSamples { wellSampled += cell.areaSquareMetres }
    }
    guard area > 0 else { return (0, 0) }
    // Border cells are reckoned by points, so their sum may pass the whole by a little.
    return (min(1, sampled / area), min(1, wellSampled / area))
  }

  private func limits(
    of measured: ClusteredShare, _ clusters: [ClusteredShare.Weighted], _ head: ClaimHead,
    areaShare: Double
  ) -> ShareInterval {
    var limits = judge.limits(measured)
    if !judge.isIndependent {
      limits = limits.joined(
        ClusterBootstrap.limits(
          clusters, confidence: judge.confidence, seed: Self.seed(seed, head.id)))
    }
    switch rule.unmeasured {
    case .leftOut: return limits
    case .worstCase:
      return ShareInterval(
        lower: limits.lower * areaShare, upper: limits.upper * areaShare + (1 - areaShare))
    }
  }

  private func reason(
    _ measured: ClusteredShare, _ wellSampled: Double, _ areaSquareMetres: Double
  ) -> UnknownReason? {
    if areaSquareMetres < rule.leastClaimSquareKilometres.value * 1e6 { return .claimTooSmall }
    if let reason = judge.reason(samples: measured.samples, clusters: measured.clusters) {
      return reason
    }
    return wellSampled < rule.leastAreaShare.value ? .tooLittleArea : nil
  }

  /// A claim's own seed, so that its limits do not hang on the claims beside it (FNV-1a).
  private static func seed(_ seed: UInt64, _ id: String) -> UInt64 {
    id.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
