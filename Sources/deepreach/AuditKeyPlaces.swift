import Coverage
import Geometry
import Radio
import Reporting
import Territory

/// Key places of an audit, on request.
struct AuditKeyPlaces {
  let scene: Scene
  let present: PresentNetwork

  /// What the network is at the key places in the regions asked for; nil where none were brought.
  func result() throws(UserError) -> KeyPlaceResult? {
    guard !scene.keyPlaces.isEmpty, let rule = scene.standard.keyPlaces else { return nil }
    let counties = try scene.boundaries.polygons(.county, in: scene.gazetteer)
    let finder = CountyFinder(counties)
    var places: [KeyPlace] = []
    var found: [String?] = []
    for place in scene.keyPlaces {
      let county = place.points.first.flatMap(finder.county)
      guard isAsked(county) else { continue }
      places.append(place)
      found.append(county)
    }
    guard !places.isEmpty else {
      throw UserError(
        "DR-467", .badData, at: scene.settings.keyPlacesPath ?? "--key-places",
        "none of its \(scene.keyPlaces.count) key places lies in the region",
        remedy: "check the region and the coordinate system")
    }
    let audit = KeyPlaceAudit(
      rule, engine: present.engine, places: present.places,
      cellMetres: Double(scene.settings.cellMetres), terrain: scene.terrain)
    var groups: [(group: NetworkGroup, findings: [KeyPlaceFinding])] = []
    for (group, network) in zip(scene.settings.groups, present.networks) {
      groups.append(
        (group, try audit.audit(places, network: network, threads: scene.settings.threads)))
    }
    return KeyPlaceResult(
      rule: rule, groups: groups, counties: found,
      leftOut: scene.keyPlaces.count - places.count)
  }

  private func isAsked(_ county: String?) -> Bool {
    guard !scene.regions.isEmpty else { return true }
    guard let county else { return false }
    return scene.gazetteer.lineage(of: county).contains { scene.regions.contains($0) }
  }
}

/// Finds the county that a position lies in.
private struct CountyFinder {
  private let counties: [(adcode: String, geometry: Geometry, box: BoundingBox)]

  init(_ counties: [(adcode: String, geometry: Geometry)]) {
    self.counties = counties.map { ($0.adcode, $0.geometry, $0.geometry.envelope) }
  }

  func county(_ position: Coordinate) -> String? {
    counties.first { $0.box.contains(position) && $0.geometry.contains(position) }?.adcode
  }
}
