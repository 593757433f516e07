import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of a document read back by another program's parser.
final class XMLReading: Equatable {
  let name: String
  let attributes: [String: String]
  private(set) var text = ""
  private(set) var children: [XMLReading] = []

  private init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// The root element of a document; nothing but well-formed XML is read.
  static func root(_ bytes: [UInt8]) throws -> XMLReading {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    return try #require(reader.top.children.first)
  }

  static func == (one: XMLReading, other: XMLReading) -> Bool { one === other }

  /// Children of a name.
  func all(_ name: String) -> [XMLReading] { children.filter { $0.name == name } }

  /// Text of the first child of a name.
  func text(_ name: String) -> String? { all(name).first?.text }

  /// Elements of a name at any depth.
  func everywhere(_ name: String) -> [XMLReading] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.everywhere(name) }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    let top = XMLReading("", [:])
    private lazy var open = [top]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      let element = XMLReading(name, attributes)
      open.last?.children.append(element)
      open.append(element)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.text += string }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) { open.removeLast() }
  }
}
