public import Geometry

/// Which column of a table holds which field: what the planner says, then what the names let one guess.
public struct ColumnMap: Sendable {
  /// Index of the column by field.
  public let indices: [String: Int]
  /// Fields whose column was guessed by its title.
  public let guessed: Set<String>
  /// Titles of the table.
  public let header: [String]
  /// By field what holds for every row without a cell of its own.
  public let constants: [String: String]
  /// What the words in its cells mean.
  public let words: WordMeanings

  /// The columns of a header.
  ///
  /// Of several columns that could be a field's the one whose name stands first in the book is taken, then the
  /// leftmost.
  ///
  /// - Throws: `DR-260` for a field that there is not, `DR-261` for a title that the table does not have or has twice.
  public init(
    _ header: [String], file: String, names: ColumnNames, choice: ColumnChoice = ColumnChoice()
  ) throws(UserError) {
    var indices: [String: Int] = [:]
    for (field, title) in (choice.columns ?? [:]).sorted(by: { $0.key < $1.key }) {
      try Self.check(field, names)
      let found = header.indices.filter { header[$0] == title }
      guard found.count == 1 else {
        throw UserError(
          "DR-261", .badData, at: "\(file):1",
          "there \(found.isEmpty ? "is no column" : "are \(found.count) columns") '\(title)'",
          remedy: "name one of: \(header.joined(separator: ", "))")
      }
      indices[field] = found[0]
    }
    for field in (choice.constants ?? [:]).keys.sorted() { try Self.check(field, names) }
    let said = Set(indices.keys)
    var taken = Set(indices.values)
    let plain = header.map(ColumnNames.plain)
    for field in names.columns.keys.sorted() where indices[field] == nil {
      let wanted = (names.columns[field] ?? []).map(ColumnNames.plain)
      for name in [ColumnNames.plain(field)] + wanted {
        guard let index = plain.indices.first(where: { plain[$0] == name && !taken.contains($0) })
        else { continue }
        indices[field] = index
        taken.insert(index)
        break
      }
    }
    self.indices = indices
    self.header = header
    guessed = Set(indices.keys).subtracting(said)
    constants = choice.constants ?? [:]
    words = WordMeanings(names, choice: choice)
  }

  private static func check(_ field: String, _ names: ColumnNames) throws(UserError) {
    guard names.columns[field] == nil else { return }
    throw UserError(
      "DR-260", .badData, at: "--columns", "there is no field '\(field)'",
      remedy: "use: \(names.columns.keys.sorted().joined(separator: ", "))")
  }

  /// Titles that are no field's.
  public var unused: [String] {
    let used = Set(indices.values)
    return header.indices.filter { !used.contains($0) }.map { header[$0] }
  }

  /// What a word of a field means; nil for an unknown one.
  public func meaning(of word: String, in field: String) -> String? {
    words.meaning(of: word, in: field)
  }

  /// Title of a field's column, or the field's name where there is none.
  public func title(_ field: String) -> String { indices[field].map { header[$0] } ?? field }
}
