import Geometry
import Radio
import Territory

/// A site put together from its rows; its configurations and azimuths stand in lists of all sites.
struct RegisterSite: Sendable {
  let id: Int32
  let group: NetworkGroup
  let position: Coordinate
  /// NaN where none is known.
  let heightMetres: Double
  let configurations: Range<Int>
  let azimuths: Range<Int>
  let isOmnidirectional: Bool
}

/// Puts rows together to sites: those of one name and group.
struct RegisterSites: Sendable {
  private(set) var sites: [RegisterSite] = []
  private(set) var configurations: [Int16] = []
  private(set) var azimuths: [Double] = []
  private(set) var problems: [RegisterProblem] = []
  /// By row whether it is part of a site.
  private(set) var isKept: [Bool]

  private static let blockSites = 1 << 14

  /// - Parameters:
  ///   - ids: names of sites; rows without one get the name of their line.
  ///   - usable: by row whether it can be used.
  init(
    _ rows: inout [RegisterRow], azimuths all: [Double], ids: inout WordTable, usable: [Bool],
    table: DelimitedTable, reportsAzimuths: Bool, threads: Int
  ) {
    isKept = usable
    leaveOutDuplicates(rows, table)
    for index in rows.indices where rows[index].id < 0 && isKept[index] {
      rows[index].id = Array("row\(rows[index].line)".utf8).withUnsafeBufferPointer {
        ids.index(of: $0)
      }
    }
    let (order, starts) = gather(rows, count: ids.count)
    let blocks = (max(0, starts.count - 1) + Self.blockSites - 1) / Self.blockSites
    let source = rows
    let parts = ConcurrentMap.map(count: blocks, threads: threads) { block in
      let first = block * Self.blockSites
      var part = Part(reportsAzimuths: reportsAzimuths)
      for site in first..<min(first + Self.blockSites, starts.count - 1) {
        part.add(order[Int(starts[site])..<Int(starts[site + 1])], source, all)
      }
      return part
    }
    for part in parts { append(part) }
  }

  /// Rows whose bytes another row before has too are left out.
  private mutating func leaveOutDuplicates(_ rows: [RegisterRow], _ table: DelimitedTable) {
    var size = 64
    while size < 2 * rows.count { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    table.bytes.withUnsafeBufferPointer { text in
      for index in rows.indices where isKept[index] {
        var slot = Int(truncatingIfNeeded: rows[index].hash) & (size - 1)
        while slots[slot] >= 0 {
          let other = rows[Int(slots[slot])]
          if other.hash == rows[index].hash,
            text[other.bytes].elementsEqual(text[rows[index].bytes])
          {
            isKept[index] = false
            var problem = RegisterProblem(line: rows[index].line, reason: .duplicate)
            problem.otherLine = other.line
            problems.append(problem)
            break
          }
          slot = (slot + 1) & (size - 1)
        }
        if slots[slot] < 0 { slots[slot] = Int32(index) }
      }
    }
  }

  /// Rows by site in the order of the sites' first rows, and where each site's begin. Rows that stand elsewhere than
  /// their site's first are refused.
  private mutating func gather(
    _ rows: [RegisterRow], count: Int
  ) -> (order: [Int32], starts: [Int32]) {
    var siteOfKey = [Int32](repeating: -1, count: 2 * count)
    var siteOfRow = [Int32](repeating: -1, count: rows.count)
    var first: [Int32] = []
    var sizes: [Int32] = []
    for index in rows.indices where isKept[index] {
      let row = rows[index]
      let key = 2 * Int(row.id) + (row.group == .mobile ? 0 : 1)
      if siteOfKey[key] < 0 {
        siteOfKey[key] = Int32(first.count)
        first.append(Int32(index))
        sizes.append(0)
      }
      let site = Int(siteOfKey[key])
      let start = rows[Int(first[site])]
      if start.position != row.position {
        let distance = Self.metres(start.position, row.position)
        let isNear = distance <= RegisterRules.siteMetres
        var problem = RegisterProblem(line: row.line, reason: isNear ? .places : .twoPlaces)
        problem.otherLine = start.line
        problem.metres = Float(distance)
        problems.append(problem)
        if !isNear {
          isKept[index] = false
          continue
        }
      }
      siteOfRow[index] = Int32(site)
      sizes[site] += 1
    }
    var starts: [Int32] = [0]
    starts.reserveCapacity(sizes.count + 1)
    for size in sizes { starts.append((starts.last ?? 0) + size) }
    var next = starts
    var order = [Int32](repeating: 0, count: Int(starts.last ?? 0))
    for index in rows.indices where siteOfRow[index] >= 0 {
      let site = Int(siteOfRow[index])
      order[Int(next[site])] = Int32(index)
      next[site] += 1
    }
    return (order, starts)
  }

  private static func metres(_ one: Coordinate, _ other: Coordinate) -> Double {
    let degree = EllipsoidDegree(at: one.latitude)
    let east = (other.x - one.x) * degree.eastMetres
    let north = (other.y - one.y) * degree.northMetres
    return (east * east + north * north).squareRoot()
  }

  private mutating func append(_ part: Part) {
    let (firstConfiguration, firstAzimuth) = (configurations.count, azimuths.count)
    configurations += part.configurations
    azimuths += part.azimuths
    problems += part.problems
    for site in part.sites {
      sites.append(
        RegisterSite(
          id: site.id, group: site.group, position: site.position, heightMetres: site.heightMetres,
          configurations: site.configurations.shifted(by: firstConfiguration),
          azimuths: site.azimuths.shifted(by: firstAzimuth),
          isOmnidirectional: site.isOmnidirectional))
    }
  }

  /// The sites of one task.
  private struct Part: Sendable {
    let reportsAzimuths: Bool
    var sites: [RegisterSite] = []
    var configurations: [Int16] = []
    var azimuths: [Double] = []
    var problems: [RegisterProblem] = []

    init(reportsAzimuths: Bool) { self.reportsAzimuths = reportsAzimuths }

    mutating func add(_ members: ArraySlice<Int32>, _ rows: [RegisterRow], _ all: [Double]) {
      guard let start = members.first.map({ rows[Int($0)] }) else { return }
      let (firstConfiguration, firstAzimuth) = (configurations.count, azimuths.count)
      var isOmnidirectional = false
      var isCut = false
      for member in members {
        let row = rows[Int(member)]
        if !configurations[firstConfiguration...].contains(row.configuration) {
          configurations.append(row.configuration)
        }
        if row.azimuthCount < 0 { isOmnidirectional = true }
        for azimuth in all[row.azimuths] where !azimuths[firstAzimuth...].contains(azimuth) {
          if azimuths.count - firstAzimuth < SectorLayout.mostSectors {
            azimuths.append(azimuth)
          } else if !isCut {
            isCut = true
            note(.manySectors, row, start)
          }
        }
      }
      configurations[firstConfiguration...].sort()
      azimuths[firstAzimuth...].sort()
      let hasSectors = azimuths.count > firstAzimuth
      if reportsAzimuths, !hasSectors, !isOmnidirectional { note(.azimuthMissing, start, nil) }
      sites.append(
        RegisterSite(
          id: start.id, group: start.group, position: start.position,
          heightMetres: height(members, rows),
          configurations: firstConfiguration..<configurations.count,
          azimuths: firstAzimuth..<azimuths.count,
          isOmnidirectional: isOmnidirectional && !hasSectors))
    }

    /// The commonest height of the rows that have one; of several the lowest.
    private mutating func height(_ members: ArraySlice<Int32>, _ rows: [RegisterRow]) -> Double {
      var heights: [Double] = []
      for member in members where !rows[Int(member)].heightMetres.isNaN {
        heights.append(rows[Int(member)].heightMetres)
      }
      guard let first = heights.first else { return .nan }
      guard heights.contains(where: { $0 != first }) else { return first }
      heights.sort()
      var best = (height: first, count: 0)
      var run = 0
      for index in heights.indices {
        run = index > 0 && heights[index] == heights[index - 1] ? run + 1 : 1
        if run > best.count { best = (heights[index], run) }
      }
      let start = rows[Int(members[members.startIndex])]
      let differing = members.first { index in
        let height = rows[Int(index)].heightMetres
        return !height.isNaN && height != best.height
      }
      note(.heights, differing.map { rows[Int($0)] } ?? start, start)
      return best.height
    }

    private mutating func note(
      _ reason: RegisterReason, _ row: RegisterRow, _ other: RegisterRow?
    ) {
      var problem = RegisterProblem(line: row.line, reason: reason)
      if let other, other.line != row.line { problem.otherLine = other.line }
      problems.append(problem)
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> {
    lowerBound + offset..<upperBound + offset
  }
}
