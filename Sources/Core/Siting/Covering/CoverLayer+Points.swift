public import Geometry
import Territory

extension CoverLayer {
  /// Demands of one piece of the work; the pieces do not depend on the number of threads.
  private static let pieceLength = 32_768

  /// A layer by distance: a candidate covers what lies within the radius, its edge included.
  ///
  /// Between points of a plane the distance is Euclidean, between points of the Earth it is along
  /// the great circle of a sphere.
  ///
  /// - Parameters:
  ///   - demand: where demand is.
  ///   - weights: one a demand, 0 or more.
  ///   - candidates: where sites may be.
  ///   - radius: in the plane's unit, or metres on the Earth; above 0.
  ///   - threads: how many threads to use; the result does not depend on it.
  /// - Throws: DR-560 for weights, DR-561 for lists of different length, DR-567 for a radius that is
  ///   not above 0 or is tiny beside the coordinates, and for points of different spaces.
  public init(
    demand: CoverPoints, weights: [Double], candidates: CoverPoints, radius: Double,
    threads: Int = 1
  ) throws(UserError) {
    guard demand.count == weights.count else {
      throw UserError(
        "DR-561", .badData, at: "demand", "\(weights.count) weights for \(demand.count) points",
        remedy: "give one weight a point")
    }
    let span = demand.span(ofRadius: radius)
    let most = [demand, candidates].flatMap { [$0.x, $0.y] }
      .reduce(0) { $1.reduce($0) { max($0, abs($1)) } }
    guard demand.space == candidates.space, radius > 0, radius.isFinite, most / span < 1e9 else {
      throw UserError(
        "DR-567", .badData, at: "radius", "a radius of \(radius) beside coordinates up to \(most)",
        remedy: "give a radius above 0, and coordinates of one kind not beyond 1e9 radii")
    }
    let index = PointIndex(candidates, span: span)
    let length = Self.pieceLength
    let pieces = ConcurrentMap.map(
      count: (demand.count + length - 1) / length, threads: threads
    ) { piece in
      Piece(piece * length..<min(demand.count, (piece + 1) * length), demand, weights, index)
    }
    var merger = RowMerger(expecting: pieces.reduce(0) { max($0, $1.merger.rows.count) })
    var rowOfDemand: [Int32] = []
    rowOfDemand.reserveCapacity(demand.count)
    var summary = WeightSummary()
    for piece in pieces {
      let rows = piece.merger.rows
      let sums = piece.merger.rowWeights
      let renamed = rows.indices.withUnsafeBufferPointer { indices in
        (0..<rows.count).map { row in
          merger.add(
            UnsafeBufferPointer(rebasing: indices[rows.offsets[row]..<rows.offsets[row + 1]]),
            weight: sums[row])
        }
      }
      for row in piece.rowOfDemand { rowOfDemand.append(row < 0 ? -1 : renamed[Int(row)]) }
      summary.add(piece.summary)
    }
    try self.init(
      merger, rowOfDemand: rowOfDemand, weights: summary,
      candidateCount: candidates.count)
  }

  private struct Piece: Sendable {
    var merger: RowMerger
    var rowOfDemand: [Int32] = []
    var summary = WeightSummary()

    init(_ demands: Range<Int>, _ points: CoverPoints, _ weights: [Double], _ index: PointIndex) {
      merger = RowMerger(expecting: 64)
      rowOfDemand.reserveCapacity(demands.count)
      var sites: [Int32] = []
      for demand in demands {
        let weight = weights[demand]
        summary.add(weight)
        sites.removeAll(keepingCapacity: true)
        if weight > 0 { index.gather(around: points, demand, into: &sites) }
        if sites.isEmpty {
          rowOfDemand.append(-1)
        } else {
          sites.sort()
          rowOfDemand.append(sites.withUnsafeBufferPointer { merger.add($0, weight: weight) })
        }
      }
    }
  }
}
