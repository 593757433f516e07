import Geometry
import Territory

/// What is said of a feature to people who click on it.
struct FeatureWords: Sendable {
  private let language: Language
  /// The catalogue by its keys, which are many.
  private let words: [String: String]

  init(_ language: Language) {
    self.language = language
    words = Dictionary(
      Message.allCases.map { ($0.rawValue, $0.text(language)) }, uniquingKeysWith: { one, _ in one }
    )
  }

  /// What it is called.
  func name(of feature: GeoJSONFeature) -> String? {
    for key in ["name", "id", "package"] {
      if let name = feature.properties[key]?.string { return name }
    }
    return nil
  }

  /// The figures that matter, a line each, as HTML; nil where there are none.
  func description(of feature: GeoJSONFeature) -> Markup? {
    var lines: [String] = []
    func add(_ label: Message, _ key: String, _ words: (JSONValue) -> String) {
      guard let value = feature.properties[key], value != .null else { return }
      lines.append("\(label.text(language)): \(words(value))")
    }
    add(.status, "status", word)
    add(.after, "status_planned", word)
    add(.quarter, "quarter", word)
    add(.quarter, "finish", word)
    add(.group, "group", word)
    add(.population, "population") { Amount.people($0.integer ?? 0, language) }
    add(.stations, "stations") { DecimalText.grouped($0.integer ?? 0) }
    add(.cost, "cost_yuan") { Amount.yuan($0.integer ?? 0, language) }
    add(.dataKind, "data_kind", word)
    guard !lines.isEmpty else { return nil }
    return .all(
      lines.enumerated().map { index, line in
        index == 0 ? .text(line) : .all([Markup(source: "<br>"), .text(line)])
      })
  }

  /// The catalogue's word for a token of ours; anything else as it stands.
  private func word(_ value: JSONValue) -> String {
    let text = Self.plain(value)
    return words[text] ?? text
  }

  /// A value as a plain text.
  static func plain(_ value: JSONValue) -> String {
    if let text = value.string { return text }
    return (try? value.serialized()).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
