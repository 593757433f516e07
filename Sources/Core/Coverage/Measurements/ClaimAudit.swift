public import Geometry
import Territory

/// Holds claims of coverage against measurements by a rule.
///
/// A verdict has the rule's confidence on its own: of cells that just miss the requirement, up to 1 less the
/// confidence are confirmed all the same, and likewise for contradictions.
public struct ClaimAudit: Sendable {
  /// When measurements confirm or contradict.
  public let rule: ReliabilityRule
  /// Seed of the bootstrap.
  public let seed: UInt64
  /// Cells without samples that are listed for a claim, at most.
  public let mostUnsampledCells: Int
  private let lattice: MeasurementLattice
  private let judge: VerdictJudge
  /// Cells that a task judges.
  private static let block = 1024

  /// An audit by a rule.
  ///
  /// - Throws: DR-481 and DR-482 for a rule that makes no sense.
  public init(
    rule: ReliabilityRule, seed: UInt64 = 1, mostUnsampledCells: Int = 100_000
  ) throws(UserError) {
    try ReliabilityRuleBook.check(rule, at: rule.name)
    self.rule = rule
    self.seed = seed
    self.mostUnsampledCells = mostUnsampledCells
    lattice = MeasurementLattice(
      shape: rule.cell.shape, areaSquareMetres: rule.cell.areaSquareMetres.value)
    judge = VerdictJudge(rule)
  }

  /// Findings on claims by area. A claim of a network looks at the samples of that network, unless the
  /// measurements do not tell networks apart. A sample counts for every claim that holds it.
  ///
  /// - Throws: DR-484 for an id that stands twice, DR-485 without claims, DR-486 for a network that the
  ///   measurements do not name, DR-487 for a claim far from China.
  public func audit(
    _ measurements: MeasurementSet, claims: [CoverageClaim], threads: Int
  ) throws(UserError) -> ClaimAuditResult {
    try check(claims, measurements)
    var samples = [ClaimSamples?](repeating: nil, count: claims.count)
    var indexes = [(index: ClaimIndex, claim: Int)?](repeating: nil, count: claims.count)
    let groups = claims.map { claim -> Int32? in
      guard let network = claim.network, !measurements.groups.isEmpty else { return nil }
      return measurements.groupNames.firstIndex(of: network).map(Int32.init)
    }
    for group in Set(groups).sorted(by: { ($0 ?? -1) < ($1 ?? -1) }) {
      let members = claims.indices.filter { groups[$0] == group }
      let index = ClaimIndex(members.map { claims[$0] }, lattice: lattice, threads: threads)
      let tally = SampleAggregator(
        rule: rule, lattice: lattice, part: .areas(index), group: group
      ).tally(measurements, threads: threads)
      let found = ConcurrentMap.map(count: members.count, threads: threads) {
        ClaimSamples(tally, claim: $0, index: index)
      }
      for (position, member) in members.enumerated() {
        samples[member] = found[position]
        indexes[member] = (index, position)
      }
    }
    let located = indexes
    return result(
      measurements, claims.map(ClaimHead.init), samples.compactMap { $0 }, threads: threads
    ) { claim, known in
      guard let (index, position) = located[claim] else { return [] }
      return index.cells(of: position, atMost: mostUnsampledCells)?.filter {
        !known.contains($0.key)
      }.map { UnsampledCell(cell: LatticeCell(key: $0.key), areaSquareMetres: $0.areaSquareMetres) }
    }
  }

  /// The finding on a claim by prediction: served wherever the level predicted at a sample reaches a
  /// threshold. Its area is that of all cells with such a sample.
  ///
  /// - Parameters:
  ///   - predictedDBm: SS-RSRP at each sample; NaN where nothing was predicted, which claims nothing.
  ///   - thresholdDBm: level from which service is claimed.
  /// - Throws: DR-480 when there are more or fewer predictions than samples.
  public func audit(
    _ measurements: MeasurementSet, predictedDBm: [Float], thresholdDBm: Double, threads: Int
  ) throws(UserError) -> ClaimAuditResult {
    guard predictedDBm.count == measurements.count else {
      throw UserError(
        "DR-480", .badData, at: "predictions",
        "there are \(predictedDBm.count) for \(measurements.count) samples",
        remedy: "give a prediction, or NaN, for every sample")
    }
    return single(
      measurements, .predicted(predictedDBm, thresholdDBm: Float(thresholdDBm)),
      ClaimHead(id: "predicted"), threads)
  }

  /// The finding on the claim that the rule is met wherever something was measured.
  public func audit(_ measurements: MeasurementSet, threads: Int) -> ClaimAuditResult {
    single(measurements, .everything, ClaimHead(id: "measured"), threads)
  }

  private func single(
    _ measurements: MeasurementSet, _ part: ClaimedPart, _ head: ClaimHead, _ threads: Int
  ) -> ClaimAuditResult {
    let tally = SampleAggregator(rule: rule, lattice: lattice, part: part, group: nil)
      .tally(measurements, threads: threads)
    let samples = ClaimSamples(tally, lattice: lattice)
    return result(measurements, [head], [samples], threads: threads) { _, _ in [] }
  }

  private func check(
    _ claims: [CoverageClaim], _ measurements: MeasurementSet
  ) throws(UserError) {
    guard !claims.isEmpty else {
      throw UserError(
        "DR-485", .badData, at: "claims", "there is no claim", remedy: "give a polygon for each")
    }
    var known: Set<String> = []
    for claim in claims {
      guard known.insert(claim.id).inserted else {
        throw UserError(
          "DR-484", .badData, at: "claims", "claim '\(claim.id)' stands twice",
          remedy: "give every claim an id of its own")
      }
      guard !claim.area.isEmpty, SampleAggregator.domain.covers(claim.area.envelope) else {
        throw UserError(
          "DR-487", .badData, at: "claim '\(claim.id)'", "its area is empty or far from China",
          remedy: "give degrees of longitude 60 to 150 and latitude 0 to 62, in that order")
      }
      guard let network = claim.network, !measurements.groups.isEmpty,
        !measurements.groupNames.contains(network)
      else { continue }
      throw UserError(
        "DR-486", .badData, at: "claim '\(claim.id)'",
        "operator '\(network)' is not among the measurements' networks",
        remedy: "name one of: \(measurements.groupNames.joined(separator: ", "))")
    }
  }

  private func result(
    _ measurements: MeasurementSet, _ heads: [ClaimHead], _ samples: [ClaimSamples],
    threads: Int, unsampled: @Sendable (Int, Set<UInt64>) -> [UnsampledCell]?
  ) -> ClaimAuditResult {
    let weighted = ConcurrentMap.map(count: samples.count, threads: threads) {
      samples[$0].weighted()
    }
    let learnt = LearntCorrelation(samples, weighted, threads: threads)
    let finder = ClaimFinder(rule: rule, judge: judge, learnt: learnt, seed: seed)
    let tasks = samples.indices.flatMap { claim in
      stride(from: 0, to: samples[claim].cells.count, by: Self.block).map { (claim, $0) }
    }
    let judged = ConcurrentMap.map(count: tasks.count, threads: threads) { task in
      let (claim, start) = tasks[task]
      let end = min(start + Self.block, samples[claim].cells.count)
      return (start..<end).map { finder.cell(samples[claim], $0) }
    }
    var cells = [[CellFinding]](repeating: [], count: samples.count)
    for (task, findings) in zip(tasks, judged) { cells[task.0].append(contentsOf: findings) }
    let all = cells
    let findings = ConcurrentMap.map(count: samples.count, threads: threads) { claim in
      finder.claim(heads[claim], samples[claim], weighted[claim], all[claim]) {
        unsampled(claim, $0)
      }
    }
    let positions = SampleAggregator.positions(measurements)
    return ClaimAuditResult(
      rule: rule, lattice: lattice, claims: findings, samples: measurements.count,
      withoutPosition: positions.without, outside: positions.outside,
      cellCorrelation: learnt.inCells.cautious, claimCorrelation: learnt.inClaims.cautious)
  }
}

/// What a claim is called.
struct ClaimHead: Sendable {
  let id: String
  var name = ""
  var network: String?
  var level = ""

  init(id: String) { self.id = id }

  init(_ claim: CoverageClaim) {
    id = claim.id
    name = claim.name
    network = claim.network
    level = claim.level
  }
}
