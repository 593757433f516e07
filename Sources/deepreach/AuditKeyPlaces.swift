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
    let finder = try CountyFinder(scene)
    var places: [KeyPlace] = []
    var found: [String?] = []
    for place in scene.keyPlaces {
      let county = place.points.first.flatMap(finder.county)
      guard scene.isAsked(county) else { continue }
      places.append(place)
      found.append(county)
    }
    guard !places.isEmpty else {
      throw UserError(
        "DR-467", .badData, at: scene.settings.keyPlacesPath ?? "--key-places",
        "none of its \(scene.keyPlaces.count) key places lies in the region",
        remedy: "check the region and the coordinate system")
    }
    var groups: [(group: NetworkGroup, findings: [KeyPlaceFinding])] = []
    for (group, network) in zip(scene.settings.groups, present.networks) {
      groups.append((group, try findings(places, rule, on: network)))
    }
    return KeyPlaceResult(
      rule: rule, groups: groups, counties: found,
      leftOut: scene.keyPlaces.count - places.count)
  }

  /// What a network is at key places.
  func findings(
    _ places: [KeyPlace], _ rule: PointRule, on network: SiteIndex
  ) throws(UserError) -> [KeyPlaceFinding] {
    try KeyPlaceAudit(
      rule, engine: present.engine, places: present.places,
      cellMetres: Double(scene.settings.cellMetres), terrain: scene.terrain
    ).audit(places, network: network, threads: scene.settings.threads)
  }
}
