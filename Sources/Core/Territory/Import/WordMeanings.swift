/// What the words in a table's cells mean: as the book has them, then as a planner says.
public struct WordMeanings: Sendable {
  /// By field meanings by plain word.
  private let meanings: [String: [String: String]]

  /// The words of a kind of table; a planner's own go before the book's.
  public init(_ names: ColumnNames, choice: ColumnChoice = ColumnChoice()) {
    var meanings: [String: [String: String]] = [:]
    for (field, words) in names.values {
      for (meaning, texts) in words.sorted(by: { $0.key < $1.key }) {
        for text in texts { meanings[field, default: [:]][ColumnNames.plain(text)] = meaning }
      }
    }
    for (field, words) in choice.values ?? [:] {
      for (text, meaning) in words.sorted(by: { $0.key < $1.key }) {
        meanings[field, default: [:]][ColumnNames.plain(text)] = meaning
      }
    }
    self.meanings = meanings
  }

  /// What a word of a field means; nil for an unknown one.
  public func meaning(of word: String, in field: String) -> String? {
    meanings[field]?[ColumnNames.plain(word)]
  }
}
