public import Geometry
import Radio
public import Territory

/// Makes sites of a register: an operator's table of cells, a tower company's, OpenCellID, or points.
public struct RegisterImport: Sendable {
  /// What is known of the coordinate system of the positions.
  public enum System: Sendable {
    /// The planner said which.
    case stated(CoordinateSystem)
    /// To be told by the evidence, or refused (``CoordinateGuess``).
    case guessed
    /// Nothing.
    case unstated
  }

  let map: ColumnMap
  let rules: RegisterRules
  private let threads: Int

  /// An import.
  public init(_ map: ColumnMap, _ rules: RegisterRules, threads: Int) {
    self.map = map
    self.rules = rules
    self.threads = threads
  }

  /// The sites of a table. The result does not depend on the number of threads.
  ///
  /// - Throws: `DR-440` without columns of positions, `DR-441` where the coordinate system is not stated, `DR-442`
  ///   where it cannot be guessed, `DR-443` for a row that is refused where the rules are strict, `DR-444` where
  ///   nothing tells the operator, `DR-445` where nothing tells the band, `DR-446` where no site is left, `DR-447` for
  ///   an assumed band without a configuration, `DR-111` for an unknown coordinate system.
  public func result(of table: DelimitedTable, system: System) throws(UserError) -> RegisterResult {
    try check(table)
    if case .unstated = system {
      throw UserError(
        "DR-441", .usage, at: table.name, "the coordinate system of the positions is not stated",
        remedy: "say --crs wgs84, cgcs2000, gcj02, bd09 or EPSG:n, or --crs auto to have it guessed"
      )
    }
    if case .stated(let stated) = system { _ = try CoordinateTransformer(from: stated) }
    let reader = RegisterReader(table, map, rules)
    var draft = Draft()
    let ranges = table.blocks()
    var blocks = ConcurrentMap.map(count: ranges.count, threads: threads) {
      reader.read(ranges[$0])
    }
    draft.reserve(blocks.reduce(0) { $0 + $1.rows.count })
    var line = table.firstLine
    for index in blocks.indices {
      draft.add(blocks[index], firstLine: line)
      line += blocks[index].lineCount
      blocks[index].clear()
    }
    let guess = try guess(system, draft, table)
    let placement = RegisterPlacement(
      system: Self.system(system, guess), isExchanged: guess?.isExchanged ?? false, rules: rules)
    let usable = place(&draft, placement)
    let sites = RegisterSites(
      &draft.rows, azimuths: draft.azimuths, ids: &draft.ids, usable: usable, table: table,
      reportsAzimuths: reader.has(.azimuth), threads: threads)
    draft.problems += sites.problems
    draft.settle(isKept: sites.isKept)
    let result = RegisterResult(
      report: report(table, draft, sites, placement.system, guess), sites: sites, ids: draft.ids,
      configurations: rules.configurations, problems: draft.problems, table: table,
      titles: titles())
    try check(result, draft)
    return result
  }

  private static func system(_ system: System, _ guess: CoordinateGuess?) -> CoordinateSystem {
    if case .stated(let stated) = system { return stated }
    return guess?.system ?? .cgcs2000
  }

  private func titles() -> [String: String] {
    var titles: [String: String] = [:]
    for field in RegisterField.allCases where map.indices[field.name] != nil {
      titles[field.name] = map.title(field.name)
    }
    return titles
  }

  /// What has been read so far.
  struct Draft {
    var rows: [RegisterRow] = []
    var azimuths: [Double] = []
    var ids = WordTable()
    var problems: [RegisterProblem] = []
    var rowCount = 0
    var assumedBands = [0, 0]

    mutating func reserve(_ count: Int) { rows.reserveCapacity(count) }

    mutating func add(_ block: RegisterBlock, firstLine: Int) {
      let names = ids.formUnion(block.ids)
      let firstAzimuth = Int32(azimuths.count)
      azimuths += block.azimuths
      for var row in block.rows {
        row.line = Int32(clamping: firstLine + Int(row.line))
        row.firstAzimuth += firstAzimuth
        if row.id >= 0 { row.id = names[Int(row.id)] }
        rows.append(row)
      }
      for var problem in block.problems {
        problem.line = Int32(clamping: firstLine + Int(problem.line))
        problems.append(problem)
      }
      rowCount += block.rowCount
      for index in assumedBands.indices { assumedBands[index] += block.assumedBands[index] }
    }

    /// Puts what is to be said in order, without findings on rows that came to nothing.
    mutating func settle(isKept: [Bool]) {
      var keptLines = [Bool](repeating: false, count: 1 + Int(rows.last?.line ?? 0))
      for (row, isKept) in zip(rows, isKept) where isKept { keptLines[Int(row.line)] = true }
      problems.removeAll { problem in
        guard problem.reason.outcome == .repaired || problem.reason.outcome == .found else {
          return false
        }
        let line = Int(problem.line)
        return line >= keptLines.count || !keptLines[line]
      }
      problems.sort { ($0.line, $0.reason.number) < ($1.line, $1.reason.number) }
    }
  }

  private func place(_ draft: inout Draft, _ placement: RegisterPlacement) -> [Bool] {
    let count = draft.rows.count
    let size = RegisterPlacement.blockRows
    let parts = Self.placed(draft.rows, placement, size, threads)
    var usable: [Bool] = []
    usable.reserveCapacity(count)
    for part in parts {
      for position in part.positions.indices {
        draft.rows[usable.count + position].position = part.positions[position]
      }
      usable += part.areUsable
      draft.problems += part.problems
    }
    return usable
  }

  private static func placed(
    _ rows: [RegisterRow], _ placement: RegisterPlacement, _ size: Int, _ threads: Int
  ) -> [RegisterPlacement.Placed] {
    ConcurrentMap.map(count: (rows.count + size - 1) / size, threads: threads) { block in
      placement.place(rows[block * size..<min((block + 1) * size, rows.count)])
    }
  }

  /// Positions for a guess: each once, and where there are too many, evenly taken.
  private func guess(
    _ system: System, _ draft: Draft, _ table: DelimitedTable
  ) throws(UserError) -> CoordinateGuess? {
    guard case .guessed = system else { return nil }
    var seen: Set<Coordinate> = []
    var distinct: [Int] = []
    for (index, row) in draft.rows.enumerated() where seen.insert(row.position).inserted {
      distinct.append(index)
    }
    let step = max(
      1, (distinct.count + CoordinateGuess.mostPositions - 1) / CoordinateGuess.mostPositions)
    let taken = stride(from: 0, to: distinct.count, by: step).map { draft.rows[distinct[$0]] }
    return try CoordinateGuess(
      positions: taken.map(\.position), units: taken.map(\.unit), stated: rules.units,
      known: rules.known.map { known in
        taken.map { $0.id < 0 ? nil : known[draft.ids[Int($0.id)]] }
      } ?? [],
      name: table.name, threads: threads)
  }
}
