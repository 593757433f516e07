import Foundation
import Testing

/// docs/errors.md lists exactly the codes that the sources can give.
@Suite struct ErrorCodeTests {
  @Test func everyCodeIsDocumentedAndEveryDocumentedCodeExists() throws {
    var used: Set<String> = []
    let sources = Tool.root.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let url = files?.nextObject() as? URL {
      guard url.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: url, encoding: .utf8)
      for match in text.matches(of: /"(DR-[0-9]{3})"/) { used.insert(String(match.1)) }
    }
    let document = try String(
      contentsOf: Tool.root.appendingPathComponent("docs/errors.md"), encoding: .utf8)
    let listed = Set(document.matches(of: /\| (DR-[0-9]{3}) \|/).map { String($0.1) })
    #expect(used.count > 40)
    #expect(used.subtracting(listed).sorted() == [])
    #expect(listed.subtracting(used).sorted() == [])
  }
}
