/// A piece of HTML or SVG. Text and values of attributes only come in escaped, so that no name in the data can
/// become markup.
public struct Markup: Hashable, Sendable {
  /// The markup, UTF-8.
  public let source: String

  /// Markup that the program itself has written.
  init(source: String) { self.source = source }

  /// Nothing.
  public static let empty = Markup(source: "")

  /// A text as it is to be read.
  public static func text(_ text: String) -> Markup { Markup(source: escaped(text)) }

  /// Several pieces, one after the other.
  public static func all(_ pieces: [Markup]) -> Markup {
    Markup(source: pieces.map(\.source).joined())
  }

  /// An element with attributes and content. Names are the program's own.
  public static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: [Markup] = []
  ) -> Markup {
    let opening = attributes.reduce("<\(name)") { $0 + " \($1.key)=\"\(escaped($1.value))\"" }
    return Markup(source: "\(opening)>\(all(content).source)</\(name)>")
  }

  /// An element that holds a text.
  public static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String
  ) -> Markup {
    element(name, attributes, [.text(text)])
  }

  /// A text for content and for values of attributes: what is markup is named, and characters that HTML and SVG
  /// do not allow, or that would turn the direction of writing, are replaced.
  public static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isSpecial) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default:
        escaped.unicodeScalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return escaped
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    "&<>\"'".unicodeScalars.contains(scalar) || isForbidden(scalar)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
    // Signs that turn the direction of writing would turn what stands beside the name too.
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
