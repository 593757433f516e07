import GRDB
import GRDBSQLite
import Geometry

/// The R-tree of a layer (extension gpkg_rtree_index), packed at once by sort-tile-recursive (Leutenegger et al. 1997) and
/// written into the tables behind SQLite's virtual one, which is many times faster than row by row.
struct SpatialIndex {
  /// A box around a feature or a node, rounded outward to what the tree stores.
  private struct Box {
    var minX: Float
    var maxX: Float
    var minY: Float
    var maxY: Float
    let id: Int64

    mutating func extend(by other: Box) {
      minX = min(minX, other.minX)
      maxX = max(maxX, other.maxX)
      minY = min(minY, other.minY)
      maxY = max(maxY, other.maxY)
    }
  }

  /// Cells of a node (RTREE_MAXCELLS of SQLite's rtree.c) and its bytes: 4, then 24 a cell.
  private static let capacity = 51
  private static let nodeBytes = 4 + 24 * capacity

  private var boxes: [Box] = []

  /// Takes a feature in.
  mutating func add(_ envelope: BoundingBox, id: Int64) {
    boxes.append(
      Box(
        minX: Self.down(envelope.minX), maxX: Self.up(envelope.maxX),
        minY: Self.down(envelope.minY), maxY: Self.up(envelope.maxY), id: id))
  }

  private static func down(_ value: Double) -> Float {
    let near = Float(value)
    return Double(near) > value ? near.nextDown : near
  }

  private static func up(_ value: Double) -> Float {
    let near = Float(value)
    return Double(near) < value ? near.nextUp : near
  }

  /// Fills the virtual table, which must be there and empty.
  ///
  /// - Parameter table: name of the index for use between quotation marks.
  func write(into table: String, of database: Database) throws {
    guard !boxes.isEmpty else { return }
    let nodes = try database.makeStatement(
      sql: "INSERT OR REPLACE INTO \"\(table)_node\" VALUES (?, ?)")
    let parents = try database.makeStatement(sql: "INSERT INTO \"\(table)_parent\" VALUES (?, ?)")
    let rows = try database.makeStatement(sql: "INSERT INTO \"\(table)_rowid\" VALUES (?, ?)")
    var rowNodes: [(row: Int64, node: Int64)] = []
    rowNodes.reserveCapacity(boxes.count)
    var level = Self.tiled(boxes)
    var depth = 0
    var next: Int64 = 2
    while true {
      let isTop = level.count <= Self.capacity
      var above: [Box] = []
      for start in stride(from: 0, to: level.count, by: Self.capacity) {
        let cells = level[start..<min(start + Self.capacity, level.count)]
        // SQLite begins at node 1.
        let number = isTop ? 1 : next
        if !isTop { next += 1 }
        for cell in cells {
          if depth == 0 {
            rowNodes.append((cell.id, number))
          } else {
            try Self.insert(cell.id, number, parents)
          }
        }
        try Self.insert(number, Self.node(cells, depth: isTop ? depth : 0), nodes)
        var box = Box(
          minX: .infinity, maxX: -.infinity, minY: .infinity, maxY: -.infinity, id: number)
        for cell in cells { box.extend(by: cell) }
        above.append(box)
      }
      if isTop { break }
      level = above
      depth += 1
    }
    rowNodes.sort { $0.row < $1.row }
    for entry in rowNodes { try Self.insert(entry.row, entry.node, rows) }
  }

  /// Slices from west to east, and in each from south to north.
  private static func tiled(_ boxes: [Box]) -> [Box] {
    let leaves = (Double(boxes.count) / Double(capacity)).rounded(.up)
    let slice = Int(leaves.squareRoot().rounded(.up)) * capacity
    let eastward = boxes.sorted { ($0.minX, $0.id) < ($1.minX, $1.id) }
    var tiled: [Box] = []
    tiled.reserveCapacity(boxes.count)
    for start in stride(from: 0, to: eastward.count, by: slice) {
      let strip = eastward[start..<min(start + slice, eastward.count)]
      tiled.append(contentsOf: strip.sorted { ($0.minY, $0.id) < ($1.minY, $1.id) })
    }
    return tiled
  }

  /// A node as rtree.c stores it: the depth below the root, or 0; the number of cells; the cells; all big-endian.
  private static func node(_ cells: ArraySlice<Box>, depth: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(nodeBytes)
    func append(_ value: UInt64, _ count: Int) {
      for shift in stride(from: (count - 1) * 8, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
      }
    }
    append(UInt64(depth), 2)
    append(UInt64(cells.count), 2)
    for cell in cells {
      append(UInt64(bitPattern: cell.id), 8)
      for edge in [cell.minX, cell.maxX, cell.minY, cell.maxY] {
        append(UInt64(edge.bitPattern), 4)
      }
    }
    bytes.append(contentsOf: repeatElement(0, count: nodeBytes - bytes.count))
    return bytes
  }

  private static func insert(_ one: Int64, _ other: Int64, _ statement: Statement) throws {
    let row = BoundRow(statement)
    row.bind(one, at: 1)
    row.bind(other, at: 2)
    try row.insert()
  }

  private static func insert(_ one: Int64, _ bytes: [UInt8], _ statement: Statement) throws {
    let row = BoundRow(statement)
    row.bind(one, at: 1)
    row.bind(bytes, at: 2)
    try row.insert()
  }
}
