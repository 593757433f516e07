public import Geometry

/// Polygons of counties, and of the units above, dissolved from them so that areas of children sum
/// to their parent's.
public struct Boundaries: Sendable {
  /// The borders as arcs that neighbours share.
  public let topology: TopoJSON
  /// Polygons of counties by the adcode of the polygon.
  public let counties: [String: Geometry]

  /// Reads the bundled TopoJSON.
  ///
  /// - Throws: DR-210 when it is not there, the reader's errors when it is broken.
  public init(_ geodata: Geodata) throws(UserError) {
    let relative = "boundaries/counties.topojson"
    topology = try TopoJSON(
      bytes: InputFile.bytes(at: geodata.path(relative)), source: "geodata/" + relative)
    var counties: [String: Geometry] = [:]
    for feature in try topology.features(of: "counties") {
      if let adcode = feature.properties["adcode"]?.string {
        counties[adcode] = try topology.geometry(of: feature)
      }
    }
    self.counties = counties
  }

  /// Polygons of every unit of a level above the town, by adcode, sorted. Hong Kong, Macao and
  /// Taiwan have a province each.
  ///
  /// - Parameter isWanted: which units are made; dissolving is the costly part.
  public func polygons(
    _ level: UnitLevel, in gazetteer: Gazetteer, where isWanted: (String) -> Bool = { _ in true }
  ) throws(UserError) -> [(adcode: String, geometry: Geometry)] {
    guard level != .town else { return [] }
    if level == .county {
      var drawn: [(adcode: String, geometry: Geometry)] = []
      for unit in gazetteer.units where unit.level == .county && isWanted(unit.adcode) {
        if let polygon = unit.polygon.flatMap({ counties[$0] }) {
          drawn.append((unit.adcode, polygon))
        }
      }
      return drawn
    }
    let owners = owners(of: level, in: gazetteer)
    let dissolved = try topology.dissolve("counties") { feature in
      feature.properties["adcode"]?.string.flatMap { owners[$0] ?? fallback($0, level, gazetteer) }
        .flatMap { isWanted($0) ? $0 : nil }
    }
    return dissolved.map { (adcode: $0.key, geometry: $0.geometry) }
      .sorted { $0.adcode < $1.adcode }
  }

  /// Unit of a level that each county polygon belongs to.
  private func owners(of level: UnitLevel, in gazetteer: Gazetteer) -> [String: String] {
    var owners: [String: String] = [:]
    for unit in gazetteer.units {
      guard let polygon = unit.polygon else { continue }
      for ancestor in gazetteer.lineage(of: unit.adcode)
      where gazetteer[ancestor]?.level == level {
        owners[polygon] = ancestor
      }
    }
    return owners
  }

  /// Province of a polygon without units below it (Hong Kong, Macao, Taiwan), by its first digits.
  private func fallback(_ adcode: String, _ level: UnitLevel, _ gazetteer: Gazetteer) -> String? {
    let province = String(adcode.prefix(2)) + "0000"
    guard level == .province, gazetteer[province] != nil else { return nil }
    return province
  }
}

extension Boundaries {
  /// The maritime lines of the official map, which stand on every map of the whole country.
  public func maritimeLines() throws(UserError) -> [GeoJSONFeature] {
    try topology.geometries(of: "maritime_lines").map { properties, line in
      GeoJSONFeature(
        geometry: line,
        properties: [
          "adcode": .null, "name": properties["name"] ?? .null, "level": "maritime-line",
        ])
    }
  }
}
