import Coverage
import Geometry
import Territory

/// The map as a picture that stands still: for paper, and where no script runs.
struct MapPicture {
  /// Longer side of a picture, in its own units.
  private static let side = 1000.0

  private let shapes: MapShapes
  private let scale: Double
  private let arcs: [[MapGrid.Point]]
  /// Arcs between units of the level that is outlined.
  private let borders: [Int]

  init(_ territory: MapTerritory, shapes: MapShapes) {
    self.shapes = shapes
    let scale = Self.side / Double(max(shapes.columns, shapes.rows, 1))
    self.scale = scale
    arcs = shapes.arcs.map { arc in
      let line = arc.map { Coordinate(x: Double($0.column) * scale, y: Double($0.row) * scale) }
      return LineSimplifier.kept(line, tolerance: 0.8).map { arc[$0] }
    }
    let level: UnitLevel = territory.isCountry ? .province : .prefecture
    borders = Self.borders(shapes) { adcode in
      territory.gazetteer.lineage(of: adcode).first {
        territory.gazetteer[$0]?.level == level
      } ?? adcode
    }
  }

  /// Arcs that lie between two owners, or on the outside.
  private static func borders(_ shapes: MapShapes, owner: (String) -> String) -> [Int] {
    var owners: [Int: Set<String>] = [:]
    var uses: [Int: Int] = [:]
    for area in shapes.areas {
      let own = owner(area.unit)
      for reference in area.rings.joined() {
        let index = reference >= 0 ? reference : ~reference
        owners[index, default: []].insert(own)
        uses[index, default: 0] += 1
      }
    }
    return shapes.arcs.indices.filter { owners[$0]?.count ?? 0 > 1 || uses[$0] == 1 }
  }

  /// The picture with each area in the colour of its status.
  ///
  /// - Parameter statuses: by adcode; those without one are drawn as unknown.
  func svg(id: String, title: String, statuses: [String: CoverageStatus]) -> Markup {
    svg(
      id: id, title: title, looks: CoverageStatus.allCases.map { "status-" + $0.rawValue },
      numbers: statuses.mapValues(\.rank))
  }

  /// The picture with each area in one of several looks.
  ///
  /// - Parameters:
  ///   - looks: classes of the style sheet.
  ///   - numbers: which of them, by adcode; areas without one are drawn as unknown.
  func svg(id: String, title: String, looks: [String], numbers: [String: Int]) -> Markup {
    let names = looks + ["status-unknown"]
    var fills = [String](repeating: "", count: names.count)
    for area in shapes.areas {
      let look = numbers[area.unit] ?? looks.count
      for ring in area.rings { fills[look] += path(ring, isClosed: true) }
    }
    let outlines = borders.map { path([$0], isClosed: false) }.joined()
    let lines = shapes.lines.map { path($0, isClosed: false) }.joined()
    let width = Int((Double(shapes.columns) * scale).rounded(.up))
    let height = Int((Double(shapes.rows) * scale).rounded(.up))
    return .element(
      "svg",
      [
        "viewBox": "-4 -4 \(width + 8) \(height + 8)", "role": "img",
        "aria-labelledby": id + "-title",
      ],
      [.element("title", ["id": id + "-title"], text: title)]
        + zip(names, fills).filter { !$0.1.isEmpty }.map {
          .element("path", ["class": $0, "d": $1])
        } + [
          .element("path", ["class": "border", "d": outlines]),
          .element("path", ["class": "border", "d": lines]),
        ])
  }

  private func path(_ references: [Int], isClosed: Bool) -> String {
    var text = ""
    var last: (Int, Int)?
    for reference in references {
      let arc = arcs[reference >= 0 ? reference : ~reference]
      for point in reference >= 0 ? arc : arc.reversed() {
        let x = Int((Double(point.column) * scale).rounded())
        let y = Int((Double(point.row) * scale).rounded())
        if let before = last {
          guard before != (x, y) else { continue }
          text += "l\(x - before.0) \(y - before.1)"
        } else {
          text += "M\(x) \(y)"
        }
        last = (x, y)
      }
    }
    return isClosed ? text + "z" : text
  }
}
