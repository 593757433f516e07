/// What words for a network mean by a book of columns, as in a column `operator`.
public struct NetworkWords: Sendable {
  private let meanings: [String: String]

  /// The words of a table's field `operator`.
  public init(_ names: ColumnNames) {
    var meanings: [String: String] = [:]
    for (meaning, words) in (names.values["operator"] ?? [:]).sorted(by: { $0.key < $1.key }) {
      for word in words { meanings[ColumnNames.plain(word)] = meaning }
    }
    self.meanings = meanings
  }

  /// The network that a word means; the word itself where the book does not know it.
  public func name(_ word: String) -> String { meanings[ColumnNames.plain(word)] ?? word }
}
