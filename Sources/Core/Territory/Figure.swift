/// Where a figure of a book comes from.
public enum FigureKind: String, Codable, CaseIterable, Sendable {
  /// Published; the source says where.
  case sourced
  /// Computed from published figures; the source says how.
  case derived
  /// Engineering judgement without a public source: an editable default, labelled so.
  case judgement
}

/// A figure of a book, with its unit and where it comes from.
public struct Figure: Codable, Hashable, Sendable {
  public let value: Double
  public let unit: String
  public let kind: FigureKind
  public let source: String

  public init(value: Double, unit: String, kind: FigureKind, source: String) {
    self.value = value
    self.unit = unit
    self.kind = kind
    self.source = source
  }
}
