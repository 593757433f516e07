import Geometry
import Territory

/// What is said of a feature to people who click on it. Viewers read it as HTML, so that texts are escaped for HTML and for XML.
struct FeatureWords: Sendable {
  /// How a value is told.
  private enum Telling {
    /// The catalogue's word for a token of ours; anything else as it stands.
    case word
    case people
    case yuan
    case number
  }

  private struct Line {
    let label: [UInt8]
    let key: String
    let telling: Telling
  }

  private let language: Language
  private let lines: [Line]
  /// The catalogue by its keys, which are many, escaped.
  private let words: [String: [UInt8]]

  init(_ language: Language) {
    self.language = language
    func line(_ label: Message, _ key: String, _ telling: Telling = .word) -> Line {
      Line(label: Self.escaped(label.text(language)) + Array(": ".utf8), key: key, telling: telling)
    }
    lines = [
      line(.status, "status"), line(.after, "status_planned"), line(.quarter, "quarter"),
      line(.quarter, "finish"), line(.group, "group"), line(.population, "population", .people),
      line(.stations, "stations", .number), line(.cost, "cost_yuan", .yuan),
      line(.dataKind, "data_kind"),
    ]
    words = Dictionary(
      Message.allCases.map { ($0.rawValue, Self.escaped($0.text(language))) },
      uniquingKeysWith: { one, _ in one })
  }

  /// What it is called.
  func name(of feature: GeoJSONFeature) -> String? {
    for key in ["name", "id", "package"] {
      if let name = feature.properties[key]?.string { return name }
    }
    return nil
  }

  /// Writes the figures that matter, a line each; nothing where there are none.
  func writeDescription(of feature: GeoJSONFeature, into xml: inout XMLWriter) {
    var isFirst = true
    for line in lines {
      guard let value = feature.properties[line.key], value != .null else { continue }
      xml.append(raw: isFirst ? "<description>" : "&lt;br&gt;")
      isFirst = false
      xml.append(escaped: line.label)
      switch line.telling {
      case .word:
        let text = Self.plain(value)
        if let word = words[text] { xml.append(escaped: word) } else { Self.append(text, to: &xml) }
      case .people: Self.append(Amount.people(value.integer ?? 0, language), to: &xml)
      case .yuan: Self.append(Amount.yuan(value.integer ?? 0, language), to: &xml)
      case .number: Self.append(DecimalText.grouped(value.integer ?? 0), to: &xml)
      }
    }
    if !isFirst { xml.append(raw: "</description>") }
  }

  private static func append(_ text: String, to xml: inout XMLWriter) {
    xml.append(text: Markup.text(text).source)
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var xml = XMLWriter()
    append(text, to: &xml)
    return xml.bytes
  }

  /// A value as a plain text.
  static func plain(_ value: JSONValue) -> String {
    if let text = value.string { return text }
    return (try? value.serialized()).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
