/// The look of a table as a Styled Layer Descriptor 1.0.0 (OGC 02-070): a rule for each class, for servers of maps and tools that
/// read no styles of QGIS.
public struct StyledLayer: Sendable {
  private let table: ExportTable

  /// The look of a table.
  public init(_ table: ExportTable) { self.table = table }

  /// The document; nil for collections, which have no one symbol.
  public func document() -> [UInt8]? {
    guard table.shape != .mixed else { return nil }
    var xml = XMLWriter()
    xml.append(raw: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.begin(
      "StyledLayerDescriptor",
      [
        "version": "1.0.0", "xmlns": "http://www.opengis.net/sld",
        "xmlns:ogc": "http://www.opengis.net/ogc",
      ])
    xml.begin("NamedLayer")
    xml.element("Name", text: table.name)
    xml.begin("UserStyle")
    xml.element("Name", text: table.name)
    xml.element("Title", text: table.title)
    xml.begin("FeatureTypeStyle")
    for category in table.style.categories { write(category, into: &xml) }
    xml.end()
    xml.end()
    xml.end()
    xml.end()
    return xml.bytes
  }

  private func write(_ category: LayerStyle.Category, into xml: inout XMLWriter) {
    xml.begin("Rule")
    xml.element("Name", text: category.label)
    xml.element("Title", text: category.label)
    if !table.style.fields.isEmpty {
      if category.value.isEmpty {
        xml.empty("ElseFilter")
      } else {
        writeFilter(category.value, into: &xml)
      }
    }
    switch table.shape {
    case .points: writePoint(category, into: &xml)
    case .lines: writeLine(category, into: &xml)
    case .areas, .mixed: writeArea(category, into: &xml)
    }
    xml.end()
  }

  /// Every field has its part of the class's value; where that is empty, the feature has none.
  private func writeFilter(_ value: String, into xml: inout XMLWriter) {
    let fields = table.style.fields
    let parts =
      fields.count == 1
      ? [value[...]] : value.split(separator: "/", omittingEmptySubsequences: false)
    xml.begin("ogc:Filter")
    if fields.count > 1 { xml.begin("ogc:And") }
    for (field, part) in zip(fields, parts) {
      if part.isEmpty {
        xml.begin("ogc:PropertyIsNull")
        xml.element("ogc:PropertyName", text: field)
      } else {
        xml.begin("ogc:PropertyIsEqualTo")
        xml.element("ogc:PropertyName", text: field)
        xml.element("ogc:Literal", text: String(part))
      }
      xml.end()
    }
    if fields.count > 1 { xml.end() }
    xml.end()
  }

  // Sizes are those of ``QGISStyle`` in the pixels of the standard, of 0.28 mm.

  private func writePoint(_ category: LayerStyle.Category, into xml: inout XMLWriter) {
    xml.begin("PointSymbolizer")
    xml.begin("Graphic")
    xml.begin("Mark")
    xml.element("WellKnownName", text: category.isSquare ? "square" : "circle")
    writeFill(category.colour, into: &xml)
    writeStroke(MapPalette.border, width: "0.36", into: &xml)
    xml.end()
    xml.element("Size", text: "5")
    xml.end()
    xml.end()
  }

  private func writeLine(_ category: LayerStyle.Category, into xml: inout XMLWriter) {
    xml.begin("LineSymbolizer")
    writeStroke(category.colour, width: "2.14", isRound: true, into: &xml)
    xml.end()
  }

  private func writeArea(_ category: LayerStyle.Category, into xml: inout XMLWriter) {
    xml.begin("PolygonSymbolizer")
    writeFill(category.colour, into: &xml)
    writeStroke(MapPalette.border, width: "0.36", into: &xml)
    xml.end()
  }

  private func writeFill(_ colour: MapColour, into xml: inout XMLWriter) {
    xml.begin("Fill")
    xml.element("CssParameter", ["name": "fill"], text: colour.hexadecimal)
    xml.end()
  }

  private func writeStroke(
    _ colour: MapColour, width: String, isRound: Bool = false, into xml: inout XMLWriter
  ) {
    xml.begin("Stroke")
    xml.element("CssParameter", ["name": "stroke"], text: colour.hexadecimal)
    xml.element("CssParameter", ["name": "stroke-width"], text: width)
    if isRound {
      xml.element("CssParameter", ["name": "stroke-linejoin"], text: "round")
      xml.element("CssParameter", ["name": "stroke-linecap"], text: "round")
    }
    xml.end()
  }
}
