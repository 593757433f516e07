import Territory

/// `campus-matrix.svg`: industries by scenarios, each cell a bar of campuses by verdict.
///
/// The colours are of Okabe and Ito's palette, which differ for everyone in hue and lightness; numbers stand beside.
public struct CampusPicture {
  private let result: CampusResult
  private let language: Language

  /// Name of the file.
  public static let name = "campus-matrix.svg"

  private static let style = """
    text{font:11px sans-serif;fill:#222}.yes{fill:#0072B2}.missing{fill:#E69F00}.no{fill:#999}\
    .none{fill:#f4f4f4}.paper{fill:#fff}
    """

  /// The picture of a result.
  public init(_ result: CampusResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  /// The file.
  public func svg() -> [UInt8] {
    let matrix = CampusMatrix(result)
    let isChinese = language == .chinese
    let scenarios = result.book.scenarios
    let (left, top, wide, high) = (isChinese ? 120.0 : 220.0, 120.0, 74.0, 20.0)
    let size = (
      x: left + wide * Double(max(matrix.industries.count, 1)) + 20,
      y: top + high * Double(scenarios.count) + 40
    )
    var pieces: [Markup] = [
      .element("title", [:], text: CampusWords.picture.text(language)),
      .element("style", [:], text: Self.style),
      rectangle(0, 0, size.x, size.y, "paper"),
    ]
    for (column, id) in matrix.industries.enumerated() {
      let industry = result.book.industries.first { $0.id == id }
      let (x, y) = (left + wide * (Double(column) + 0.4), top - 8)
      pieces.append(
        .element(
          "text",
          [
            "transform":
              "translate(\(ChartCanvas.number(x)) \(ChartCanvas.number(y))) rotate(-40)"
          ], text: (isChinese ? industry?.zh : industry?.en) ?? id))
    }
    for (row, scenario) in scenarios.enumerated() {
      let y = top + high * Double(row)
      pieces.append(text(isChinese ? scenario.zh : scenario.en, left - 6, y + 14, "end"))
      for (column, id) in matrix.industries.enumerated() {
        pieces += cell(matrix.tally(id, scenario.id), left + wide * Double(column), y, wide, high)
      }
    }
    var x = left
    for (name, word) in [("yes", CampusWords.yes), ("missing", .missing), ("no", .no)] {
      let y = size.y - 26
      pieces.append(rectangle(x, y, 12, 12, name))
      pieces.append(text(word.text(language), x + 16, y + 10, "start"))
      x += 30 + ChartCanvas.width(of: word.text(language))
    }
    let picture = Markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "viewBox": "0 0 \(ChartCanvas.number(size.x)) \(ChartCanvas.number(size.y))",
      ], pieces)
    return Array((picture.source + "\n").utf8)
  }

  private func cell(
    _ tally: VerdictTally, _ x: Double, _ y: Double, _ wide: Double, _ high: Double
  ) -> [Markup] {
    guard tally.total > 0 else {
      return [rectangle(x, y + 1, wide - 2, high - 2, "none")]
    }
    var pieces: [Markup] = []
    var start = x
    for (name, count) in [("yes", tally.yes), ("missing", tally.missing), ("no", tally.no)]
    where count > 0 {
      let width = (wide - 2) * Double(count) / Double(tally.total)
      pieces.append(rectangle(start, y + 12, width, 6, name))
      start += width
    }
    pieces.append(text("\(tally.yes)/\(tally.missing)/\(tally.no)", x + wide / 2, y + 10, "middle"))
    return pieces
  }

  private func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ name: String
  ) -> Markup {
    .element(
      "rect",
      [
        "x": ChartCanvas.number(x), "y": ChartCanvas.number(y),
        "width": ChartCanvas.number(width), "height": ChartCanvas.number(height), "class": name,
      ])
  }

  private func text(_ text: String, _ x: Double, _ y: Double, _ anchor: String) -> Markup {
    .element(
      "text",
      ["x": ChartCanvas.number(x), "y": ChartCanvas.number(y), "text-anchor": anchor], text: text)
  }
}
