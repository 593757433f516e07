import Territory

import Kernels

/// A choice of sites of a core that can be changed site by site, with what each site brings or
/// alone holds always at hand.
final class CoverChoice {
  let core: CoveringCore
  private var state: deepreach_choice
  private let memory: [UnsafeMutableRawPointer]

  /// What covering each row is worth.
  private let values: UnsafeMutablePointer<Double>
  /// Value of what is covered, price of what is chosen, how many are chosen.
  private(set) var value = 0.0
  private(set) var price = 0.0
  private(set) var count = 0
  /// Where the price is minimised: weight that each layer still misses, below 0 where more is
  /// covered; for full layers the number of rows.
  private(set) var missing: [Double]
  private let layerEnds: [Int]
  /// Chosen site of every group, -1 for none.
  private var chosenOfGroup: [Int32]

  /// Nothing chosen.
  init(_ core: CoveringCore, values: [Double]) {
    self.core = core
    layerEnds = core.layerRows.map(\.upperBound)
    chosenOfGroup = [Int32](repeating: -1, count: core.groups.members.count)
    missing = core.layerRows.indices.map {
      core.isFull[$0] ? Double(core.layerRows[$0].count) : core.thresholds[$0]
    }
    var memory: [UnsafeMutableRawPointer] = []
    func room<Element: BitwiseCopyable>(
      _ count: Int, of value: Element
    ) -> UnsafeMutablePointer<Element> {
      let start = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
      start.initialize(repeating: value, count: max(1, count))
      memory.append(UnsafeMutableRawPointer(start))
      return start
    }
    func copy<Element: BitwiseCopyable>(
      _ array: [Element], _ zero: Element
    ) -> UnsafeMutablePointer<Element> {
      let start = room(array.count, of: zero)
      array.withUnsafeBufferPointer {
        if let base = $0.baseAddress { start.update(from: base, count: $0.count) }
      }
      return start
    }
    var leaves = 1
    while leaves < core.siteCount { leaves *= 2 }
    self.values = copy(values, 0)
    state = deepreach_choice(
      site_starts: copy(core.sites.offsets, 0), site_rows: copy(core.sites.indices, 0),
      row_starts: copy(core.rows.offsets, 0), row_sites: copy(core.rows.indices, 0),
      values: self.values, prices: copy(core.divisors, 0), leaves: Int32(leaves),
      holders: room(core.rowCount, of: 0), is_chosen: room(core.siteCount, of: 0),
      scores: room(core.siteCount, of: 0),
      tournament: room(2 * leaves, of: -1), touched: room(core.siteCount + 1, of: 0),
      is_touched: room(core.siteCount, of: 0), shared: room(4 * core.siteCount, of: 0), visited: 0)
    self.memory = memory
    for site in 0..<core.siteCount {
      state.scores[site] = core.sites[site].reduce(0) { $0 + values[Int($1)] }
    }
  }

  deinit { for block in memory { block.deallocate() } }

  /// Entries visited since the last call.
  func takeVisited() -> Int {
    defer { state.visited = 0 }
    return Int(state.visited)
  }

  func isChosen(_ site: Int) -> Bool { state.is_chosen[site] != 0 }

  /// What a site would bring, or alone holds.
  func score(_ site: Int) -> Double { state.scores[site] }

  func isCovered(_ row: Int) -> Bool { holderCount(of: row) > 0 }

  /// How many chosen sites cover a row.
  private func holderCount(of row: Int) -> Int { Int(state.holders[row] >> 32) }

  /// The chosen site that must go before this one can come; nil where there is none.
  func mate(of site: Int) -> Int? {
    let group = core.groups.group(of: site)
    guard group >= 0 else { return nil }
    let chosen = Int(chosenOfGroup[Int(group)])
    return chosen < 0 || chosen == site ? nil : chosen
  }

  /// The site's mate, if any, must go at once.
  func choose(_ site: Int) {
    value += state.scores[site]
    price += core.prices[site]
    count += 1
    if !core.maximises { note(site, holders: 0, sign: -1) }
    let group = core.groups.group(of: site)
    if group >= 0 { chosenOfGroup[Int(group)] = Int32(site) }
    deepreach_choose(&state, Int32(site))
  }

  func giveUp(_ site: Int) {
    value -= state.scores[site]
    price -= core.prices[site]
    count -= 1
    if !core.maximises { note(site, holders: 1, sign: 1) }
    let group = core.groups.group(of: site)
    if group >= 0, chosenOfGroup[Int(group)] == Int32(site) { chosenOfGroup[Int(group)] = -1 }
    deepreach_unchoose(&state, Int32(site))
  }

  /// The chosen site that holds least for its price, but for one.
  func leastChosen(besides site: Int = -1) -> Int? {
    let least = deepreach_least_chosen(&state, Int32(site))
    return least < 0 ? nil : Int(least)
  }

  /// A chosen site that alone covers one of a site's rows, at random; nil where none was met.
  func neighbour(of site: Int, _ random: inout RandomNumbers) -> Int? {
    let start = Int(state.site_starts[site])
    let count = Int(state.site_starts[site + 1]) - start
    guard count > 0 else { return nil }
    for _ in 0..<4 {
      let row = Int(state.site_rows[start + random.below(count)])
      if holderCount(of: row) == 1 { return Int(UInt32(truncatingIfNeeded: state.holders[row])) }
    }
    return nil
  }

  /// By how much the value would change if a site came for a chosen one.
  func change(taking site: Int, for partner: Int) -> Double {
    deepreach_swap_change(&state, Int32(site), Int32(partner))
  }

  /// The chosen site for which a site comes best, of those near it and the least, and by how much the value would
  /// change; nil where none frees what the site costs.
  ///
  /// - Parameter room: what may be spent beside the partner's price.
  func bestPartner(of site: Int, room: Double) -> (partner: Int, change: Double)? {
    var change = 0.0
    let partner = deepreach_best_partner(&state, Int32(site), room, &change)
    return partner < 0 ? nil : (Int(partner), change)
  }

  /// What covering a row is worth.
  func worth(_ row: Int) -> Double { values[row] }

  /// Makes a row worth more or less.
  func revalue(_ row: Int, by change: Double) {
    values[row] += change
    if isCovered(row) { value += change }
    deepreach_revalue(&state, Int32(row), change)
  }

  var chosen: [Int] { (0..<core.siteCount).filter(isChosen) }

  /// Changes what is chosen by a kernel; gives it groups of sites and chosen sites of groups, nil for no groups, and
  /// the value.
  func change(
    _ body: (
      inout deepreach_choice, UnsafePointer<Int32>?, UnsafeMutablePointer<Int32>?, inout Double
    ) -> Void
  ) {
    core.groups.ofSite.withUnsafeBufferPointer { groups in
      chosenOfGroup.withUnsafeMutableBufferPointer { chosen in
        body(
          &state, groups.isEmpty ? nil : groups.baseAddress,
          groups.isEmpty ? nil : chosen.baseAddress, &value)
      }
    }
  }

  /// Whether every layer's threshold is reached; only where the price is minimised.
  var isEnough: Bool { missing.allSatisfy { $0 <= 0 } }

  /// Whether that would still be so without a chosen site.
  func isEnough(without site: Int) -> Bool {
    var left = missing
    forEachRow(of: site, holders: 1) { row, layer in
      left[layer] += core.isFull[layer] ? 1 : core.weights[row]
    }
    return left.allSatisfy { $0 <= 0 }
  }

  /// Whether worth can be moved towards what is missed: where one layer has a threshold alone, all
  /// its weight is worth the same.
  var canRaise: Bool { core.isFull.contains(true) || core.layerRows.count > 1 }

  /// Makes rows of full layers worth more while they are missed.
  func raiseMissingRows() {
    for (layer, range) in core.layerRows.enumerated()
    where core.isFull[layer] && missing[layer] > 0 {
      for row in range where !isCovered(row) { revalue(row, by: 1) }
      state.visited += Int64(range.count / 4)
    }
  }

  /// Makes layers below their threshold worth more, by a twentieth.
  func raiseMissingLayers() {
    for (layer, range) in core.layerRows.enumerated()
    where !core.isFull[layer] && missing[layer] > 0 {
      for row in range { revalue(row, by: 0.05 * values[row]) }
    }
  }

  private func note(_ site: Int, holders: Int, sign: Double) {
    forEachRow(of: site, holders: holders) { row, layer in
      missing[layer] += sign * (core.isFull[layer] ? 1 : core.weights[row])
    }
  }

  private func forEachRow(of site: Int, holders: Int, _ body: (Int, Int) -> Void) {
    var layer = 0
    for position in Int(state.site_starts[site])..<Int(state.site_starts[site + 1]) {
      let row = Int(state.site_rows[position])
      guard holderCount(of: row) == holders else { continue }
      while row >= layerEnds[layer] { layer += 1 }
      body(row, layer)
    }
  }

  /// Takes away sums that rounding has left over the changes.
  func refresh() {
    value = 0
    price = 0
    count = 0
    for (layer, range) in core.layerRows.enumerated() where !core.maximises {
      let covered = CompensatedSum.of(
        range.lazy.map {
          self.isCovered($0) ? self.core.isFull[layer] ? 1 : self.core.weights[$0] : 0
        })
      missing[layer] =
        (core.isFull[layer] ? Double(range.count) : core.thresholds[layer]) - covered
    }
    for row in 0..<core.rowCount where isCovered(row) { value += values[row] }
    for site in 0..<core.siteCount {
      if isChosen(site) {
        price += core.prices[site]
        count += 1
      }
      var score = 0.0
      for row in core.sites[site] {
        let holders = holderCount(of: Int(row))
        if holders == 0 || (holders == 1 && isChosen(site)) { score += values[Int(row)] }
      }
      state.scores[site] = score
    }
    deepreach_order(&state, Int32(core.siteCount))
  }
}
