import Territory

public import Geometry

/// One kind of demand over the candidates of a covering problem: who demands, with what weight, and
/// which candidates would cover whom.
///
/// A layer has coverage of its own, so that one problem can ask for, say, people reached outdoors and
/// people reached indoors, by the same candidates. Demands that the same candidates cover are kept
/// as one row.
public struct CoverLayer: Sendable {
  /// Candidates of every row, in ascending order, none empty, no two equal.
  let rows: Incidence
  /// Weight of every row, above 0.
  let rowWeights: [Double]
  /// Row of every demand, -1 for one that nothing covers or whose weight is 0.
  let rowOfDemand: [Int32]
  /// Number of candidates that the layer was built over.
  public let candidateCount: Int
  /// Weight of all demands, those included that nothing covers.
  public let totalWeight: Double
  /// Demands that no candidate covers, though their weight is above 0.
  public let uncoverableCount: Int
  /// Whether every weight is a whole number, and their sum exact.
  let isIntegral: Bool

  /// Number of demands.
  public var demandCount: Int { rowOfDemand.count }

  /// Number of rows: distinct sets of candidates.
  public var rowCount: Int { rows.count }

  /// Number of candidates of all rows together.
  public var entryCount: Int { rows.entryCount }

  /// A layer by the candidates that cover each demand.
  ///
  /// - Parameters:
  ///   - weights: one a demand, 0 or more.
  ///   - candidates: indices of the candidates that cover it, in any order; repeats count once.
  ///   - candidateCount: how many candidates there are.
  /// - Throws: DR-560 for a weight that is negative or not finite, or sums beyond 1e15; DR-561 for a
  ///   candidate that is not there or lists of another number than weights.
  public init(
    weights: [Double], candidates: [[Int]], candidateCount: Int
  ) throws(UserError) {
    guard weights.count == candidates.count, candidateCount < Int(Int32.max) else {
      throw UserError(
        "DR-561", .badData, at: "coverage",
        "\(weights.count) weights, \(candidates.count) lists, \(candidateCount) candidates",
        remedy: "give one list a demand, and less than 2147483647 candidates")
    }
    var merger = RowMerger(expecting: weights.count)
    var rowOfDemand: [Int32] = []
    rowOfDemand.reserveCapacity(weights.count)
    var sites: [Int32] = []
    for (demand, list) in candidates.enumerated() {
      if let wrong = list.first(where: { $0 < 0 || $0 >= candidateCount }) {
        throw UserError(
          "DR-561", .badData, at: "demand \(demand)", "candidate \(wrong) is not there",
          remedy: "give indices from 0 to \(candidateCount - 1)")
      }
      sites.removeAll(keepingCapacity: true)
      for site in list.sorted() where sites.last != Int32(site) { sites.append(Int32(site)) }
      if sites.isEmpty || weights[demand] == 0 {
        rowOfDemand.append(-1)
      } else {
        rowOfDemand.append(
          sites.withUnsafeBufferPointer { merger.add($0, weight: weights[demand]) })
      }
    }
    try self.init(
      merger, rowOfDemand: rowOfDemand, weights: WeightSummary(weights),
      candidateCount: candidateCount)
  }

  /// A layer of demands of weight 1.
  ///
  /// - Parameters:
  ///   - demandCount: how many there are.
  ///   - covered: of each candidate the demands that it covers, in ascending order.
  /// - Throws: as above.
  init(demandCount: Int, covered: Incidence) throws(UserError) {
    let lists = covered.transposed(width: demandCount)
    var merger = RowMerger(expecting: demandCount)
    var rowOfDemand = [Int32](repeating: -1, count: demandCount)
    lists.indices.withUnsafeBufferPointer { indices in
      for demand in 0..<demandCount where lists.length(demand) > 0 {
        let range = lists.offsets[demand]..<lists.offsets[demand + 1]
        rowOfDemand[demand] = merger.add(
          UnsafeBufferPointer(rebasing: indices[range]), weight: 1)
      }
    }
    try self.init(
      merger, rowOfDemand: rowOfDemand,
      weights: WeightSummary([Double](repeating: 1, count: demandCount)),
      candidateCount: covered.count)
  }

  /// A layer whose demands have been gathered already.
  init(
    _ merger: RowMerger, rowOfDemand: [Int32], weights: WeightSummary, candidateCount: Int
  ) throws(UserError) {
    let total = weights.total.value
    guard weights.isValid, total <= 1e15 else {
      throw UserError(
        "DR-560", .badData, at: "weights",
        weights.isValid ? "they sum to \(total)" : "one is negative or not finite",
        remedy: "give weights from 0 up that sum to at most 1e15")
    }
    rows = merger.rows
    rowWeights = merger.rowWeights
    self.rowOfDemand = rowOfDemand
    totalWeight = total
    self.candidateCount = candidateCount
    uncoverableCount = weights.positiveCount - rowOfDemand.reduce(0) { $0 + ($1 >= 0 ? 1 : 0) }
    isIntegral = weights.isIntegral
  }

  /// Whether each demand is covered by the chosen candidates; those of weight 0 are not looked at.
  public func covered(by chosen: [Int]) -> [Bool] {
    let isCovered = coveredRows(by: chosen)
    return rowOfDemand.map { $0 >= 0 && isCovered[Int($0)] }
  }

  /// Weight that the chosen candidates cover.
  public func coveredWeight(by chosen: [Int]) -> Double {
    let isCovered = coveredRows(by: chosen)
    return CompensatedSum.of(
      rows.offsets.indices.dropLast().lazy.map {
        isCovered[$0] ? rowWeights[$0] : 0
      })
  }

  func coversEveryRow(by chosen: [Int]) -> Bool { coveredRows(by: chosen).allSatisfy { $0 } }

  private func coveredRows(by chosen: [Int]) -> [Bool] {
    let wanted = Set(chosen.map(Int32.init))
    return (0..<rows.count).map { rows[$0].contains(where: wanted.contains) }
  }
}

/// What is known of the weights of a layer.
struct WeightSummary: Sendable {
  var total = CompensatedSum()
  var positiveCount = 0
  var isIntegral = true
  var isValid = true

  init() {}

  init(_ weights: [Double]) { for weight in weights { add(weight) } }

  mutating func add(_ weight: Double) {
    if !(weight >= 0 && weight.isFinite) { isValid = false }
    if weight > 0 { positiveCount += 1 }
    if weight != weight.rounded() { isIntegral = false }
    total.add(weight)
  }

  mutating func add(_ other: WeightSummary) {
    isValid = isValid && other.isValid
    isIntegral = isIntegral && other.isIntegral
    positiveCount += other.positiveCount
    total.add(other.total.value)
  }
}
