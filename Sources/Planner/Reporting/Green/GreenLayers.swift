import Geometry

extension GreenResult {
  /// Everything as JSON, with the books' comparison.
  func json() throws(UserError) -> [UInt8] {
    let tables = GreenTables(books: books)
    var members: JSONObject = [
      "batteries": tables.batteries.json(comparison.batteries),
      "supplies": tables.supplies(comparison).json(comparison.supplies),
    ]
    if let run {
      members.append("run", run.path.map { .string($0) } ?? .null)
      members.append("total", .object(tables.units.object(run.total)))
      members.append("provinces", tables.units.json(run.provinces))
      members.append("counties", tables.units.json(run.counties))
      members.append("caps", tables.caps.json(run.caps))
      members.append("campuses", tables.campuses.json(run.campuses))
      members.append("campus_total", .object(tables.campusTotal.object(run.campusTotal)))
    }
    return try JSONValue.object(members).serialized(pretty: true)
  }

  /// The settlements of a run as footprints with their figures.
  func geoJSON(_ run: GreenRun, in path: String) throws(UserError) -> [UInt8] {
    let file = "\(path)/settlements.geojson"
    let places = Dictionary(
      run.places.map { ($0.place.settlement, $0) }, uniquingKeysWith: { one, _ in one })
    let table = GreenTables(books: books).places
    var writer = try GeoJSONWriter(members: LayerMembers.named("green"))
    for feature in try GeoJSONReader(source: file).features(in: FileAccess.read(file)) {
      guard let id = feature.properties["id"]?.string, let place = places[id] else { continue }
      try writer.write(
        GeoJSONFeature(geometry: feature.geometry, properties: table.object(place)))
    }
    return try writer.finish()
  }
}
