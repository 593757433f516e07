import Geometry

/// The polygons of the boundaries, each with the counties of the tables that are drawn with it.
struct CountyPolygons: Sendable {
  /// Adcodes of the polygons, sorted.
  let codes: [String]
  /// In the order of the codes.
  let geometries: [Geometry]
  /// Rows of the tables of counties, in the order of the codes; none for those without tables.
  let counties: [[Int]]

  init(_ tables: UnitTables, _ boundaries: Boundaries) throws(UserError) {
    var rows: [String: [Int]] = [:]
    for (row, polygon) in try tables.counties.texts("polygon").enumerated() {
      rows[polygon, default: []].append(row)
    }
    let sorted = boundaries.counties.sorted { $0.key < $1.key }
    codes = sorted.map(\.key)
    geometries = sorted.map(\.value)
    counties = sorted.map { rows[$0.key] ?? [] }
  }
}
