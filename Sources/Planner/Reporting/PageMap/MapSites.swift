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

  private let cells: [Key: Set<MapGrid.Point>]
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
    var cells: [Key: Set<MapGrid.Point>] = [:]
    func add(_ site: Site, quarter: Int) {
      let key = Key(settlement: site.settlement.flatMap { numbers[$0] } ?? 0, quarter: quarter)
      cells[key, default: []].insert(coarse.point(site.position))
    }
    for site in result.existingSites { add(site, quarter: 0) }
    for planned in result.plannedSites {
      add(planned.site, quarter: finish[planned.package] ?? 1)
    }
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
      let points = cells[key] ?? []
      let west = points.reduce(Int.max) { min($0, $1.column) }
      let north = points.reduce(Int.max) { min($0, $1.row) }
      let width = points.reduce(0) { max($0, $1.column - west + 1) }
      packed.append(key.quarter)
      packed.append(signed: west)
      packed.append(signed: north)
      packed.append(width)
      packed.append(points.count)
      var before = -1
      for place in points.map({ ($0.row - north) * width + $0.column - west }).sorted() {
        packed.append(place - before - 1)
        before = place
      }
    }
    return packed
  }
}
