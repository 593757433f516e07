import Foundation
import Testing

/// Elements of a drawing with their attributes, read back from its source.
struct SVGReading {
  struct Element {
    let name: String
    let attributes: [String: String]
    let text: String

    func number(_ key: String) throws -> Double {
      try #require(attributes[key].flatMap { Double($0) })
    }
  }

  let elements: [Element]

  init(_ source: String) {
    elements = source.matches(of: /<([a-z]+)((?: [a-zA-Z0-9-]+="[^"]*")*)>([^<]*)/).map { match in
      var attributes: [String: String] = [:]
      for pair in match.output.2.matches(of: /([a-zA-Z0-9-]+)="([^"]*)"/) {
        attributes[String(pair.output.1)] = String(pair.output.2)
      }
      return Element(
        name: String(match.output.1), attributes: attributes, text: String(match.output.3))
    }
  }

  func all(_ name: String, class look: String? = nil) -> [Element] {
    elements.filter { element in
      element.name == name && look.map { element.attributes["class"] == $0 } ?? true
    }
  }

  /// Boxes of the texts: 12 units high, as wide as their characters, full-width ones twice.
  func textBoxes() throws -> [(text: String, box: CGRect)] {
    try all("text").map { element in
      let width = element.text.unicodeScalars.reduce(0) {
        $0 + ($1.value >= 0x2E80 ? 12 : 6.8)
      }
      let (x, y) = (try element.number("x"), try element.number("y"))
      let left =
        switch element.attributes["text-anchor"] {
        case "end": x - width
        case "middle": x - width / 2
        default: x
        }
      return (element.text, CGRect(x: left, y: y - 10, width: width, height: 12))
    }
  }

  /// Pairs of texts of which one lies over the other, and texts outside the drawing.
  func clashes() throws -> [String] {
    let view = try #require(all("svg").first?.attributes["viewBox"]).split(separator: " ")
      .compactMap { Double($0) }
    let frame = CGRect(x: view[0], y: view[1], width: view[2], height: view[3])
    let boxes = try textBoxes()
    var clashes = boxes.filter { !frame.insetBy(dx: -1, dy: -1).contains($0.box) }.map {
      "\($0.text) outside"
    }
    for (index, one) in boxes.enumerated() {
      for other in boxes[(index + 1)...] where one.box.intersects(other.box) {
        clashes.append("\(one.text) over \(other.text)")
      }
    }
    return clashes
  }
}
