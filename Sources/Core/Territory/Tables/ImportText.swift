/// What an import says, in both languages of reports.
public struct ImportText: Hashable, Sendable {
  /// In English, which tables for machines have too.
  public let english: String
  /// In Chinese.
  public let chinese: String

  /// A text.
  public init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// Several texts one behind the other.
  static func joined(_ texts: [ImportText]) -> ImportText {
    ImportText(
      texts.map(\.english).joined(separator: "; "), texts.map(\.chinese).joined(separator: "；"))
  }
}
