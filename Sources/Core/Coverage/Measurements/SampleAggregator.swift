import Geometry
import Territory

/// What samples are held against.
enum ClaimedPart: Sendable {
  /// All samples are of claim 0.
  case everything
  /// Samples whose predicted level, in dBm, reaches a threshold are of claim 0.
  case predicted([Float], thresholdDBm: Float)
  /// Samples in polygons.
  case areas(ClaimIndex)
}

/// Counts samples by claim, cell and cluster.
struct SampleAggregator: Sendable {
  let rule: ReliabilityRule
  let lattice: MeasurementLattice
  let part: ClaimedPart
  /// Only samples of this group count; nil for all.
  let group: Int32?

  /// Samples that one task counts at once: few enough for its table to stay in the cache.
  private static let chunk = 1 << 19
  /// Positions that are looked at: China with its seas and a margin. Far outside, the projection folds over.
  static let domain = BoundingBox(minX: 60, minY: 0, maxX: 150, maxY: 62)

  func tally(_ set: MeasurementSet, threads: Int) -> SampleTally {
    let tasks = (set.count + Self.chunk - 1) / Self.chunk
    let test = ServedTest(rule.served, set)
    var parts = ConcurrentMap.map(count: tasks, threads: threads) { task in
      count(set, test, task * Self.chunk..<min(set.count, (task + 1) * Self.chunk))
    }
    while parts.count > 1 {
      let level = parts
      parts = ConcurrentMap.map(count: (level.count + 1) / 2, threads: threads) { pair in
        2 * pair + 1 < level.count
          ? level[2 * pair].merged(with: level[2 * pair + 1]) : level[2 * pair]
      }
    }
    return parts.first ?? SampleTally(entries: [])
  }

  /// Samples without a position, and samples outside the domain.
  static func positions(_ set: MeasurementSet) -> (without: Int, outside: Int) {
    var (without, outside) = (0, 0)
    for index in 0..<set.count {
      let position = Coordinate(longitude: set.longitudes[index], latitude: set.latitudes[index])
      if position.x.isFinite, position.y.isFinite {
        outside += domain.contains(position) ? 0 : 1
      } else {
        without += 1
      }
    }
    return (without, outside)
  }

  private func count(_ set: MeasurementSet, _ test: ServedTest, _ range: Range<Int>) -> SampleTally
  {
    var table = TallyTable()
    var border = BorderCache()
    for index in range {
      if let group, !set.groups.isEmpty, set.groups[index] != group { continue }
      let position = Coordinate(longitude: set.longitudes[index], latitude: set.latitudes[index])
      // A position that is no number is in no box either.
      guard Self.domain.contains(position) else { continue }
      let outcome = test.outcome(index)
      let plane = Albers.china.project(position)
      let entry = TallyEntry(
        claim: -1, samples: outcome == .missing ? 0 : 1, served: outcome == .served ? 1 : 0,
        missing: outcome == .missing ? 1 : 0, cell: lattice.cell(at: plane).key,
        cluster: cluster(set, index, plane))
      add(entry, at: plane, index: index, to: &table, &border)
    }
    return SampleTally(entries: table.sorted())
  }

  private func add(
    _ entry: TallyEntry, at plane: Coordinate, index: Int, to table: inout TallyTable,
    _ border: inout BorderCache
  ) {
    var entry = entry
    switch part {
    case .everything:
      entry.claim = 0
      table.add(entry)
    case .predicted(let levels, let threshold):
      guard index < levels.count, levels[index] >= threshold else { return }
      entry.claim = 0
      table.add(entry)
    case .areas(let claims):
      table.add(entry)
      for claim in border.claims(entry.cell, claims)
      where claims.outlines[Int(claim)].contains(plane) {
        entry.claim = claim
        table.add(entry)
      }
    }
  }

  /// A block stands for a cluster that is not known: samples near each other are alike.
  private func cluster(_ set: MeasurementSet, _ index: Int, _ plane: Coordinate) -> Int64 {
    if index < set.clusters.count, set.clusters[index] >= 0 { return Int64(set.clusters[index]) }
    let column = Int64((plane.x / rule.blockMetres.value).rounded(.down))
    let row = Int64((plane.y / rule.blockMetres.value).rounded(.down))
    return -1 - ((row + (1 << 24)) << 26 | (column + (1 << 24)))
  }
}

/// The claims on the border of the cell asked for last: samples of a drive stay in a cell for a while.
private struct BorderCache {
  private var key: UInt64 = 0
  private var found: [Int32] = []

  mutating func claims(_ cell: UInt64, _ index: ClaimIndex) -> [Int32] {
    if cell != key {
      key = cell
      found = index.claims(onBorder: cell)
    }
    return found
  }
}
