import Geometry

/// Writes features as placemarks.
struct KMLPlacemark {
  let layer: ExportLayer
  let words: FeatureWords
  let time: LayerStyle.Time?
  /// Properties so far.
  private(set) var columns = KMLColumns()

  init(_ layer: ExportLayer, words: FeatureWords) {
    self.layer = layer
    self.words = words
    time = LayerStyle(layer, values: [], language: .english).time
  }

  /// Writes a feature.
  ///
  /// - Throws: DR-123 for a position that is not finite.
  mutating func write(
    _ feature: GeoJSONFeature, style: String, into xml: inout XMLWriter
  ) throws(UserError) {
    xml.begin("Placemark")
    if let name = words.name(of: feature) { xml.element("name", text: name) }
    words.writeDescription(of: feature, into: &xml)
    writeTime(of: feature, into: &xml)
    xml.append(raw: "<styleUrl>#")
    xml.append(text: style)
    xml.append(raw: "</styleUrl>")
    xml.append(raw: "<ExtendedData><SchemaData schemaUrl=\"#")
    xml.append(text: layer.rawValue)
    xml.append(raw: "\">\n")
    columns.write(feature.properties, into: &xml)
    xml.append(raw: "</SchemaData></ExtendedData>\n")
    if let geometry = feature.geometry, !geometry.isEmpty {
      try KMLGeometry.write(geometry, into: &xml)
    }
    xml.end()
  }

  /// From the first day of the quarter that a feature comes in to the last of the one that it goes in. What has no
  /// quarter is always there.
  private func writeTime(of feature: GeoJSONFeature, into xml: inout XMLWriter) {
    let names: (from: String, until: String?)? =
      switch time {
      case nil: nil
      case .since(let day): (day, nil)
      case .span(let from, let until): (from, until)
      }
    guard let names else { return }
    let begin = QuarterDates.quarter(behind: names.from, of: feature)
    let end = names.until.flatMap { QuarterDates.quarter(behind: $0, of: feature) }
    guard begin != nil || end != nil else { return }
    xml.begin("TimeSpan")
    if let begin { xml.element("begin", text: QuarterDates.firstDay(begin)) }
    if let end { xml.element("end", text: QuarterDates.lastDay(end)) }
    xml.end()
  }
}
