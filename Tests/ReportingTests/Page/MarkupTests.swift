import Geometry
import Reporting
import TestSupport
import Testing

/// Nothing that comes from the data becomes markup, script or a line's end.
@Suite struct MarkupTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"; DROP TABLE units; --", "' onload='x", "a & b &amp; c",
    "]]>", "<!--", "</title>", "\u{2028}\u{2029}", "\u{202E}lairepmi", "👩‍👩‍👧 \u{1F4A9}",
    "\u{0}\u{1B}[31m", "杭州市",
  ]

  @Test(arguments: hostile) func textsAndAttributesHoldNoMarkup(text: String) {
    for source in [
      Markup.text(text).source, Markup.element("b", ["title": text]).source,
      Markup.element("b", text: text).source,
    ] {
      let inner = source.drop { $0 == "<" }
      #expect(!inner.contains("<script"))
      #expect(!inner.contains("<!--"))
      #expect(source.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" })
    }
    let attribute = Markup.element("b", ["title": text]).source
    #expect(attribute.count { $0 == "\"" } == 2)
    #expect(attribute.count { $0 == "<" } == 2)
  }

  @Test func whatIsMarkupIsNamed() {
    #expect(
      Markup.escaped("<a href=\"x\">'&'</a>")
        == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
    #expect(Markup.escaped("plain 杭州") == "plain 杭州")
    #expect(Markup.escaped("a\u{0}b\tc\nd") == "a\u{FFFD}b\tc\nd")
    #expect(
      Markup.element("p", ["class": "x"], [.element("b", text: "1 < 2"), .text("&")]).source
        == "<p class=\"x\"><b>1 &lt; 2</b>&amp;</p>")
  }

  @Test(arguments: hostile) func embeddedJSONEndsNothingAndReadsBack(text: String) throws {
    let value: JSONValue = ["name": .string(text), "list": [.string(text), .int(1)]]
    let bytes = try EmbeddedJSON.bytes(value)
    let source = String(decoding: bytes, as: UTF8.self)
    for forbidden in ["<", ">", "&", "\u{2028}", "\u{2029}"] {
      #expect(!source.contains(forbidden))
    }
    #expect(try JSONValue(parsing: bytes, source: "page") == value)
  }

  @Test func markdownBecomesTablesListsAndParagraphs() {
    var table = TextTable([.text("n|ame"), .number("x")])
    table.append(["<b>", "1\\2"])
    let markdown =
      "## left out\n\n" + table.markdown() + "\n- one `c<d`\n- two\n\n> said\n\n### h\n\nend\n"
    #expect(
      MarkdownMarkup(markdown, .chinese).markup.source
        == """
        <div class="scroll" tabindex="0"><table><thead><tr><th class="text" scope="col">n|ame</th>\
        <th class="number" scope="col">x</th></tr></thead><tbody><tr><td class="text">&lt;b&gt;</td>\
        <td class="number">1\\2</td></tr></tbody></table></div><ul><li>one <code>c&lt;d</code></li>\
        <li>two</li></ul><p class="caveat">said</p><h3>h</h3><p>end</p>
        """)
  }

  @Test func chineseNamesSayTheirLanguageInAnEnglishPage() {
    let source = MarkdownMarkup("of 杭州市 now\n", .english).markup.source
    #expect(source == "<p>of <span lang=\"zh-Hans\">杭州市</span> now</p>")
    #expect(MarkdownMarkup("到 Q1\n", .chinese).markup.source == "<p>到 Q1</p>")
  }
}
