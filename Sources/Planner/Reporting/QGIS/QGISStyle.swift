/// The look of a table as QGIS writes it: classes with symbols, and the columns of its axis of time.
public struct QGISStyle: Sendable {
  private let style: LayerStyle
  private let shape: MapShape

  /// The look of features of a shape.
  public init(_ style: LayerStyle, _ shape: MapShape) {
    self.style = style
    self.shape = shape
  }

  /// A style file of QGIS (QML), for `layer_styles`; nil for collections, which have no one symbol.
  public func document() -> [UInt8]? {
    guard shape != .mixed else { return nil }
    var xml = XMLWriter()
    xml.append(raw: "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n")
    xml.begin("qgis", ["version": QGISProject.version, "styleCategories": "Symbology|Temporal"])
    write(into: &xml)
    xml.element("layerGeometryType", text: geometryType)
    xml.end()
    return xml.bytes
  }

  /// What a layer of a project and a style file have in common.
  func write(into xml: inout XMLWriter) {
    writeTime(into: &xml)
    writeRenderer(into: &xml)
    xml.element("blendMode", text: "0")
    xml.element("featureBlendMode", text: "0")
    xml.element("layerOpacity", text: "1")
  }

  private var geometryType: String {
    switch shape {
    case .points: "0"
    case .lines: "1"
    case .areas, .mixed: "2"
    }
  }

  /// Mode 4 of QGIS: a span of two expressions. Features without a day are always there. A frame begins with a quarter's first day
  /// and the next frame with the next quarter's, so that ends do not count.
  ///
  /// With the columns themselves (modes 1 and 2) QGIS compares days with moments as texts, by which a quarter's first day is before
  /// its first moment, and shows what comes a frame too early.
  private func writeTime(into xml: inout XMLWriter) {
    var expressions = (start: "", end: "")
    switch style.time {
    case nil: break
    case .since(let day)?: expressions.start = Self.moment(day, orYear: 1)
    case .span(let from, let until)?:
      expressions = (Self.moment(from, orYear: 1), Self.moment(until, orYear: 9999))
    }
    xml.begin(
      "temporal",
      [
        "enabled": style.time == nil ? "0" : "1", "mode": style.time == nil ? "0" : "4",
        "startField": "", "endField": "", "durationField": "", "durationUnit": "min",
        "fixedDuration": "0", "accumulate": "0", "startExpression": expressions.start,
        "endExpression": expressions.end, "limitMode": "0",
      ])
    xml.begin("fixedRange")
    xml.element("start", text: "")
    xml.element("end", text: "")
    xml.end()
    xml.end()
  }

  /// The first moment of a day, or of a year where there is none.
  private static func moment(_ day: String, orYear year: Int) -> String {
    "coalesce(to_datetime(\"\(day)\"), make_datetime(\(year),1,1,0,0,0))"
  }

  private func writeRenderer(into xml: inout XMLWriter) {
    let isSingle = style.fields.isEmpty
    let type = isSingle ? "singleSymbol" : "categorizedSymbol"
    xml.begin(
      "renderer-v2",
      [
        "type": type, "attr": isSingle ? "" : expression, "symbollevels": "0",
        "enableorderby": "0", "forceraster": "0", "referencescale": "-1",
      ])
    if !isSingle {
      xml.begin("categories")
      for (index, category) in style.categories.enumerated() {
        xml.empty(
          "category",
          [
            "value": category.value, "type": "string", "symbol": "\(index)",
            "label": category.label, "render": "true",
          ])
      }
      xml.end()
    }
    xml.begin("symbols")
    for (index, category) in style.categories.enumerated() {
      write(category, named: "\(index)", into: &xml)
    }
    xml.end()
    xml.empty("rotation")
    xml.empty("sizescale")
    xml.end()
  }

  /// The name of the column, or the columns joined as the categories' values are.
  private var expression: String {
    guard style.fields.count > 1 else { return style.fields.first ?? "" }
    return style.fields.map { "coalesce(\"\($0)\",'')" }.joined(separator: " || '/' || ")
  }

  private func write(
    _ category: LayerStyle.Category, named name: String, into xml: inout XMLWriter
  ) {
    xml.begin(
      "symbol",
      [
        "type": symbol.type, "name": name, "alpha": "1", "clip_to_extent": "1",
        "force_rhr": "0",
      ])
    xml.begin("layer", ["class": symbol.layer, "enabled": "1", "locked": "0", "pass": "0"])
    // Both ways of QGIS 3: newer versions read the first, those before 3.18 the second.
    let properties = properties(category)
    xml.begin("Option", ["type": "Map"])
    for (key, value) in properties {
      xml.empty("Option", ["type": "QString", "name": key, "value": value])
    }
    xml.end()
    for (key, value) in properties { xml.empty("prop", ["k": key, "v": value]) }
    xml.end()
    xml.end()
  }

  private var symbol: (type: String, layer: String) {
    switch shape {
    case .points: ("marker", "SimpleMarker")
    case .lines: ("line", "SimpleLine")
    case .areas, .mixed: ("fill", "SimpleFill")
    }
  }

  private func properties(_ category: LayerStyle.Category) -> [(String, String)] {
    let colour = category.colour.qgis
    let border = MapPalette.border.qgis
    switch shape {
    case .points:
      return [
        ("name", category.isSquare ? "square" : "circle"), ("color", colour),
        ("outline_color", border), ("outline_style", "solid"), ("outline_width", "0.1"),
        ("outline_width_unit", "MM"), ("size", "1.4"), ("size_unit", "MM"),
        ("scale_method", "diameter"),
      ]
    case .lines:
      return [
        ("line_color", colour), ("line_style", "solid"), ("line_width", "0.6"),
        ("line_width_unit", "MM"), ("capstyle", "round"), ("joinstyle", "round"),
      ]
    case .areas, .mixed:
      return [
        ("color", colour), ("style", "solid"), ("outline_color", border),
        ("outline_style", "solid"), ("outline_width", "0.1"), ("outline_width_unit", "MM"),
        ("joinstyle", "bevel"),
      ]
    }
  }
}
