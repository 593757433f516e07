public import Geometry
public import Territory

/// The style sheet and the scripts of a page, as they stand in the bundled data.
public struct PageAssets: Sendable {
  private static let map = [
    "map-shapes.js", "map-data.js", "map-view.js", "map-draw.js", "map-panel.js", "map-search.js",
    "map-pane.js", "map.js",
  ]

  /// Files of a plan's page, relative to the folder of bundled data: the style sheet, then the scripts in order.
  public static let files = paths(["map-marks.js", "report.js"])
  /// Files of a comparison's page.
  public static let comparisonFiles = paths(["table-sort.js", "compare.js"])

  private static func paths(_ own: [String]) -> [String] {
    (["report.css"] + map + own).map { "page/" + $0 }
  }

  /// The style sheet.
  public let style: String
  /// The scripts as one, which leaves nothing behind in the page's global scope.
  public let script: String

  /// Reads the files of a page.
  ///
  /// - Throws: `DR-210` when one cannot be read; `DR-680` when one holds the end of the element it goes into.
  public init(_ geodata: Geodata, files: [String] = Self.files) throws(UserError) {
    var texts: [String] = []
    for file in files {
      let text = String(decoding: try InputFile.bytes(at: geodata.path(file)), as: UTF8.self)
      guard !text.contains("</") else {
        throw UserError(
          "DR-680", .badData, at: "geodata/" + file, "'</' would end the element of the page",
          remedy: "write it in another way")
      }
      texts.append(text)
    }
    style = texts[0]
    script = "(() => {\n\"use strict\";\n" + texts.dropFirst().joined() + "})();\n"
  }
}
