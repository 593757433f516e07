import Geometry
import Radio
import Scheduling
import Siting
import Territory

/// Sites as cells of a coarse grid, by settlement and quarter: what a map can show of them when it is near.
///
/// Sites of one settlement and quarter in the same cell are drawn as one.
struct MapSites {
  private struct Key: Hashable {
    let settlement: Int
    let quarter: Int
  }

  /// Rows and columns as one number each, in the sites' order, some more than once.
  private let cells: [Key: [Int]]
  /// Side of a cell.
  let metres: Double

  /// The sites of a run.
  init(_ result: PlanResult, grid: MapGrid) {
    let coarse = MapGrid(metres: grid.metres * 2, west: grid.west, north: grid.north)
    metres = coarse.metres
    var numbers: [String: Int] = [:]
    for (index, outcome) in result.settlements.enumerated() {
      numbers[outcome.settlement.id] = index + 1
    }
    var finish: [String: Int] = [:]
    if let schedule = result.schedule, let first = schedule.limits.quarters.first {
      for entry in schedule.packages {
        finish[entry.package.id] = max(0, entry.finish.index - first.index) + 2
      }
    }
    var cells: [Key: [Int]] = [:]
    // Sites of a settlement follow each other, so that few are looked up.
    var last: (settlement: String?, package: String?, key: Key)?
    var run: [Int] = []
    func add(_ site: Site, package: String?) {
      if last?.settlement != site.settlement || last?.package != package || last == nil {
        close()
        let quarter = package.map { finish[$0] ?? 1 } ?? 0
        let number = site.settlement.flatMap { numbers[$0] } ?? 0
        last = (site.settlement, package, Key(settlement: number, quarter: quarter))
      }
      let point = coarse.point(site.position)
      run.append(point.row << 32 + point.column)
    }
    func close() {
      if let key = last?.key { cells[key, default: []] += run }
      run.removeAll(keepingCapacity: true)
    }
    for site in result.existingSites { add(site, package: nil) }
    for planned in result.plannedSites { add(planned.site, package: planned.package) }
    close()
    self.cells = cells
  }

  /// How many groups of cells; of each the quarter (0 stands already, 1 not scheduled, n + 2 the n-th), the
  /// western column, the northern row, the width, how many cells, and how far each is behind the one before,
  /// counted row by row.
  func packed() -> PackedNumbers {
    var packed = PackedNumbers()
    packed.append(cells.count)
    let keys = cells.keys.sorted { ($0.settlement, $0.quarter) < ($1.settlement, $1.quarter) }
    for key in keys {
      // Columns may lie west of the map's edge, rows north of it.
      let points = (cells[key] ?? []).map { place in
        let column = Int(Int32(truncatingIfNeeded: place))
        return (row: (place - column) >> 32, column: column)
      }
      let west = points.reduce(Int.max) { min($0, $1.column) }
      let north = points.reduce(Int.max) { min($0, $1.row) }
      let width = points.reduce(0) { max($0, $1.column - west + 1) }
      var places = points.map { ($0.row - north) * width + $0.column - west }
      places.sort()
      var distinct: [Int] = []
      for place in places where place != distinct.last { distinct.append(place) }
      packed.append(key.quarter)
      packed.append(signed: west)
      packed.append(signed: north)
      packed.append(width)
      packed.append(distinct.count)
      var before = -1
      for place in distinct {
        packed.append(place - before - 1)
        before = place
      }
    }
    return packed
  }
}
