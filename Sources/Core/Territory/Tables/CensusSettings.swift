/// How a table of residents is taken.
public struct CensusSettings: Hashable, Sendable {
  /// Which sums hold in the end.
  public enum Correction: String, Codable, CaseIterable, Sendable {
    /// Those of the table, as it stands.
    case asStated = "as-stated"
    /// Those published for the prefectures: their counties are scaled to them.
    case toPrefectures = "to-prefectures"
  }

  /// How a share of urban residents is written.
  public enum ShareUnit: String, Codable, CaseIterable, Sendable {
    /// Between 0 and 1.
    case one
    /// Between 0 and 100.
    case percent
  }

  /// What the table's figures are: `official` or `estimated`.
  public var kind: DataKind
  /// Which sums hold in the end.
  public var correction: Correction
  /// How a share of urban residents is written; never guessed.
  public var shareUnit: ShareUnit
  /// Whether a row that is refused ends the import.
  public var isStrict: Bool

  /// Settings.
  public init(
    kind: DataKind = .official, correction: Correction = .asStated, shareUnit: ShareUnit = .one,
    isStrict: Bool = false
  ) {
    self.kind = kind
    self.correction = correction
    self.shareUnit = shareUnit
    self.isStrict = isStrict
  }
}
