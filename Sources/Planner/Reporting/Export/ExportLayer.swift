/// What can be exported from a run, in the order in which files of several layers have them.
///
/// A layer that a run writes as `NAME.geojson` needs a case here, a title in ``ExportWords`` and, where it is to be
/// coloured, a style in ``LayerStyle``; a run without the file does not have the layer.
public enum ExportLayer: String, CaseIterable, Sendable {
  /// Administrative units, province to town.
  case units
  /// Footprints of settlements.
  case settlements
  /// Footprints of settlements, once for each status that they have over the quarters.
  case timeline
  /// Work packages at their settlements, with quarter and cost.
  case schedule
  /// Present and planned sites.
  case sites
  /// Outlines of what each layer of the standard serves, of an audit with `--polygons`.
  case coverage
  /// Stretches of lines that are served and that are not, of an audit with `--lines`.
  case lines
  /// Points of key places, of an audit with `--key-places`.
  case keyPoints = "key-points"
  /// Industrial campuses, of a plan with `--campuses` and of `campus`.
  case campuses
  /// Pilots, of a plan with `--pilots`.
  case pilots

  /// Files of a run of a verb that the layer is read from.
  func files(verb: String) -> [String] {
    // An audit's settlements are in `audit.geojson`.
    let settlements = verb == "audit" ? "audit.geojson" : "settlements.geojson"
    switch self {
    case .settlements: return [settlements]
    case .schedule, .timeline: return ["schedule.csv", settlements]
    case .units, .sites, .coverage, .lines, .keyPoints, .campuses, .pilots:
      return ["\(rawValue).geojson"]
    }
  }
}
