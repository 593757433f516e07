import Territory

/// Plans visits for one claim.
struct ClaimPlanner {
  private struct Place {
    let cell: LatticeCell
    let areaSquareMetres: Double
    let samples: Int
    var visits = 0
    var isForArea = false
  }

  private let claim: ClaimFinding
  private let perVisit: Int
  private let leastSamples: Int
  private let areaShare: Double
  private let mostSamples: Int
  private let leastClusters: Int
  /// Whether the limits give a verdict already.
  private let onlyAreaIsMissing: Bool
  private var places: [Place]
  private var planned = 0
  private var settles = true
  /// Indices of the places in the order they were chosen first.
  private var order: [Int] = []

  init(_ claim: ClaimFinding, _ audit: ClaimAuditResult, mostSamples: Int) {
    self.claim = claim
    self.mostSamples = mostSamples
    leastSamples = Int(audit.rule.leastSamples.value.rounded(.up))
    leastClusters = Int(audit.rule.leastClusters.value.rounded(.up))
    // Where what was not measured counts as the worst, all of it is wanted.
    areaShare = audit.rule.unmeasured == .worstCase ? 1 : audit.rule.leastAreaShare.value
    let required = audit.rule.requiredShare.value
    onlyAreaIsMissing =
      claim.reason == .tooLittleArea
      && (claim.limits.lower >= required || claim.limits.upper < required)
    let visits = claim.cells.reduce(0) { $0 + $1.measured.clusters }
    perVisit =
      visits == 0
      ? max(1, (leastSamples + leastClusters - 1) / max(1, leastClusters))
      : max(1, claim.measured.samples / visits)
    places = claim.cells.map {
      Place(
        cell: $0.cell, areaSquareMetres: $0.areaSquareMetres, samples: $0.measured.samples)
    }
    let known = Set(places.map(\.cell))
    for place in claim.unsampled ?? [] where !known.contains(place.cell) {
      places.append(Place(cell: place.cell, areaSquareMetres: place.areaSquareMetres, samples: 0))
    }
    places.sort { $0.cell < $1.cell }
  }

  mutating func plan() {
    planArea()
    guard let wanted = claim.wanted else {
      if !onlyAreaIsMissing { settles = false }
      return
    }
    planPrecision(upTo: max(planned, wanted.samples))
    if wanted.toward == .unknown { settles = false }
  }

  /// Cells with too few samples, those first that bring most area for a sample.
  private mutating func planArea() {
    var missing = (areaShare - claim.wellSampledAreaShare) * claim.areaSquareMetres
    guard missing > 0 else { return }
    func visits(_ place: Place) -> Int {
      max(0, leastSamples - place.samples + perVisit - 1) / perVisit
    }
    let candidates = places.indices.filter { places[$0].samples < leastSamples }.map {
      (index: $0, value: places[$0].areaSquareMetres / Double(visits(places[$0])))
    }.sorted { ($1.value, $0.index) < ($0.value, $1.index) }
    for candidate in candidates {
      // Areas of border cells are reckoned by points: do not go after the last square metres.
      guard missing > 1e-6 * claim.areaSquareMetres else { return }
      let count = visits(places[candidate.index])
      guard planned + count * perVisit <= mostSamples else { break }
      places[candidate.index].isForArea = true
      visit(candidate.index, times: count)
      missing -= places[candidate.index].areaSquareMetres
    }
    if missing > 1e-3 * claim.areaSquareMetres { settles = false }
  }

  /// Visit by visit to where one helps most, among cells that have samples or are to have them.
  private mutating func planPrecision(upTo samples: Int) {
    var queue = GainHeap()
    for (index, place) in places.enumerated() where place.samples > 0 || place.visits > 0 {
      queue.push(gain(place), index)
    }
    if queue.isEmpty {
      for (index, place) in places.enumerated() { queue.push(gain(place), index) }
    }
    while planned < samples {
      guard planned + perVisit <= mostSamples, let index = queue.pop() else {
        settles = false
        return
      }
      visit(index, times: 1)
      queue.push(gain(places[index]), index)
    }
  }

  private func gain(_ place: Place) -> Double {
    let now = Double(place.samples + place.visits * perVisit)
    let area = place.areaSquareMetres
    // A cell without a sample has no variance yet; its first visit comes before a second elsewhere.
    return area * area * (1 / max(now, 0.5) - 1 / (max(now, 0.5) + Double(perVisit)))
  }

  private mutating func visit(_ index: Int, times: Int) {
    if places[index].visits == 0 { order.append(index) }
    places[index].visits += times
    planned += times * perVisit
  }

  func stops() -> [SamplingPlan.Stop] {
    order.enumerated().map { rank, index in
      let place = places[index]
      return SamplingPlan.Stop(
        claim: claim.id, cell: place.cell, rank: rank + 1, samples: place.samples,
        visits: place.visits, wanted: place.visits * perVisit, isForArea: place.isForArea)
    }
  }

  var summary: SamplingPlan.ClaimPlan {
    let most = places.reduce(0) { max($0, $1.visits) }
    return SamplingPlan.ClaimPlan(
      claim: claim.id, samples: planned,
      drives: max(most, leastClusters - claim.measured.clusters), settles: settles)
  }
}

/// A heap of places, the greatest gain at the root; of equal gains the lowest index.
private struct GainHeap {
  private var nodes: [(gain: Double, index: Int)] = []

  var isEmpty: Bool { nodes.isEmpty }

  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    nodes[one].gain != nodes[other].gain
      ? nodes[one].gain > nodes[other].gain : nodes[one].index < nodes[other].index
  }

  mutating func push(_ gain: Double, _ index: Int) {
    nodes.append((gain, index))
    var node = nodes.count - 1
    while node > 0, isBefore(node, (node - 1) / 2) {
      nodes.swapAt(node, (node - 1) / 2)
      node = (node - 1) / 2
    }
  }

  mutating func pop() -> Int? {
    guard let top = nodes.first?.index else { return nil }
    nodes.swapAt(0, nodes.count - 1)
    nodes.removeLast()
    var node = 0
    while true {
      var best = node
      for child in [2 * node + 1, 2 * node + 2] where child < nodes.count {
        if isBefore(child, best) { best = child }
      }
      guard best != node else { return top }
      nodes.swapAt(node, best)
      node = best
    }
  }
}
