import Geometry
import Territory

/// The borders that a page's map draws: arcs that neighbours share, simplified once each, on a grid.
///
/// Nothing is left out but positions of arcs: every area keeps its rings, and two areas that shared a border share
/// it still.
struct MapShapes {
  /// An area and the unit it stands for.
  struct Area {
    /// Adcode of the smallest unit that the area is.
    let unit: String
    /// Rings as numbers of arcs; n below 0 is arc -1 - n run backwards.
    let rings: [[Int]]
  }

  /// Grid of the points.
  let grid: MapGrid
  /// Points of each arc that is drawn.
  let arcs: [[MapGrid.Point]]
  /// By order of the boundaries' file.
  let areas: [Area]
  /// Maritime lines, as numbers of arcs.
  let lines: [[Int]]

  /// Columns that the points span.
  let columns: Int
  /// Rows that the points span.
  let rows: Int

  /// How finely a map is drawn.
  struct Detail {
    /// Largest distance of a border from where it is, metres.
    let toleranceMetres: Double
    /// Cell of the grid, metres.
    let gridMetres: Double

    /// Finer for few areas than for the whole country.
    init(areas: Int) {
      switch areas {
      case ...120: (toleranceMetres, gridMetres) = (60, 25)
      case ...600: (toleranceMetres, gridMetres) = (120, 50)
      default: (toleranceMetres, gridMetres) = (250, 100)
      }
    }
  }

  /// The shapes of a territory's units; with the maritime lines where it is of the whole country.
  ///
  /// - Throws: `DR-141` where the boundaries lack their objects.
  init(_ territory: MapTerritory, boundaries: Boundaries) throws(UserError) {
    let topology = boundaries.topology
    let owners = Self.owners(territory)
    var drawn: [(unit: String, rings: [[Int]])] = []
    for feature in try topology.features(of: "counties") {
      guard let adcode = feature.properties["adcode"]?.string,
        let unit = owners[adcode] ?? Self.province(of: adcode, territory), territory.includes(unit)
      else { continue }
      drawn.append((unit, feature.polygons.flatMap { $0 }))
    }
    let maritime =
      territory.isCountry ? try topology.features(of: "maritime_lines").flatMap(\.lines) : []
    let detail = Detail(areas: drawn.count)
    var numbers: [Int: Int] = [:]
    var projected: [[Coordinate]] = []
    func renumbered(_ reference: Int) -> Int {
      let index = reference >= 0 ? reference : ~reference
      let number = numbers[index] ?? projected.count
      if numbers.updateValue(number, forKey: index) == nil {
        let line = topology.arcs[index].map { Albers.china.project($0) }
        projected.append(
          LineSimplifier.kept(line, tolerance: detail.toleranceMetres).map { line[$0] })
      }
      return reference >= 0 ? number : ~number
    }
    areas = drawn.map { Area(unit: $0.unit, rings: $0.rings.map { $0.map(renumbered) }) }
    lines = maritime.map { $0.map(renumbered) }
    let box = projected.joined().reduce(into: BoundingBox()) { $0.extend(by: $1) }
    let grid = MapGrid(
      metres: detail.gridMetres, west: box.isEmpty ? 0 : box.minX, north: box.isEmpty ? 0 : box.maxY
    )
    self.grid = grid
    arcs = projected.map { line in
      var points: [MapGrid.Point] = []
      for (index, position) in line.enumerated() {
        let point = grid.point(metres: position)
        // Positions of one point are one, but both ends stay.
        if index == 0 || index == line.count - 1 || points.last != point { points.append(point) }
      }
      return points
    }
    columns = arcs.joined().reduce(0) { max($0, $1.column) }
    rows = arcs.joined().reduce(0) { max($0, $1.row) }
  }

  /// The unit that each polygon stands for: the county that it is of, before one that borrows it.
  private static func owners(_ territory: MapTerritory) -> [String: String] {
    var owners: [String: String] = [:]
    for unit in territory.gazetteer.units {
      guard let polygon = unit.polygon, unit.level < .town else { continue }
      if owners[polygon] == nil || unit.adcode == polygon { owners[polygon] = unit.adcode }
    }
    return owners
  }

  /// Hong Kong, Macao and Taiwan have no counties in the tables: their polygons are their province's.
  private static func province(of polygon: String, _ territory: MapTerritory) -> String? {
    let province = String(polygon.prefix(2)) + "0000"
    return territory.gazetteer[province] == nil ? nil : province
  }

  /// Arcs: how many, then of each how many points and the steps from point to point, the first from the arc
  /// before.
  func packedArcs() -> PackedNumbers {
    var packed = PackedNumbers()
    packed.append(arcs.count)
    var (column, row) = (0, 0)
    for arc in arcs {
      packed.append(arc.count)
      for point in arc {
        packed.append(signed: point.column - column)
        packed.append(signed: point.row - row)
        (column, row) = (point.column, point.row)
      }
    }
    return packed
  }

  /// Areas: how many, then of each the unit's number and its rings; then the lines.
  func packedAreas(numbers: [String: Int]) -> PackedNumbers {
    var packed = PackedNumbers()
    func append(_ references: [Int]) {
      packed.append(references.count)
      for reference in references { packed.append(signed: reference) }
    }
    packed.append(areas.count)
    for area in areas {
      packed.append(numbers[area.unit] ?? 0)
      packed.append(area.rings.count)
      for ring in area.rings { append(ring) }
    }
    packed.append(lines.count)
    for line in lines { append(line) }
    return packed
  }
}
