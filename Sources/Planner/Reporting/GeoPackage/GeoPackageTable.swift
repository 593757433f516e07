/// A table of features to be written into a GeoPackage.
public struct GeoPackageTable: Sendable {
  /// Name of the table, whatever it holds.
  public let name: String
  /// What it is, for people.
  public let description: String
  /// Shape of all features.
  public let shape: MapShape
  /// Its columns besides geometry and number.
  public let columns: [AttributeColumn]
  /// A table.
  public init(
    name: String, description: String, shape: MapShape, columns: [AttributeColumn]
  ) {
    self.name = name
    self.description = description
    self.shape = shape
    self.columns = columns
  }

  /// Name for use between quotation marks. SQLite's names end at a NUL.
  var sqlName: String {
    name.replacing("\0", with: "\u{FFFD}").replacing("\"", with: "\"\"")
  }

  /// Type of geometry that the table is declared with; areas and lines are all written as multi-part ones.
  var geometryType: String {
    switch shape {
    case .points: "POINT"
    case .lines: "MULTILINESTRING"
    case .areas: "MULTIPOLYGON"
    case .mixed: "GEOMETRY"
    }
  }
}
