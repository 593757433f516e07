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
  /// The number.
  public let value: Double
  /// Its unit; `1` for shares.
  public let unit: String
  /// How well it is founded.
  public let kind: FigureKind
  /// Where it comes from, for people.
  public let source: String

  /// A figure.
  public init(value: Double, unit: String, kind: FigureKind, source: String) {
    self.value = value
    self.unit = unit
    self.kind = kind
    self.source = source
  }

  /// Reads a figure; the number must be finite, as NaN passes every comparison in silence.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    value = try container.decode(Double.self, forKey: .value)
    unit = try container.decode(String.self, forKey: .unit)
    kind = try container.decode(FigureKind.self, forKey: .kind)
    source = try container.decode(String.self, forKey: .source)
    guard value.isFinite else {
      throw DecodingError.dataCorruptedError(
        forKey: .value, in: container, debugDescription: "\(value) is not a finite number")
    }
  }
}
