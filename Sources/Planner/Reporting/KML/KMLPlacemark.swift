import Geometry

/// Writes features as placemarks.
struct KMLPlacemark: Sendable {
  let words: FeatureWords

  /// Writes a feature.
  ///
  /// - Throws: DR-123 for a position that is not finite.
  func write(
    _ feature: GeoJSONFeature, style: String, time: LayerStyle.Time?, into xml: inout XMLWriter
  ) throws(UserError) {
    xml.begin("Placemark")
    if let name = words.name(of: feature) { xml.element("name", text: name) }
    if let description = words.description(of: feature) {
      // Viewers read a description as HTML.
      xml.element("description", text: description.source)
    }
    write(feature, time: time, into: &xml)
    xml.element("styleUrl", text: "#\(style)")
    xml.begin("ExtendedData")
    for member in feature.properties where member.value != .null {
      xml.begin("Data", ["name": member.key])
      xml.element("value", text: FeatureWords.plain(member.value))
      xml.end()
    }
    xml.end()
    if let geometry = feature.geometry, !geometry.isEmpty {
      try KMLGeometry.write(geometry, into: &xml)
    }
    xml.end()
  }

  /// From the first day of the quarter that a feature comes in to the last of the one that it goes in. What has no
  /// quarter is always there.
  private func write(
    _ feature: GeoJSONFeature, time: LayerStyle.Time?, into xml: inout XMLWriter
  ) {
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
