import Territory

/// A chart that is being drawn: SVG elements whose colours the style sheet gives by class.
struct ChartCanvas {
  /// Which way a text runs from its point.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// Size of every text, in the chart's units.
  static let textSize = 12.0

  let width: Double
  let height: Double
  private var pieces: [Markup] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Width that a text takes at most, in the chart's units: full-width characters an em, others 0.6 em.
  static func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      let columns = DisplayWidth.of(String(scalar))
      return sum + textSize * (columns >= 2 ? 1 : 0.6 * Double(columns))
    }
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, class name: String, title: String? = nil
  ) {
    pieces.append(
      .element(
        "rect",
        [
          "x": Self.number(x), "y": Self.number(y), "width": Self.number(max(width, 0)),
          "height": Self.number(max(height, 0)), "class": name,
        ], title.map { [.element("title", [:], text: $0)] } ?? []))
  }

  mutating func line(
    x: Double, y: Double, toX: Double, toY: Double, class name: String
  ) {
    pieces.append(
      .element(
        "line",
        [
          "x1": Self.number(x), "y1": Self.number(y), "x2": Self.number(toX),
          "y2": Self.number(toY), "class": name,
        ]))
  }

  mutating func path(_ points: [(x: Double, y: Double)], class name: String) {
    let text = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }.joined(separator: " ")
    pieces.append(.element("polyline", ["points": text, "class": name]))
  }

  mutating func dot(x: Double, y: Double, radius: Double, class name: String) {
    pieces.append(
      .element(
        "circle",
        ["cx": Self.number(x), "cy": Self.number(y), "r": Self.number(radius), "class": name]))
  }

  /// A text whose baseline begins, has its middle or ends at a point.
  mutating func text(
    _ text: String, x: Double, y: Double, _ anchor: Anchor = .start, class name: String = "label"
  ) {
    let place = (Self.number(x), Self.number(y))
    if let tag = PageText.tag(text) {
      pieces.append(
        .element(
          "text",
          [
            "x": place.0, "y": place.1, "text-anchor": anchor.rawValue, "class": name,
            "lang": tag,
          ], text: text))
    } else {
      pieces.append(
        .element(
          "text",
          ["x": place.0, "y": place.1, "text-anchor": anchor.rawValue, "class": name],
          text: text))
    }
  }

  /// A legend in one or more lines from a point on: a swatch and a text each; the height that it takes.
  mutating func legend(_ entries: [(class: String, text: String)], x: Double, y: Double) -> Double {
    var (left, top) = (x, y)
    for entry in entries {
      let room = Self.width(of: entry.text) + 34
      if left > x, left + room > width {
        left = x
        top += 18
      }
      rectangle(x: left, y: top, width: 12, height: 12, class: entry.class)
      text(entry.text, x: left + 17, y: top + 10)
      left += room
    }
    return top - y + 22
  }

  /// The drawing with its title and description for those who do not see it.
  func svg(id: String, title: String, description: String) -> Markup {
    .element(
      "svg",
      [
        "viewBox": "0 0 \(Self.number(width)) \(Self.number(height))", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-desc",
      ],
      [
        .element("title", ["id": id + "-title"], text: title),
        .element("desc", ["id": id + "-desc"], text: description),
      ] + pieces)
  }

  /// A coordinate to a tenth.
  static func number(_ value: Double) -> String { DecimalText.trimmed(value, decimals: 1) }
}
