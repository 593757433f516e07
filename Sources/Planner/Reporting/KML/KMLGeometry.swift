import Geometry

/// Geometries as KML writes them: longitude, latitude, at most seven decimals, about a centimetre.
enum KMLGeometry {
  /// Writes a geometry with a place.
  ///
  /// - Throws: DR-123 for a position that is not finite.
  static func write(_ geometry: Geometry, into xml: inout XMLWriter) throws(UserError) {
    switch geometry.type {
    case .point:
      xml.begin("Point")
      let box = geometry.envelope
      try write([Coordinate(x: box.minX, y: box.minY)], into: &xml)
      xml.end()
    case .lineString:
      xml.begin("LineString")
      try write(geometry.lines.first ?? [], into: &xml)
      xml.end()
    case .polygon: try write(rings: geometry.polygons.first ?? [], into: &xml)
    case .multiPolygon:
      xml.begin("MultiGeometry")
      for rings in geometry.polygons { try write(rings: rings, into: &xml) }
      xml.end()
    case .multiPoint, .multiLineString, .collection:
      xml.begin("MultiGeometry")
      for member in geometry.members { try write(member, into: &xml) }
      xml.end()
    }
  }

  private static func write(
    rings: [[Coordinate]], into xml: inout XMLWriter
  ) throws(UserError) {
    xml.begin("Polygon")
    // Shells run anticlockwise, as RFC 7946 has it too.
    for (index, ring) in Ring.rightHanded(rings).enumerated() {
      if index == 0 { xml.begin("outerBoundaryIs") } else { xml.begin("innerBoundaryIs") }
      xml.begin("LinearRing")
      try write(ring, into: &xml)
      xml.end()
      xml.end()
    }
    xml.end()
  }

  private static func write(
    _ positions: [Coordinate], into xml: inout XMLWriter
  ) throws(UserError) {
    xml.append(raw: "<coordinates>")
    for (index, position) in positions.enumerated() {
      if index > 0 { xml.append(raw: " ") }
      var longitude = JSONText()
      try longitude.append(position.x, decimals: GeoJSONWriter.decimals)
      xml.append(escaped: longitude.bytes)
      xml.append(raw: ",")
      var latitude = JSONText()
      try latitude.append(position.y, decimals: GeoJSONWriter.decimals)
      xml.append(escaped: latitude.bytes)
    }
    xml.append(raw: "</coordinates>")
  }
}
