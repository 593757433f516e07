import Geometry

/// A geometry as GeoPackage stores it: a header with the envelope, then well-known binary (OGC
/// 12-128r17, 2.1.3), all little-endian.
struct GeoPackageGeometry {
  private(set) var bytes: [UInt8] = []

  /// - Parameter isMulti: whether lines and polygons are written as sets of one, for a table of sets.
  init(_ geometry: Geometry, srsID: Int32, isMulti: Bool = false) {
    // Flags: little-endian; envelope of x and y but for points, which are their own; no extension.
    let hasEnvelope = !geometry.isEmpty && geometry.type != .point
    bytes.reserveCapacity(64)
    bytes += [0x47, 0x50, 0, geometry.isEmpty ? 0x11 : hasEnvelope ? 0x03 : 0x01]
    append(UInt32(bitPattern: srsID))
    if hasEnvelope {
      let box = geometry.envelope
      for edge in [box.minX, box.maxX, box.minY, box.maxY] { append(edge) }
    }
    switch geometry.type {
    case .polygon where isMulti, .multiPolygon:
      collection(6, geometry.polygons) { part, rings in
        part.head(3)
        part.append(rings: rings)
      }
    case .lineString where isMulti, .multiLineString:
      collection(5, geometry.lines) { part, line in
        part.head(2)
        part.append(line: line)
      }
    default: append(geometry)
    }
  }

  private mutating func append(_ geometry: Geometry) {
    switch geometry.type {
    case .point:
      head(1)
      // A point's box is the point, and is at hand.
      let box = geometry.envelope
      append(geometry.isEmpty ? Coordinate(x: .nan, y: .nan) : Coordinate(x: box.minX, y: box.minY))
    case .lineString:
      head(2)
      append(line: geometry.lines.first ?? [])
    case .polygon:
      head(3)
      append(rings: geometry.polygons.first ?? [])
    case .multiPoint:
      collection(4, geometry.points) { part, point in
        part.head(1)
        part.append(point)
      }
    case .multiLineString:
      collection(5, geometry.lines) { part, line in
        part.head(2)
        part.append(line: line)
      }
    case .multiPolygon:
      collection(6, geometry.polygons) { part, rings in
        part.head(3)
        part.append(rings: rings)
      }
    case .collection:
      collection(7, geometry.members) { part, member in part.append(member) }
    }
  }

  private mutating func head(_ type: UInt32) {
    bytes.append(1)
    append(type)
  }

  private mutating func collection<Part>(
    _ type: UInt32, _ parts: [Part], _ body: (inout GeoPackageGeometry, Part) -> Void
  ) {
    head(type)
    append(UInt32(parts.count))
    for part in parts { body(&self, part) }
  }

  private mutating func append(rings: [[Coordinate]]) {
    append(UInt32(rings.count))
    for ring in rings { append(line: ring) }
  }

  private mutating func append(line: [Coordinate]) {
    append(UInt32(line.count))
    for position in line { append(position) }
  }

  private mutating func append(_ position: Coordinate) {
    append(position.x)
    append(position.y)
  }

  private mutating func append(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
