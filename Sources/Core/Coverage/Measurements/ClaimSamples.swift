/// The samples of one claim: cells by row and column, clusters in each.
struct ClaimSamples: Sendable {
  struct Cell: Sendable {
    let key: UInt64
    /// Within the claim.
    let areaSquareMetres: Double
    let entries: Range<Int>
    let samples: Int
    let missing: Int
  }

  /// Clusters over the whole claim, by number.
  struct Weighted: Sendable {
    /// Each sample weighs as much of the area as its cell has for one.
    var clusters: [ClusteredShare.Weighted] = []
    /// Samples without weight.
    var counts: [ClusterCount] = []
    /// Sum over samples of the squares of their weights.
    var squaredWeights = 0.0
  }

  private(set) var cells: [Cell] = []
  private(set) var entries: [TallyEntry] = []
  /// Of the claim as a whole.
  private(set) var areaSquareMetres = 0.0

  /// Samples of a claim by area: cells wholly inside with all their samples, others with those inside.
  init(_ tally: SampleTally, claim: Int, index: ClaimIndex) {
    areaSquareMetres = index.outlines[claim].areaSquareMetres
    var border = Self.first(of: claim, in: tally.entries)
    let borderEnd = Self.first(of: claim + 1, in: tally.entries)
    var position = Self.first(of: -1, in: tally.entries)
    let end = Self.first(of: 0, in: tally.entries)
    while position < end || border < borderEnd {
      // Cells wholly inside and cells on the border are never the same, so the lower key comes next.
      let isBorder =
        position == end
        || border < borderEnd && tally.entries[border].cell <= tally.entries[position].cell
      let start = isBorder ? border : position
      let next = Self.end(of: start, in: tally.entries)
      let key = tally.entries[start].cell
      if isBorder {
        let area = index.areaSquareMetres(of: key, in: claim)
        // A sliver between the points that areas are reckoned by still is a part of the claim.
        add(tally.entries[start..<next], key, max(area, index.lattice.areaSquareMetres / 256))
        border = next
      } else {
        if index.holds(claim, all: key) {
          add(tally.entries[start..<next], key, index.lattice.areaSquareMetres)
        }
        position = next
      }
    }
  }

  /// Samples of a claim that is known at the samples alone.
  init(_ tally: SampleTally, lattice: MeasurementLattice) {
    var position = 0
    while position < tally.entries.count {
      let next = Self.end(of: position, in: tally.entries)
      add(
        tally.entries[position..<next], tally.entries[position].cell, lattice.areaSquareMetres)
      position = next
    }
    areaSquareMetres = Double(cells.count) * lattice.areaSquareMetres
  }

  private mutating func add(_ group: ArraySlice<TallyEntry>, _ key: UInt64, _ area: Double) {
    let start = entries.count
    entries.append(contentsOf: group)
    var (samples, missing) = (0, 0)
    for entry in group {
      samples += Int(entry.samples)
      missing += Int(entry.missing)
    }
    cells.append(
      Cell(
        key: key, areaSquareMetres: area, entries: start..<entries.count, samples: samples,
        missing: missing))
  }

  /// Clusters of a cell.
  func clusters(of cell: Cell) -> some Sequence<ClusterCount> {
    entries[cell.entries].lazy.map {
      ClusterCount(samples: Int($0.samples), served: Int($0.served))
    }
  }

  /// Clusters over the whole claim.
  func weighted() -> Weighted {
    var result = Weighted()
    var parts: [(cluster: Int64, weight: Double, entry: TallyEntry)] = []
    parts.reserveCapacity(entries.count)
    for cell in cells where cell.samples > 0 {
      let weight = cell.areaSquareMetres / Double(cell.samples)
      result.squaredWeights += cell.areaSquareMetres * weight
      for entry in entries[cell.entries] where entry.samples > 0 {
        parts.append((entry.cluster, weight, entry))
      }
    }
    // A stable sort: within a cluster by cell, so that sums round the same.
    parts.sort { $0.cluster < $1.cluster }
    var last: Int64?
    for (cluster, weight, entry) in parts {
      if cluster != last {
        result.clusters.append(.init())
        result.counts.append(ClusterCount(samples: 0, served: 0))
        last = cluster
      }
      let index = result.clusters.count - 1
      result.clusters[index].weight += weight * Double(entry.samples)
      result.clusters[index].served += weight * Double(entry.served)
      result.counts[index] = ClusterCount(
        samples: result.counts[index].samples + Int(entry.samples),
        served: result.counts[index].served + Int(entry.served))
    }
    return result
  }

  private static func end(of start: Int, in entries: [TallyEntry]) -> Int {
    var end = start + 1
    while end < entries.count, entries[end].cell == entries[start].cell,
      entries[end].claim == entries[start].claim
    {
      end += 1
    }
    return end
  }

  /// Where the entries of a claim start, by halving.
  private static func first(of claim: Int, in entries: [TallyEntry]) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(entries[middle].claim) < claim { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
