/// Polygons as spans of cells, row by row: a cell belongs to the polygon that holds its middle.
///
/// Rows are cut at their middle line by the even-odd rule. Edges and spans are half-open (a middle on
/// a western or northern edge is inside, on an eastern or southern one outside), so that polygons that
/// share an edge share no cell and leave none out.
public struct PolygonRaster: Sendable {
  /// Cells of a row in one polygon.
  public struct Span: Hashable, Sendable {
    /// Row of the grid.
    public let row: Int
    /// Index of the polygon.
    public let polygon: Int
    /// Columns of the grid.
    public let columns: Range<Int>
  }

  /// An edge in cells from the grid's corner, its northern end first: neighbours cut it alike.
  private struct Edge {
    let x: Double
    let y: Double
    let endX: Double
    let endY: Double
    let polygon: Int32
  }

  private struct Crossing {
    let row: Int32
    let polygon: Int32
    let x: Double
  }

  private let columns: Int
  private let edges: [[Edge]]
  private let bands: [Range<Int>]
  /// Boxes of the polygons in cells from the grid's corner; empty for one without image on the plane.
  public let boxes: [BoundingBox]

  /// - Parameters:
  ///   - polygons: in degrees.
  ///   - bands: ranges of rows that are asked for, from north to south, without gaps.
  /// - Throws: DR-111 when PROJ does not know the plane's system.
  public init(
    _ polygons: [Geometry], on grid: RasterGrid, plane: RasterPlane, bands: [Range<Int>]
  ) throws(UserError) {
    let mapper = try plane.mapper()
    var edges = [[Edge]](repeating: [], count: bands.count)
    var boxes: [BoundingBox] = []
    let rows = Double(bands.last?.upperBound ?? 0)
    // Bands are equally high but for the last.
    let height = Double(max(bands.first?.count ?? 1, 1))
    for (index, polygon) in polygons.enumerated() {
      var box = BoundingBox()
      var isWhole = true
      var own: [Edge] = []
      for ring in polygon.polygons.joined() {
        var last: Coordinate?
        for position in ring {
          guard let image = mapper(position) else {
            isWhole = false
            break
          }
          let cell = Coordinate(
            x: (image.x - grid.originX) / grid.cellWidth,
            y: (grid.originY - image.y) / grid.cellHeight)
          box.extend(by: cell)
          if let last, last.y != cell.y {
            let (top, bottom) = last.y < cell.y ? (last, cell) : (cell, last)
            own.append(
              Edge(x: top.x, y: top.y, endX: bottom.x, endY: bottom.y, polygon: Int32(index)))
          }
          last = cell
        }
      }
      boxes.append(isWhole ? box : BoundingBox())
      guard isWhole else { continue }
      for edge in own where edge.endY > 0 && edge.y < rows {
        let first = Int(max(0, edge.y) / height)
        let end = Int(min(edge.endY, rows - 0.5) / height)
        for band in first...max(first, min(end, bands.count - 1)) where band < bands.count {
          edges[band].append(edge)
        }
      }
    }
    columns = grid.columns
    self.edges = edges
    self.bands = bands
    self.boxes = boxes
  }

  /// The spans of a band, by row, polygon, column.
  public func spans(ofBand band: Int) -> [Span] {
    let rows = bands[band]
    var crossings: [Crossing] = []
    for edge in edges[band] {
      // Rows whose middle line r + 1/2 is at the northern end or below it, and above the southern one.
      let first = max(Double(rows.lowerBound), (edge.y - 0.5).rounded(.up))
      let end = min(Double(rows.upperBound), (edge.endY - 0.5).rounded(.up))
      guard first < end else { continue }
      let slope = (edge.endX - edge.x) / (edge.endY - edge.y)
      for row in Int(first)..<Int(end) {
        let x = edge.x + (Double(row) + 0.5 - edge.y) * slope
        crossings.append(Crossing(row: Int32(row), polygon: edge.polygon, x: x))
      }
    }
    crossings.sort { ($0.row, $0.polygon, $0.x) < ($1.row, $1.polygon, $1.x) }
    var spans: [Span] = []
    spans.reserveCapacity(crossings.count / 2)
    // A ring is closed: the crossings of a polygon and row are even in number.
    for index in stride(from: 0, to: crossings.count - 1, by: 2) {
      let (from, to) = (crossings[index], crossings[index + 1])
      let first = max(0, (from.x - 0.5).rounded(.up))
      let end = min(Double(columns), (to.x - 0.5).rounded(.up))
      guard first < end else { continue }
      spans.append(
        Span(
          row: Int(from.row), polygon: Int(from.polygon), columns: Int(first)..<Int(end)))
    }
    return spans
  }
}
