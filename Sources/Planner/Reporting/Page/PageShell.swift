import Geometry
import Territory

/// The frame of every page: a head that lets the browser take the page's own style and script and nothing else,
/// the content, the data of the maps, the script.
struct PageShell {
  let language: Language
  let assets: PageAssets
  let title: String
  /// Id of the main element, which the link that skips what comes before leads to.
  let id: String

  /// The file.
  ///
  /// - Throws: `DR-123` where the data holds a number that is not finite.
  func html(_ content: [Markup], data: JSONValue) throws(UserError) -> [UInt8] {
    var bytes = Array("<!DOCTYPE html>\n".utf8)
    let tag = language == .chinese ? "zh-Hans" : "en"
    bytes += "<html lang=\"\(tag)\">\n".utf8
    bytes += head.source.utf8
    bytes += "<body>\n".utf8
    bytes +=
      Markup.all(
        [
          .element("a", ["href": "#" + id, "class": "skip"], text: PageWords.skip.text(language)),
          .element("main", ["id": id], content),
        ]
      ).source.utf8
    bytes += "\n<script type=\"application/json\" id=\"map-data\">".utf8
    bytes += try EmbeddedJSON.bytes(data)
    bytes += "</script>\n<script>\(assets.script)</script>\n</body>\n</html>\n".utf8
    return bytes
  }

  private var head: Markup {
    let policy =
      "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
      + "style-src '\(Self.source(of: assets.style))'; "
      + "script-src '\(Self.source(of: assets.script))'"
    return .element(
      "head", [:],
      [
        Markup(source: "<meta charset=\"utf-8\">"),
        Markup(
          source: "<meta http-equiv=\"Content-Security-Policy\" content=\""
            + Markup.escaped(policy) + "\">"),
        Markup(source: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"),
        Markup(source: "<meta name=\"color-scheme\" content=\"light dark\">"),
        Markup(source: "<link rel=\"icon\" href=\"data:,\">"),
        .element("title", [:], text: title),
        Markup(source: "<style>\(assets.style)</style>"),
      ])
  }

  /// What the browser may take: this text alone, by its SHA-256.
  private static func source(of text: String) -> String {
    let digits = Array(Digest(of: Array(text.utf8)).hexadecimal.utf8)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
    return "sha256-" + PackedNumbers.base64(bytes)
  }

  /// A section with its heading, which names it.
  static func section(_ id: String, _ title: String, _ content: [Markup]) -> Markup {
    .element(
      "section", ["id": id, "aria-labelledby": id + "-heading"],
      [.element("h2", ["id": id + "-heading"], text: title)] + content)
  }

  /// Links to the sections.
  static func contents(_ sections: [(id: String, title: String)], _ language: Language) -> Markup {
    .element(
      "nav", ["aria-label": PageWords.contents.text(language)],
      sections.map { .element("a", ["href": "#" + $0.id], text: $0.title) })
  }
}
