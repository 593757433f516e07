import Territory

extension CoveringCore {
  /// A smaller core, and where the larger one's sites and rows are in it (-1: settled or gone).
  struct Step: Sendable {
    var core: CoveringCore
    var siteMap: [Int32]
    var rowMap: [Int32]

    /// This step after an earlier one.
    func after(_ earlier: Step) -> Step {
      Step(
        core: core, siteMap: earlier.siteMap.map { $0 < 0 ? -1 : siteMap[Int($0)] },
        rowMap: earlier.rowMap.map { $0 < 0 ? -1 : rowMap[Int($0)] })
    }
  }

  /// Settles on some sites and rejects others: rows that are covered or can no longer be leave, and
  /// rows whose remaining sites are the same become one. Mates of settled sites are rejected too.
  func settling(isIn: [Bool], isOut: [Bool]) -> Step {
    var next = self
    var isOut = isOut
    if !groups.isEmpty {
      let mates = groups.mates(ofAll: isIn)
      if !mates.isAllowed { next.isImpossible = true }
      for site in names.indices where mates.isMate[site] { isOut[site] = true }
    }
    for site in names.indices where isIn[site] {
      next.settled.append(names[site])
      next.spent.add(prices[site])
      if let left = next.budget { next.budget = left - prices[site] }
    }
    var siteMap = [Int32](repeating: -1, count: siteCount)
    next.names = []
    next.prices = []
    for site in names.indices where !isIn[site] && !isOut[site] {
      siteMap[site] = Int32(next.names.count)
      next.names.append(names[site])
      next.prices.append(prices[site])
    }
    next.rows = Incidence()
    next.weights = []
    next.layerRows = []
    var rowMap = [Int32](repeating: -1, count: rowCount)
    var list: [Int32] = []
    for (layer, range) in layerRows.enumerated() {
      var merger = RowMerger(
        expecting: range.count,
        entries: rows.offsets[range.upperBound] - rows.offsets[range.lowerBound])
      let first = next.rowCount
      var gained = CompensatedSum()
      for row in range {
        list.removeAll(keepingCapacity: true)
        var isCovered = false
        for site in rows[row] {
          if isIn[Int(site)] { isCovered = true }
          if siteMap[Int(site)] >= 0 { list.append(siteMap[Int(site)]) }
        }
        if isCovered { gained.add(weights[row]) }
        if isFull[layer], !isCovered, list.isEmpty { next.isImpossible = true }
        guard !isCovered, !list.isEmpty else { continue }
        rowMap[row] =
          Int32(first) + list.withUnsafeBufferPointer { merger.add($0, weight: weights[row]) }
      }
      next.settledWeights[layer].add(gained.value)
      if !maximises { next.thresholds[layer] -= gained.value }
      let isDone = !maximises && !isFull[layer] && next.thresholds[layer] <= 0
      if isDone {
        for row in range { rowMap[row] = -1 }
      } else {
        next.rows.append(contentsOf: merger.rows)
        next.weights += merger.rowWeights
      }
      next.layerRows.append(first..<next.rowCount)
    }
    next.sites = next.rows.transposed(width: next.siteCount)
    next.groups = groups.restricted(by: siteMap, count: next.siteCount)
    return Step(core: next, siteMap: siteMap, rowMap: rowMap)
  }

  /// The step that leaves everything as it is.
  private var unchanged: Step {
    Step(
      core: self, siteMap: names.indices.map { Int32($0) },
      rowMap: (0..<rowCount).map { Int32($0) })
  }

  /// Removes sites that another one replaces at no higher price, sites that cover nothing, sites
  /// beyond the budget, and, where every row must be covered, settles on the only site of a row;
  /// again and again until nothing changes.
  func simplified() -> Step {
    var step = unchanged
    while !step.core.isFinished, !step.core.isImpossible {
      let core = step.core
      var isOut = core.dominatedSites()
      var isIn = [Bool](repeating: false, count: core.siteCount)
      for (layer, range) in core.layerRows.enumerated() where core.isFull[layer] {
        for row in range where core.rows.length(row) == 1 {
          isIn[Int(core.rows.indices[core.rows.offsets[row]])] = true
        }
      }
      for site in isIn.indices where isIn[site] { isOut[site] = false }
      let rowsToDrop = core.impliedRows()
      guard isOut.contains(true) || isIn.contains(true) || rowsToDrop.contains(true) else { break }
      let dropped = core.dropping(rowsToDrop)
      let settled = dropped.core.settling(isIn: isIn, isOut: isOut)
      step = settled.after(dropped).after(step)
    }
    return step
  }

  /// Sites of which another covers all rows at no higher price; of equal ones the first stays.
  private func dominatedSites() -> [Bool] {
    var isOut = [Bool](repeating: false, count: siteCount)
    for site in 0..<siteCount {
      let own = sites[site]
      if let budget, prices[site] > budget { isOut[site] = true }
      guard let rarest = own.min(by: { rows.length(Int($0)) < rows.length(Int($1)) }) else {
        isOut[site] = true
        continue
      }
      for other in rows[Int(rarest)] {
        let rival = Int(other)
        guard rival != site, !isOut[rival], prices[rival] <= prices[site],
          sites.length(rival) >= own.count
        else { continue }
        let isEqual = sites.length(rival) == own.count && prices[rival] == prices[site]
        guard groups.mayReplace(site, by: rival) else { continue }
        if isEqual, rival > site, groups.mayReplace(rival, by: site) { continue }
        if Self.isSubset(own, of: sites[rival]) {
          isOut[site] = true
          break
        }
      }
    }
    return isOut
  }

  /// Rows that must be covered, and are whenever another one is.
  private func impliedRows() -> [Bool] {
    var isImplied = [Bool](repeating: false, count: rowCount)
    guard isFull.contains(true) else { return isImplied }
    for (layer, range) in layerRows.enumerated() where isFull[layer] {
      for row in range where !isImplied[row] {
        let own = rows[row]
        guard let rarest = own.min(by: { sites.length(Int($0)) < sites.length(Int($1)) }) else {
          continue
        }
        // Rows with more sites that hold all of this one's are implied by it.
        for other in sites[Int(rarest)] {
          let rival = Int(other)
          guard rival != row, range.contains(rival), !isImplied[rival],
            rows.length(rival) > own.count
          else { continue }
          if Self.isSubset(own, of: rows[rival]) { isImplied[rival] = true }
        }
      }
    }
    return isImplied
  }

  private func dropping(_ isDropped: [Bool]) -> Step {
    guard isDropped.contains(true) else { return unchanged }
    var next = self
    var rowMap = [Int32](repeating: -1, count: rowCount)
    next.rows = Incidence()
    next.weights = []
    next.layerRows = []
    for range in layerRows {
      let first = next.rowCount
      for row in range where !isDropped[row] {
        rowMap[row] = Int32(next.rowCount)
        next.rows.append(rows[row])
        next.weights.append(weights[row])
      }
      next.layerRows.append(first..<next.rowCount)
    }
    next.sites = next.rows.transposed(width: siteCount)
    return Step(core: next, siteMap: names.indices.map { Int32($0) }, rowMap: rowMap)
  }

  private static func isSubset(_ small: ArraySlice<Int32>, of large: ArraySlice<Int32>) -> Bool {
    var position = large.startIndex
    for index in small {
      while position < large.endIndex, large[position] < index { position += 1 }
      guard position < large.endIndex, large[position] == index else { return false }
      position += 1
    }
    return true
  }
}
