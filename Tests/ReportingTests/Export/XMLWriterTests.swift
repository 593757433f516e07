import Reporting
import TestSupport
import Testing

@Suite struct XMLWriterTests {
  private func written(_ texts: [String]) -> [UInt8] {
    var xml = XMLWriter()
    xml.begin("list", ["of": "names & <things>"])
    for text in texts { xml.element("name", ["key": text], text: text) }
    xml.empty("none", ["key": ""])
    xml.end()
    return xml.bytes
  }

  private func expectBack(_ texts: [String]) throws {
    let root = try XMLReading.root(written(texts))
    #expect(root.name == "list" && root.attributes == ["of": "names & <things>"])
    #expect(root.all("none").count == 1)
    let names = root.all("name")
    #expect(names.count == texts.count)
    for (name, text) in zip(names, texts) {
      let expected = Array(HostileNames.allowed(text).unicodeScalars)
      #expect(Array(name.text.unicodeScalars) == expected)
      #expect(Array((name.attributes["key"] ?? "?").unicodeScalars) == expected)
    }
  }

  @Test func namesStayNames() throws { try expectBack(HostileNames.all) }

  @Test(arguments: 0..<40) func everyStringComesBack(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    try expectBack((0..<50).map { _ in HostileNames.random(&generator) })
  }

  @Test func theBytesAreThese() {
    var xml = XMLWriter()
    xml.begin("a", ["b": "1\"<"])
    xml.element("c", text: "x]]>\u{0}\r")
    xml.end()
    #expect(
      String(decoding: xml.bytes, as: UTF8.self)
        == "<a b=\"1&quot;&lt;\"><c>x]]&gt;\u{FFFD}&#13;</c></a>\n")
  }
}
