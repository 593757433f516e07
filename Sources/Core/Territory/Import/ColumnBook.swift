public import Geometry

/// Names that the columns of other people's tables have, and the words in their cells, by kind of table.
public struct ColumnBook: Sendable {
  /// By kind of table: `sites`, `measurements`.
  public let tables: [String: ColumnNames]

  /// The bundled book's place in geodata.
  public static let file = "books/columns.yaml"

  /// Reads a book.
  ///
  /// - Throws: `DR-210`, `DR-250` and `DR-251` as of any book.
  public static func read(path: String) throws(UserError) -> ColumnBook {
    ColumnBook(tables: try BookReader.read([String: ColumnNames].self, path: path))
  }

  /// A book of tables.
  public init(tables: [String: ColumnNames]) { self.tables = tables }
}

/// Names of the columns of one kind of table.
public struct ColumnNames: Codable, Sendable {
  /// Titles by field, the better known first.
  public let columns: [String: [String]]
  /// By field words by what they mean.
  public let values: [String: [String: [String]]]

  /// Names of columns and words.
  public init(columns: [String: [String]], values: [String: [String: [String]]]) {
    self.columns = columns
    self.values = values
  }

  /// A title or word as names are compared: lower case, without what stands in brackets, without spaces, hyphens,
  /// underscores, dots.
  public static func plain(_ text: String) -> String {
    let head = text.prefix { !"(（[【<".contains($0) }
    return (head.isEmpty ? text[...] : head).lowercased().filter { !" _-.\u{3000}\t".contains($0) }
  }
}

/// What a planner says of the columns of a table of their own (YAML): `columns` (field to title), `values` (field to
/// word to meaning), `constants` (field to what holds for every row).
public struct ColumnChoice: Codable, Sendable {
  /// Titles by field.
  public var columns: [String: String]?
  /// By field meanings by word.
  public var values: [String: [String: String]]?
  /// By field what holds where the table has no such column.
  public var constants: [String: String]?

  /// Choices.
  public init(
    columns: [String: String]? = nil, values: [String: [String: String]]? = nil,
    constants: [String: String]? = nil
  ) {
    self.columns = columns
    self.values = values
    self.constants = constants
  }

  /// Reads a file.
  ///
  /// - Throws: `DR-210`, `DR-250` and `DR-251` as of any book.
  public static func read(path: String) throws(UserError) -> ColumnChoice {
    try BookReader.read(ColumnChoice.self, path: path)
  }
}
